package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.desk.Spent;
import io.evenkeel.bot.plain.SomePeople;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.slo.Readings;
import io.evenkeel.slo.BurnRate;
import io.evenkeel.slo.Counted;
import io.evenkeel.slo.Reading;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pipelines, browsers and commands over HTTP are told of error budgets. */
final class BudgetsOverHttpTest {
  private static final String BEARER = "Bearer " + TestSite.TOKEN;
  private static final String FREEZE = "/api/v1/services/api/freeze";

  private final Database database = Database.open(TestPostgres.migrated());
  private final TestSite site = new TestSite(database);

  @BeforeEach
  void people() {
    SomePeople.known(database);
  }

  @AfterEach
  void stop() {
    site.close();
    database.close();
  }

  /** So many of a million were bad, so long ago. */
  private void read(Duration ago, String bad) {
    Instant at = TestSite.NOW.minus(ago);
    database.query(tx -> {
      var readings = new Readings(tx);
      readings.claim(Spent.AVAILABILITY, at, Duration.ZERO);
      readings.read(
          Spent.AVAILABILITY,
          new Reading(
              at,
              Spent.AVAILABILITY.target(),
              Spent.AVAILABILITY.window().at(at),
              new Counted(new BigDecimal(bad), new BigDecimal("1000000")),
              new TreeMap<>(Map.of(Duration.ofHours(1), new BurnRate(new BigDecimal("14.4"))))));
      return 0;
    });
  }

  private void failed(String why) {
    database.query(tx -> new Readings(tx).failed(Spent.AVAILABILITY, why, TestSite.NOW));
  }

  private JsonNode freeze() throws Exception {
    HttpResponse<String> answer = site.get(FREEZE, BEARER);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("private, max-age=15");
    return JsonMapper.shared().readTree(answer.body());
  }

  private String says(String text) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    HttpResponse<String> answer;
    do {
      answer = site.command(text, "{\"text\":\"" + text + "\",\"as\":\"alice\"}");
    } while (answer.statusCode() == 503 && System.nanoTime() < deadline);
    return JsonMapper.shared().readTree(answer.body()).path("answer").asString();
  }

  @Test
  void aPipelineIsHeldBackFromAQuarterOn() throws Exception {
    read(Duration.ofMinutes(1), "749");
    assertThat(freeze().path("freeze").asBoolean()).isFalse();
    read(Duration.ZERO, "750");
    JsonNode frozen = freeze();
    assertThat(frozen.path("freeze").asBoolean()).isTrue();
    assertThat(frozen.path("measured").asBoolean()).isTrue();
    assertThat(frozen.path("band").asString()).isEqualTo("feature freeze");
    assertThat(frozen.path("since").asString()).isEqualTo(TestSite.NOW.toString());
    assertThat(frozen.path("reason").asString())
        .contains("availability: 25.0 % of the error budget of 43.20 minutes is left");
    assertThat(frozen.path("slos").path(0).path("left_percent").decimalValue())
        .isEqualByComparingTo("25");
  }

  @Test
  void whatWasKnownLastHoldsWhileNothingCanBeMeasured() throws Exception {
    JsonNode never = freeze();
    assertThat(never.path("freeze").asBoolean()).isFalse();
    assertThat(never.path("measured").asBoolean()).isFalse();
    assertThat(never.path("band").isNull()).isTrue();
    assertThat(never.path("reason").asString()).contains("was never measured");
    read(Duration.ofHours(5), "100");
    read(Duration.ofHours(4), "800");
    read(Duration.ofHours(3), "900");
    failed("Prometheus cannot be reached.");
    JsonNode frozen = freeze();
    assertThat(frozen.path("freeze").asBoolean()).isTrue();
    assertThat(frozen.path("measured").asBoolean()).isFalse();
    assertThat(frozen.path("since").asString())
        .isEqualTo(TestSite.NOW.minus(Duration.ofHours(4)).toString());
    assertThat(frozen.path("slos").path(0).path("failure").asString())
        .isEqualTo("Prometheus cannot be reached.");
  }

  @Test
  void aServiceThatIsMisspeltIsToldWithTheRightName() throws Exception {
    HttpResponse<String> wrong = site.get("/api/v1/services/apii/freeze", BEARER);
    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(wrong.body()).contains("Did you mean api?");
    assertThat(site.get(FREEZE, "").statusCode()).isEqualTo(401);
    assertThat(site.get("/slos", "").statusCode()).isEqualTo(401);
    assertThat(site.get("/slos/api", "").statusCode()).isEqualTo(401);
    assertThat(says("slo apii")).contains("Did you mean api?");
  }

  @Test
  void commandAndPagesShowTheSameFigures() throws Exception {
    read(Duration.ofDays(2), "100");
    read(Duration.ZERO, "347");
    assertThat(says("slo api"))
        .contains("99.9 % over 30 days")
        .contains("99.9653 %".substring(0, 6))
        .contains("Budget: 43.20 minutes. Used: 14.99 (34.7 %). Left: 28.21 (65.3 %)")
        .contains("·")
        .contains("Burn rate: 14.4 in the last hour; at 14.4 somebody should be woken")
        .contains("normal: ship as ever");
    assertThat(says("slo")).contains("api availability: 65.3 % left, normal");
    String page = site.get("/slos/api", BEARER).body();
    assertThat(page)
        .contains("<svg class=\"burn-down\"", "43.20 minutes", "28.21 minutes, 65.3 %")
        .doesNotContain("style=", "<script");
    assertThat(site.get("/slos", BEARER).body()).contains("href=\"/slos/api\"", "65.3 %");
  }

  @Test
  void whatIsNotMeasuredSaysSinceWhenAndWhyEverywhere() throws Exception {
    assertThat(says("slo api")).contains("Not measured yet");
    read(Duration.ofHours(1), "347");
    failed("Prometheus says <b>no</b>.");
    assertThat(says("slo api")).contains("Not measured since", "Prometheus says <b>no</b>.");
    assertThat(says("slo")).contains("not measured now");
    assertThat(site.get("/slos/api", BEARER).body())
        .contains("Not measured since", "Prometheus says &lt;b&gt;no&lt;/b&gt;.");
  }
}
