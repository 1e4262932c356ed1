package io.evenkeel.bot.hooks;

import static io.evenkeel.bot.hooks.Sent.FORMER;
import static io.evenkeel.bot.hooks.Sent.SECRET;
import static io.evenkeel.bot.hooks.Sent.arrival;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PagerDuty's signatures, and which of its events change an alert. */
final class PagerDutyEventsTest {
  private final Door door = Sent.doors().pagerDuty();
  private final byte[] body = Sent.text("pagerduty").getBytes(StandardCharsets.UTF_8);

  @Test
  void eitherSecretVouchesDuringARotationInAnyPlaceOfTheHeader() {
    String foreign = Signed.by("somebody-elses-secret", body);

    for (String header :
        List.of(
            Signed.by(SECRET, body),
            Signed.by(FORMER, body),
            foreign + "," + Signed.by(SECRET, body),
            Signed.by(FORMER, body) + ", " + foreign,
            "v2=abc," + Signed.by(SECRET, body))) {
      assertThat(door.read(body, header, Sent.NOW)).as(header).isInstanceOf(Brought.Alerts.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1=", ",", ",,,,", "v1", "none"})
  void whatIsNoSignatureIsAStrangers(String header) {
    assertThat(door.read(body, header, Sent.NOW)).isInstanceOf(Brought.Stranger.class);
  }

  @Test
  void neitherIsOneOfAnotherBodyAnotherSecretHalfOrBeyondTheFirstTen() {
    String right = Signed.by(SECRET, body);

    for (String header :
        new String[] {
          Signed.by("another", body),
          Signed.by(SECRET, new byte[0]),
          right.substring(0, 40),
          right.substring(3),
          "v1=x,".repeat(10) + right,
          null
        }) {
      assertThat(door.read(body, header, Sent.NOW))
          .as(String.valueOf(header))
          .isInstanceOf(Brought.Stranger.class);
    }
  }

  @Test
  void withoutASecretNobodyIsVouchedFor() {
    Door closed = new PagerDutyEvents(List.of());

    assertThat(closed.open()).isFalse();
    assertThat(closed.read(body, Signed.by(SECRET, body), Sent.NOW))
        .isInstanceOf(Brought.Stranger.class);
  }

  @ParameterizedTest
  @CsvSource({
    "incident.triggered, firing",
    "incident.unacknowledged, firing",
    "incident.reopened, firing",
    "incident.acknowledged, acknowledged",
    "incident.resolved, resolved"
  })
  void anEventChangesHowTheAlertStandsAndSaysWhenItOccurred(String type, String state) {
    var signal = arrival(read(told(type, "2026-11-21T14:31:00Z"))).signals().getFirst();

    assertThat(signal.state().word()).isEqualTo(state);
    assertThat(signal.annotations()).containsEntry("occurred_at", "2026-11-21T14:31:00Z");
    assertThat(signal.endsAt())
        .isEqualTo(state.equals("resolved") ? Instant.parse("2026-11-21T14:31:00Z") : null);
    assertThat(signal.startsAt())
        .isEqualTo(
            Instant.parse(
                type.endsWith("reopened") ? "2026-11-21T14:31:00Z" : "2026-11-21T14:30:05Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pagey.ping", "incident.annotated", "incident.responder.added", "service.updated"})
  void whatChangesNoAlertIsHeardAndNotKept(String type) {
    assertThat(read(told(type, "2026-11-21T14:31:00Z"))).isInstanceOf(Brought.Nothing.class);
  }

  private String told(String type, String at) {
    return Sent.text("pagerduty")
        .replace("incident.triggered", type)
        .replace("2026-11-21T14:30:05.418Z", at);
  }

  private Brought read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return door.read(bytes, Signed.by(SECRET, bytes), Sent.NOW);
  }
}
