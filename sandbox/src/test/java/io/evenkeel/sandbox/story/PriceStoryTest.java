package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.evenkeel.sandbox.Browser;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's own Prometheus knows three hours of a service that was asked once a second and answered
 * nothing from 14:00 to 14:45.
 */
final class PriceStoryTest {
  private static final Instant FIRST = Instant.parse("2026-03-10T12:00:00Z");
  private static final Instant DOWN = Instant.parse("2026-03-10T14:00:00Z");
  private static final Instant UP = Instant.parse("2026-03-10T14:45:00Z");
  private static final Instant LAST = Instant.parse("2026-03-10T15:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(15);

  @TempDir private static Path folder;
  private static final List<Sample> SAMPLES = samples();
  private static Prometheus prometheus;
  private static Stage stage;

  /** What both counters stood at. */
  private record Sample(Instant at, long good, long bad) {}

  private static List<Sample> samples() {
    var samples = new ArrayList<Sample>();
    long good = 0;
    long bad = 0;
    for (Instant at = FIRST; !at.isAfter(LAST); at = at.plus(STEP)) {
      if (at.isAfter(FIRST)) {
        boolean down = at.isAfter(DOWN) && !at.isAfter(UP);
        bad += down ? STEP.toSeconds() : 0;
        good += down ? 0 : STEP.toSeconds();
      }
      samples.add(new Sample(at, good, bad));
    }
    return samples;
  }

  @BeforeAll
  static void start() throws Exception {
    var metrics = new StringBuilder("# TYPE http_requests counter\n");
    for (String code : List.of("200", "500")) {
      for (Sample one : SAMPLES) {
        metrics.append(
            "http_requests_total{job=\"api\",code=\"%s\"} %d %d\n"
                .formatted(
                    code, code.equals("200") ? one.good() : one.bad(), one.at().getEpochSecond()));
      }
    }
    Path file = Files.writeString(folder.resolve("metrics.txt"), metrics.append("# EOF\n"));
    Promtool.finds(
        "tsdb create-blocks-from",
        "",
        "tsdb",
        "create-blocks-from",
        "openmetrics",
        file.toString(),
        folder.resolve("data").toString());
    prometheus = Prometheus.over(folder, "groups: []\n");
    Path slos = Files.createDirectory(folder.resolve("slos"));
    Files.writeString(
        slos.resolve("api.yaml"),
        """
        service: api
        name: availability
        description: Requests are answered.
        slo: 70
        window: 30d
        availability: {metric: http_requests_total, where: 'job="api"'}
        """);
    Path settings =
        Files.writeString(
            folder.resolve("evenkeel.yaml"),
            """
            reminders: {SEV-1: none, SEV-2: none, SEV-3: none, SEV-4: none}
            schedule: {look_every: 500ms}
            prometheus: {url: "%s", every: 500ms}
            slos: slos
            """
                .formatted(prometheus.address()));
    stage = Stage.withDoor();
    stage.clock.at("14:50");
    stage.startBot(Map.of("EVENKEEL_CONFIG", settings.toString()));
    stage.ready();
  }

  @AfterAll
  static void stop() throws Exception {
    if (stage != null) {
      stage.close();
    }
    if (prometheus != null) {
      prometheus.stop();
    }
  }

  private static Sample at(Instant instant) {
    return SAMPLES.stream().filter(one -> one.at().equals(instant)).findFirst().orElseThrow();
  }

  /** From the samples alone: what was bad of three tenths of all that was asked. */
  private static BigDecimal computed(Instant from, Instant until) {
    long bad = at(until).bad() - at(from).bad();
    long asked = at(until).good() + at(until).bad();
    return BigDecimal.valueOf(bad * 100)
        .divide(BigDecimal.valueOf(asked).multiply(new BigDecimal("0.3")), MathContext.DECIMAL64);
  }

  private static JsonNode price() throws Exception {
    String draft = stage.get("/api/v1/incidents/INC-1/draft", Stage.TOKEN).body();
    return JsonMapper.shared().readTree(draft).path("prices").path(0);
  }

  @Test
  void whatAnIncidentCostIsWhatTheSamplesSay() throws Exception {
    stage.say("alice", "general", "declare api is down --service api --detected 14:00 SEV-2");
    stage.say("alice", "general", "milestone mitigated 14:45 --incident-id INC-1");
    Stage.eventually("it is measured", () -> priced("measured"));
    assertThat(price().path("budget_percent").decimalValue())
        .isCloseTo(computed(DOWN, UP), within(new BigDecimal("0.000001")));
    assertThat(stage.export(1)).contains("It cost 90.9 % of the error budget of api availability");
    Stage.eventually(
        "the channel reads it",
        () -> stage.shown("inc-1-api-is-down").contains("What it cost: 90.9 %"));
    Stage.eventually(
        "the card has it",
        () -> stage.shown("inc-1-api-is-down").contains("Error budget burned: 90.9 %"));

    stage.say("alice", "general", "milestone mitigated 14:30 --incident-id INC-1");
    Instant half = Instant.parse("2026-03-10T14:30:00Z");
    Stage.eventually(
        "it is measured anew",
        () -> stage.shown("inc-1-api-is-down").contains("What it cost: 66.7 %"));
    assertThat(price().path("budget_percent").decimalValue())
        .isCloseTo(computed(DOWN, half), within(new BigDecimal("0.000001")));
  }

  private static boolean priced(String how) {
    try {
      return price().path("how").asString("").equals(how);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void howABudgetStandsIsSeenInSlackInMetricsAndOnPages() {
    Stage.eventually(
        "it is measured",
        () ->
            stage
                .get("/metrics", null)
                .body()
                .contains(
                    "slo_compliance_percentage{service=\"api\",slo_name=\"availability\"} 7"));
    assertThat(stage.get("/metrics", null).body())
        .contains("evenkeel_maintenance{service=\"api\"} 0");
    assertThat(stage.say("alice", "general", "slo api"))
        .contains("70 % over 30 days")
        .contains("feature freeze")
        .contains("Pipelines that ask are told to hold back what is new");
    assertThat(stage.get("/api/v1/services/api/freeze", Stage.TOKEN).body())
        .contains("\"freeze\":true", "\"measured\":true", "\"band\":\"feature freeze\"");
    try (Browser browser = Browser.open()) {
      Page page = browser.page();
      page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + Stage.TOKEN));
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.navigate("http://127.0.0.1:" + stage.port() + "/slos");
        assertThat(page.locator("table")).containsText("feature freeze");
        page.locator("table a").first().click();
        assertThat(page.locator("h1")).hasText("Error budgets of api");
        assertThat(page.locator(".frozen")).containsText("Frozen since");
        assertThat(page.locator("svg.burn-down circle.now")).hasCount(1);
        Browser.screenshot(page, "slo-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThat(
                new AxeBuilder(page)
                    .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml()))
            .isEmpty();
      }
      page.context().close();
    }
  }
}
