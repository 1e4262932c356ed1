package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.read.CalendarKey;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.persistence.Database;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CalendarRouteTest {
  private static final Database DATABASE = Database.open(TestPostgres.migrated());
  private static final String KEY =
      new CalendarKey(TestSite.TOKEN).of(new ScheduleName("payments"));

  private final TestSite site = new TestSite(DATABASE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void aRotaIsSubscribedToByTheKeyInItsAddress() throws Exception {
    HttpResponse<String> response = get("/oncall/payments.ics?key=" + KEY, null);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("SUMMARY:alice on call (payments\\, primary)", "SUMMARY:bob on call");
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("text/calendar; charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control")).contains("private, no-cache");
  }

  @Test
  void whoHasTheNewestTextIsToldSo() throws Exception {
    String tag =
        get("/oncall/payments.ics?key=" + KEY, null).headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = get("/oncall/payments.ics?key=" + KEY, tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void onesOwnShiftsAlone() throws Exception {
    assertThat(get("/oncall/payments.ics?person=@Alice&key=" + KEY, null).body())
        .contains("SUMMARY:alice")
        .doesNotContain("SUMMARY:bob");
  }

  @Test
  void theApiTokenOpensItToo() throws Exception {
    String token = "Bearer " + TestSite.TOKEN;
    assertThat(site.get("/oncall/payments.ics", token).statusCode()).isEqualTo(200);
    assertThat(site.get("/oncall/network.ics", token).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oncall/payments.ics",
        "/oncall/payments.ics?key=",
        "/oncall/payments.ics?key=00000000000000000000000000000000",
        "/oncall/network.ics?key=00000000000000000000000000000000",
        "/oncall/payments?key=00000000000000000000000000000000"
      })
  void withoutAKeyNothingIsSaidAboutAnySchedule(String path) throws Exception {
    assertThat(get(path, null).statusCode()).isEqualTo(401);
  }

  @Test
  void aKeyOpensNoOtherSchedule() {
    var key = new CalendarKey(TestSite.TOKEN);
    assertThat(key.opens(new ScheduleName("payments"), KEY)).isTrue();
    assertThat(key.opens(new ScheduleName("network"), KEY)).isFalse();
  }

  private HttpResponse<String> get(String path, @Nullable String tag) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.server().port() + path));
    if (tag != null) {
      request.header("If-None-Match", tag);
    }
    return TestSite.CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
