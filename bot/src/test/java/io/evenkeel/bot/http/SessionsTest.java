package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.access.Visits;
import io.evenkeel.bot.plain.SomePeople;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long somebody stays signed in, and where. */
final class SessionsTest {
  private static final DatabaseSettings SETTINGS = TestPostgres.migrated();
  private static final Database DATABASE = Database.open(SETTINGS);
  private static final String PAGE = "/incidents/INC-1/postmortem";

  private final TestSite site = new TestSite(DATABASE, true);

  @BeforeAll
  static void incidents() {
    SomePeople.known(DATABASE);
    RecordedIncident.resolved(DATABASE, "API service down");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void whoIsNotSignedInIsSentToSignInByABrowserAndToldHowByAProgram() throws Exception {
    var browser = get(site, PAGE, "Accept", "text/html");
    assertThat(browser.statusCode()).isEqualTo(303);
    assertThat(browser.headers().firstValue("Location"))
        .contains("/sign-in?to=%2Fincidents%2FINC-1%2Fpostmortem");

    var program = get(site, PAGE);
    assertThat(program.statusCode()).isEqualTo(401);
    assertThat(program.body()).startsWith("This page is for people who are signed in.");
  }

  @Test
  void aSessionIsKnownToEveryReplicaAndItsSecretIsNowhereInTheDatabase() throws Exception {
    String secret = begun("U0ALICE", TestSite.NOW);
    try (var other = new TestSite(DATABASE, true)) {
      assertThat(page(site, secret).body()).contains("Signed in as <b>alice</b>");
      assertThat(page(other, secret).statusCode()).isEqualTo(200);
    }
    assertThat(TestPostgres.texts(SETTINGS, "select s::text from web_session s"))
        .isNotEmpty()
        .noneMatch(row -> row.contains(secret));
    assertThat(TestPostgres.texts(SETTINGS, "select detail from audit where action = 'sign-in'"))
        .contains("with Slack, from 192.0.2.1");
  }

  @Test
  void aSessionEndsWithoutAPageForEightHoursAndAfterSevenDays() throws Exception {
    assertThat(page(site, begun("U0ALICE", ago(Duration.ofMinutes(479)))).statusCode())
        .isEqualTo(200);
    assertThat(page(site, begun("U0ALICE", ago(Duration.ofMinutes(481)))).statusCode())
        .isEqualTo(401);
    String old = begun("U0ALICE", ago(Duration.ofDays(7)));
    TestPostgres.execute(
        SETTINGS, "update web_session set seen_at = timestamptz '" + TestSite.NOW + "'");
    assertThat(page(site, old).statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsDeactivatedInSlackIsSignedOut() throws Exception {
    String secret = begun("U0BOBBY", TestSite.NOW);
    assertThat(page(site, secret).statusCode()).isEqualTo(200);

    TestPostgres.execute(SETTINGS, "update person set active = false where id = 'U0BOBBY'");

    assertThat(page(site, secret).statusCode()).isEqualTo(401);
  }

  @Test
  void overHttpsTheCookieIsOfThisHostAloneAndBrowsersRememberToComeByHttps() throws Exception {
    site.base = URI.create("https://evenkeel.example.com");
    site.restart(null, site.rooms(DATABASE, site.door(), null));

    var leaving = get(site, "/sign-in/slack?to=" + PAGE);

    assertThat(leaving.statusCode()).isEqualTo(303);
    assertThat(leaving.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("__Host-evenkeel-sign-in=")
        .endsWith("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
    assertThat(leaving.headers().firstValue("Location").orElse(""))
        .contains("redirect_uri=https%3A%2F%2Fevenkeel.example.com%2Fsign-in%2Fback");
    assertThat(leaving.headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000");
    String secret = begun("U0ALICE", TestSite.NOW);
    assertThat(page(site, secret).statusCode())
        .as("the plain name is not looked at")
        .isEqualTo(401);
    assertThat(get(site, PAGE, "Cookie", "__Host-evenkeel-session=" + secret).statusCode())
        .isEqualTo(200);
  }

  private static Instant ago(Duration time) {
    return TestSite.NOW.minus(time);
  }

  private static String begun(String person, Instant at) {
    return new Visits(DATABASE).begin(new PersonId(person), "192.0.2.1", at);
  }

  private static HttpResponse<String> page(TestSite site, String secret) throws Exception {
    return get(site, PAGE, "Cookie", "evenkeel-session=" + secret);
  }

  private static HttpResponse<String> get(TestSite site, String path, String... headers)
      throws Exception {
    var request = HttpRequest.newBuilder(site.address(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return TestSite.CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
