package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.evenkeel.sandbox.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service fails, a real Prometheus and a real Alertmanager see it, and people hear of it: an
 * incident with its service, its runbook and its evidence, somebody paged; when it is over, a
 * question; afterwards what it cost.
 */
final class AlertStoryTest {
  private static final String ROOM = "inc-1-api-is-down";
  private static final String TOKEN = "a-token-of-the-story";

  private static final String SETTINGS =
      """
      schedule: {look_every: 200ms}
      reminders: {SEV-1: none, SEV-2: none, SEV-3: none, SEV-4: none}
      oncall:
        api: {zone: UTC, starts: 2026-01-05, layers: [{people: [bob]}]}
      paging:
        policies:
          api-team: {steps: [{oncall: api, wait: 30m}]}
      rules: []
      alerts:
        routes:
          - match: {alertname: ApiDown}
            do: declare
            severity: {label: severity, critical: SEV-1}
            policy: api-team
      """;

  private static final String RULES =
      """
      groups:
        - name: api
          rules:
            - alert: ApiDown
              expr: up{job="api"} == 0
              labels: {severity: critical, service: api}
              annotations: {summary: "API is down"}
      """;

  private static final String UP = "up{job=\"api\"}[1h]";

  private static final String OBJECTIVE =
      """
      service: api
      name: up
      slo: 90
      window: 30d
      kind: availability
      bad: sum(count_over_time(up{job="api"}[{{window}}]) - sum_over_time(up{job="api"}[{{window}}]))
      total: sum(count_over_time(up{job="api"}[{{window}}]))
      """;

  private static final String RUNBOOK =
      """
      ---
      services: [api]
      ---
      # The API is down

      ## Symptoms

      - Nothing answers

      ## Diagnosis

      - Was anything deployed?

      ## Mitigation (Immediate)

      - Roll it back

      ## Resolution (Long-term)

      - Mend what was deployed
      """;

  /** Its settings know its promises, its runbooks and its Prometheus. */
  private static String watched(Path folder, Prometheus prometheus) throws IOException {
    Path slos = Files.createDirectory(folder.resolve("slos"));
    Files.writeString(slos.resolve("api.yaml"), OBJECTIVE);
    Path runbooks = Files.createDirectory(folder.resolve("runbooks"));
    Files.writeString(runbooks.resolve("api-down.md"), RUNBOOK);
    return SETTINGS
        + """
        services: {api: {tier: 1, owner: payments, policy: api-team}}
        slos: %s
        runbooks: %s
        prometheus: {url: "%s", every: 1s}
        budgets: {declare: false}
        """
            .formatted(slos, runbooks, prometheus.address());
  }

  @Test
  @Timeout(240)
  void aFailingServiceDeclaresPagesAndAsksWhenItIsBack(@TempDir Path folder) throws Exception {
    Promtool.program("prometheus-alertmanager");
    var well = new AtomicBoolean(true);
    HttpServer api = target(well);
    int port = free();
    var alertmanager =
        Alertmanager.start(folder, "http://127.0.0.1:" + port + "/hooks/alertmanager", TOKEN);
    var prometheus =
        Prometheus.alerting(folder, RULES, api.getAddress().getPort(), alertmanager.port());
    try (var browser = Browser.open();
        var stage =
            Stage.today(
                "alert-story",
                watched(folder, prometheus),
                Map.of("ALERTMANAGER_TOKEN", TOKEN, "PORT", String.valueOf(port)))) {
      try (var bob = new Window(browser.page(390, 844), stage, "bob", "general")) {
        Stage.eventually("it is scraped", () -> prometheus.series("up == 1") == 1);
        well.set(false);
        Stage.eventually("an incident begins", () -> stage.find(ROOM) != null);
        assertThat(bob.told("You are paged for INC-1")).containsText("API is down");
        bob.press(bob.told("You are paged for INC-1"), "Acknowledge");
        bob.picture("alert-01-paged");
        stage.say("bob", "general", "join INC-1");
        Stage.eventually("it is away for seconds", () -> away(prometheus.samples(UP)) >= 6);
        well.set(true);
        try (var room = new Window(browser.page(), stage, "bob", ROOM)) {
          assertThat(room.card()).containsText("The API is down");
          assertThat(room.message("No alert fires any more").first())
              .containsText("Are users well again?");
          assertThat(room.card()).containsText("Alert resolved.");
          room.picture("alert-02-over");
          room.press(room.message("No alert fires any more").first(), "Yes, mitigated");
          assertThat(room.card()).containsText("Mitigated");
          assertThat(room.card()).containsText("Error budget burned:");
          room.picture("alert-04-priced");
        }
      }
      stage.say("bob", ROOM, "runbook tick 3");
      stage.say("bob", ROOM, "resolve A bad deploy was rolled back");
      assertThat(stage.export(1))
          .contains("Alert fired: ApiDown: API is down", "Alert resolved: ApiDown", "T+0m")
          .contains("Did step 3 of the runbook api-down: Roll it back")
          .contains("of the error budget of api up");
      costsWhatTheSamplesSay(stage, prometheus);
      assertThat(stage.shown("incidents")).contains("API is down");
    } finally {
      prometheus.stop();
      alertmanager.stop();
      api.stop(0);
    }
  }

  /** From Prometheus' samples alone; the newest one may have been on its way when it was asked. */
  private static void costsWhatTheSamplesSay(Stage stage, Prometheus prometheus) {
    JsonNode draft =
        JsonMapper.shared()
            .readTree(stage.get("/api/v1/incidents/INC-1/draft", Stage.TOKEN).body());
    JsonNode price = draft.path("prices").path(0);
    assertThat(price.path("how").asString()).isEqualTo("measured");
    Instant until = Instant.parse(price.path("until").asString());
    Duration time = Duration.between(Instant.parse(price.path("from").asString()), until);
    Instant from = until.minusSeconds(time.toSeconds());
    List<Prometheus.Sample> asked =
        prometheus.samples(UP).stream().filter(sample -> !sample.at().isAfter(until)).toList();
    long bad = away(asked.stream().filter(sample -> sample.at().isAfter(from)).toList());
    assertThat(bad).as("bad of %s in %s", asked, price).isPositive();
    assertThat(price.path("budget_percent").doubleValue())
        .isBetween(percent(bad, asked.size()) - 1e-6, percent(bad, asked.size() - 1) + 1e-6);
  }

  private static long away(List<Prometheus.Sample> samples) {
    return samples.stream().filter(sample -> sample.value() == 0).count();
  }

  /** Of a tenth of all that was asked. */
  private static double percent(long bad, int asked) {
    return 100.0 * bad / (0.1 * asked);
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  @Timeout(240)
  void aProposedAlertWaitsOnACardForAWordAndPingsNobody() throws Exception {
    try (var browser = Browser.open();
        var stage =
            Stage.today(
                "alert-card",
                SETTINGS.replace("do: declare", "do: propose"),
                Map.of("ALERTMANAGER_TOKEN", TOKEN));
        var alice = new Window(browser.page(), stage, "alice", "incidents")) {
      stage.say("alice", "general", "declare sev3 Search is slow --service api");
      for (int i = 0; i < 5; i++) {
        send(stage, i);
      }
      var card = alice.message("<!channel> API is down");
      assertThat(card.first()).containsText("4 more alerts: 5 firing");
      assertThat(card.first()).containsText("A-1 from alertmanager · api · SEV-1");
      alice.picture("alert-03-card");
      alice.press(card.first(), "Attach to INC-1 Search is slow");
      assertThat(card.first()).containsText("alice attached it to INC-1 Search is slow");
      assertThat(
              stage.messages("incidents").stream()
                  .filter(message -> String.valueOf(message.blocks()).contains("A-1 from"))
                  .count())
          .isEqualTo(1);
      assertThat(stage.export(1)).contains("Alert fired: ApiDown");
    }
  }

  private static void send(Stage stage, int instance) throws Exception {
    String body =
        """
        {"version": "4", "groupKey": "{}:{service=api}", "status": "firing", "alerts": [{
          "status": "firing", "labels": {"alertname": "ApiDown", "severity": "critical",
          "service": "api", "instance": "%d"}, "annotations": {"summary": "<!channel> API is down"},
          "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "f%d"}]}
        """
            .formatted(instance, stage.clock.instant().minusSeconds(60), instance);
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + stage.port() + "/hooks/alertmanager"))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  /** A scraped target that answers well, or not at all. */
  private static HttpServer target(AtomicBoolean well) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] body = "api_up 1\n".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(well.get() ? 200 : 503, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
