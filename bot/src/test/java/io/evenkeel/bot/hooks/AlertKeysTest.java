package io.evenkeel.bot.hooks;

import static io.evenkeel.bot.hooks.Sent.arrival;
import static io.evenkeel.bot.hooks.Sent.read;
import static io.evenkeel.bot.hooks.Sent.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is the same when it is sent again, and what is not. */
final class AlertKeysTest {
  private final AlertDoors doors = Sent.doors();

  @Test
  void alertmanagersRepeatIsKnownByItsAlertsInAnyOrder() {
    String body = text("alertmanager");
    String first = key(doors.alertmanager(), body);

    assertThat(key(doors.alertmanager(), body)).isEqualTo(first);
    assertThat(key(doors.alertmanager(), body.replace("7.4%", "7.9%"))).isEqualTo(first);
    assertThat(
            key(
                doors.alertmanager(),
                group("[%s,%s]".formatted(alert("b", "14:01"), alert("a", "14:00")))))
        .isEqualTo(
            key(
                doors.alertmanager(),
                group("[%s,%s]".formatted(alert("a", "14:00"), alert("b", "14:01")))));
  }

  @Test
  void anotherBeginAnotherEndAndAnotherGroupAreNews() {
    String body = text("alertmanager");
    String first = key(doors.alertmanager(), body);

    assertThat(key(doors.alertmanager(), body.replace("14:29:12", "14:29:13"))).isNotEqualTo(first);
    assertThat(key(doors.alertmanager(), body.replace("16:31:30", "16:31:31"))).isNotEqualTo(first);
    assertThat(key(doors.alertmanager(), body.replace("{}/{sev", "{}/{other"))).isNotEqualTo(first);
    assertThat(key(doors.grafana(), body)).isNotEqualTo(first);
  }

  @Test
  void withoutAFingerprintTheLabelsTellAlertsApart() {
    String none =
        group("[%s]".formatted(alert("a", "14:00"))).replace("\"fingerprint\":\"a\",", "");
    String other = none.replace("\"alertname\":\"Down\"", "\"alertname\":\"Up\"");

    var first = arrival(read(doors.alertmanager(), none)).signals().getFirst();
    var again = arrival(read(doors.alertmanager(), none)).signals().getFirst();
    var another = arrival(read(doors.alertmanager(), other)).signals().getFirst();

    assertThat(first.fingerprint()).isEqualTo(again.fingerprint()).hasSize(32);
    assertThat(another.fingerprint()).isNotEqualTo(first.fingerprint());
  }

  @Test
  void anEventWithItsTimeIsKnownAgainAndOneWithoutMayBeMeantAnew() {
    String body = text("events");
    String timeless = body.replaceAll("\"timestamp\": \"[^\"]*\",", "");

    assertThat(key(doors.events(), body)).isEqualTo(key(doors.events(), body));
    assertThat(key(doors.events(), body.replace("14:05", "14:06")))
        .isNotEqualTo(key(doors.events(), body));
    assertThat(key(doors.events(), timeless)).isNotEqualTo(key(doors.events(), timeless));
  }

  @Test
  void anEventWithoutADedupKeyIsGivenOneThatItCanBeResolvedBy() {
    String body = text("events").replaceAll("\"dedup_key\": \"[^\"]*\",", "");
    var first = (Brought.Alerts) read(doors.events(), body);
    var again = (Brought.Alerts) read(doors.events(), body);

    assertThat(first.name()).hasSize(32).isEqualTo(again.name());
    assertThat(first.arrival().signals().getFirst().fingerprint()).isEqualTo(first.name());
  }

  @Test
  void aGenericRepeatIsKnownByItsTimes() {
    var door = Sent.uptime(doors);
    String body = text("generic");

    assertThat(key(door, body)).isEqualTo(key(door, body));
    assertThat(key(door, body.replace("DOWN", "up"))).isNotEqualTo(key(door, body));
    assertThat(key(door, body.replaceAll("\"since\": 1795271340,", "")))
        .isNotEqualTo(key(door, body.replaceAll("\"since\": 1795271340,", "")));
  }

  @Test
  void ofAnAlertThatIsToldOfTwiceBothWordsGoOn() {
    String resolved =
        alert("a", "14:00").replace("firing", "resolved").replace("0001-01-01", "2026-11-21");
    String body = group("[%s,%s]".formatted(alert("a", "14:00"), resolved));

    assertThat(arrival(read(doors.alertmanager(), body)).signals())
        .extracting(one -> one.state().word())
        .containsExactly("firing", "resolved");
  }

  private static String key(Door door, String body) {
    return arrival(read(door, body)).key();
  }

  private static String group(String alerts) {
    return "{\"groupKey\":\"g\",\"status\":\"firing\",\"alerts\":" + alerts + "}";
  }

  private static String alert(String fingerprint, String at) {
    return "{\"fingerprint\":\"%s\",\"status\":\"firing\",\"labels\":{\"alertname\":\"Down\"},\"startsAt\":\"2026-11-21T%s:00Z\",\"endsAt\":\"0001-01-01T00:00:00Z\"}"
        .formatted(fingerprint, at);
  }
}
