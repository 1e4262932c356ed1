package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alert.Arrival;
import io.evenkeel.bot.hooks.AlertDoors;
import io.evenkeel.bot.hooks.Sent;
import io.evenkeel.bot.hooks.Signed;
import io.evenkeel.bot.hooks.Taking;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.Unavailable;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The doors for alerts over real HTTP: who comes in, what is kept, what senders are told. */
final class AlertRoutesTest {
  private static final String BEARER = "Bearer " + Sent.TOKEN;
  private static final String PAGERDUTY = "X-PagerDuty-Signature";

  private final TestSite site = new TestSite(TestSite.NO_DATABASE);
  private final List<Arrival> kept = new ArrayList<>();

  @BeforeEach
  void open() {
    site.doors = Sent.doors();
    site.taking =
        (arrival, _) -> {
          boolean repeated = kept.stream().anyMatch(one -> one.key().equals(arrival.key()));
          kept.add(arrival);
          return new Taking.Taken(repeated, repeated ? 0 : arrival.signals().size());
        };
    restart();
  }

  private void restart() {
    site.restart(null, site.rooms(TestSite.NO_DATABASE, site.door(), TestSite.TOKEN));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void whatAlertmanagerSendsIsKeptOnceAndAnsweredTwice() throws Exception {
    var first = post("/hooks/alertmanager", Sent.text("alertmanager"), "Authorization", BEARER);
    var again = post("/hooks/alertmanager", Sent.text("alertmanager"), "Authorization", BEARER);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body())
        .isEqualTo("{\"alerts\":2,\"recorded\":2,\"repeated\":false,\"left_out\":\"3 alerts\"}\n");
    assertThat(again.body()).contains("\"recorded\":0,\"repeated\":true");
    assertThat(kept).first().satisfies(one -> assertThat(one.source()).isEqualTo("alertmanager"));
    assertThat(site.fetch(site.server().port(), "/metrics").body())
        .contains(
            "evenkeel_alerts_received_total{outcome=\"recorded\",source=\"alertmanager\"} 1.0")
        .contains(
            "evenkeel_alerts_received_total{outcome=\"repeated\",source=\"alertmanager\"} 1.0")
        .contains("evenkeel_alerts_left_out_total{source=\"alertmanager\"} 6.0");
  }

  @Test
  void eachOfTheOtherDoorsTakesItsFormat() throws Exception {
    String pagerDuty = Sent.text("pagerduty");
    String signature = Signed.by(Sent.SECRET, pagerDuty.getBytes(StandardCharsets.UTF_8));

    assertThat(post("/hooks/grafana", Sent.text("grafana"), "Authorization", BEARER).statusCode())
        .isEqualTo(200);
    assertThat(post("/hooks/pagerduty", pagerDuty, PAGERDUTY, signature).statusCode())
        .isEqualTo(200);
    assertThat(
            post("/hooks/generic/uptime", Sent.text("generic"), "Authorization", BEARER)
                .statusCode())
        .isEqualTo(200);
    assertThat(kept).extracting(Arrival::source).containsExactly("grafana", "pagerduty", "uptime");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v2/enqueue", "/hooks/events"})
  void eventsAreAnsweredAsPagerDutyAnswersThem(String path) throws Exception {
    var taken = post(path, Sent.text("events"));
    var faulty = post(path, "{\"routing_key\":\"" + Sent.ROUTING_KEY + "\"}");
    var stranger = post(path, Sent.text("events").replace(Sent.ROUTING_KEY, "0".repeat(32)));

    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(taken.body())
        .isEqualTo(
            "{\"status\":\"success\",\"message\":\"Event"
                + " processed\",\"dedup_key\":\"backup/db-3\"}\n");
    assertThat(faulty.statusCode()).isEqualTo(400);
    assertThat(faulty.body())
        .startsWith("{\"status\":\"invalid event\",\"message\":\"Event object is invalid\",")
        .contains("\"event_action is missing. Send trigger, acknowledge or resolve.\"");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(kept).hasSize(1);
  }

  @Test
  void aPingIsAnsweredAndNothingIsKept() throws Exception {
    String ping = Sent.text("pagerduty").replace("incident.triggered", "pagey.ping");
    String signature = Signed.by(Sent.SECRET, ping.getBytes(StandardCharsets.UTF_8));

    assertThat(post("/hooks/pagerduty", ping, PAGERDUTY, signature).body()).contains("Pong");
    assertThat(kept).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bearer token-of-the-sender | 200",
        "bearer token-of-the-sender | 200",
        "Bearer token-of-the-sende | 401",
        "Bearer token-of-the-senderr | 401",
        "Bearer | 401",
        "token-of-the-sender | 401",
        "any:token-of-the-sender | 200",
        "am:pass word:with-colon | 200",
        "am:pass word | 401",
        "other:pass word:with-colon | 401",
        "token-of-the-sender: | 401"
      })
  void whoComesInHasTheTokenOrNameAndPassword(String given, int status) throws Exception {
    String header =
        given.contains(":")
            ? "Basic " + Base64.getEncoder().encodeToString(given.getBytes(StandardCharsets.UTF_8))
            : given;
    var answer = post("/hooks/alertmanager", Sent.text("alertmanager"), "Authorization", header);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(kept).hasSize(status == 200 ? 1 : 0);
    if (status == 401) {
      assertThat(answer.body()).contains("ALERTMANAGER_TOKEN").doesNotContain("of-the-sender");
    }
  }

  @Test
  void whoHasNoSecretIsNotReadAndAfterTenTriesWaits() throws Exception {
    String large = "x".repeat(5 << 20);

    assertThat(post("/hooks/alertmanager", "{", "Authorization", "Bearer no").statusCode())
        .isEqualTo(401);
    for (int i = 0; i < 9; i++) {
      post("/hooks/alertmanager", "{");
    }
    var waiting = post("/hooks/alertmanager", "{");
    assertThat(waiting.statusCode()).isEqualTo(429);
    assertThat(waiting.headers().firstValue("Retry-After")).isPresent();
    var right = post("/hooks/alertmanager", Sent.text("alertmanager"), "Authorization", BEARER);
    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(post("/hooks/grafana", large, "Authorization", BEARER).statusCode()).isEqualTo(413);
    post("/hooks/pagerduty", Sent.text("pagerduty"), PAGERDUTY, "v1=" + "0".repeat(64));
    assertThat(site.fetch(site.server().port(), "/metrics").body())
        .contains(received("wrong_secret", "alertmanager", 11))
        .contains(received("refused", "grafana", 1))
        .contains(received("wrong_secret", "pagerduty", 1))
        .contains(received("wrong_secret", "events", 0))
        .doesNotContain("outcome=\"refused\",source=\"alertmanager\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hooks/alertmanager",
        "/hooks/grafana",
        "/hooks/pagerduty",
        "/hooks/events",
        "/v2/enqueue",
        "/hooks/generic/uptime"
      })
  void aDoorWithoutItsSecretIsNotThere(String path) throws Exception {
    site.doors = new AlertDoors(AlertDoors.Keys.NONE, List.of(Sent.UPTIME));
    restart();

    var closed = post(path, Sent.text("events"), "Authorization", "Bearer ");
    var nowhere = post("/hooks/nowhere", "{}");

    assertThat(closed.statusCode()).isEqualTo(404);
    assertThat(closed.body()).isEqualTo(nowhere.body());
    assertThat(kept).isEmpty();
  }

  @Test
  void aSourceThatTheFileDoesNotNameIsNotThere() throws Exception {
    assertThat(post("/hooks/generic/other", "{}", "Authorization", BEARER).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unavailable", "not recorded", "in doubt"})
  void whileNothingCanBeRecordedTheSenderIsToldToTryAgain(String why) throws Exception {
    site.taking =
        (_, _) -> {
          throw switch (why) {
            case "unavailable" -> new Unavailable("away", null, false);
            case "not recorded" -> new NotRecorded("away", new IllegalStateException());
            default -> new InDoubt("cut", new IllegalStateException());
          };
        };
    restart();

    var answer = post("/hooks/alertmanager", Sent.text("alertmanager"), "Authorization", BEARER);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(post("/v2/enqueue", Sent.text("events")).statusCode()).isEqualTo(503);
    assertThat(post("/hooks/alertmanager", "{}", "Authorization", BEARER).statusCode())
        .isEqualTo(400);
  }

  private static String received(String outcome, String source, int times) {
    return "evenkeel_alerts_received_total{outcome=\"%s\",source=\"%s\"} %d.0"
        .formatted(outcome, source, times);
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(site.address(path)).POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return TestSite.CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
