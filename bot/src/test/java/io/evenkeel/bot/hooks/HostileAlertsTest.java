package io.evenkeel.bot.hooks;

import static io.evenkeel.bot.hooks.Sent.arrival;
import static io.evenkeel.bot.hooks.Sent.faults;
import static io.evenkeel.bot.hooks.Sent.read;
import static io.evenkeel.bot.hooks.Sent.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Too much, too deep, of the wrong kind: kept as far as it helps, else refused in words. */
final class HostileAlertsTest {
  private final AlertDoors doors = Sent.doors();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | groupKey is missing. Send the group's key, such as {}:{alertname="Down"}.
          {"groupKey": 5} | groupKey is a number. Send a text in double quotes.
          {"alerts": {}} | alerts is an object. Send a list.
          {"alerts": [7]} | alerts[0].labels is missing. Send an object of texts, with alertname in it.
          {"alerts": [{"labels": []}]} | alerts[0].labels is a list. Send an object.
          {"alerts": [{"labels": {"a": 1}}]} | alerts[0].labels.a is a number. Send a text in double quotes.
          {"alerts": [{"labels": {}}]} | alerts[0].status is missing. Send firing or resolved.
          {"alerts": [{"status": "on"}]} | alerts[0].status is "on". Send firing or resolved.
          {"alerts": [{"status": []}]} | alerts[0].status is a list. Send a text in double quotes.
          {"alerts": [{"labels": {}}]} | alerts[0].startsAt is missing. Send when it began, such as 2026-11-21T14:32:00Z.
          {"alerts": [{"startsAt": "noon"}]} | alerts[0].startsAt is no time. Send one such as 2026-11-21T14:32:00Z.
          [1] | groupKey is missing. Send the group's key, such as {}:{alertname="Down"}.
          """)
  void whatIsMissingOrOfTheWrongKindIsSaid(String body, String said) {
    assertThat(faults(read(doors.alertmanager(), body))).contains(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "7", "\"x\"", "{", "{\"a\":", "\u0000", "{\"a\":1}}x"})
  void whatIsNoJsonObjectIsSaidToBeNone(String body) {
    assertThat(faults(read(doors.alertmanager(), body)).getFirst()).contains("JSON");
  }

  @Test
  void whatIsDeepTwofoldOrNoUtf8IsRefusedAndNotRepeated() {
    assertThat(faults(read(doors.grafana(), "[".repeat(500_000))))
        .containsExactly("The body is nested more than 40 deep. Send it flatter.");
    assertThat(faults(read(doors.grafana(), "{\"a\":1,\"a\":2}")))
        .containsExactly("The body has a field twice in one object. Send each once.");
    assertThat(faults(read(doors.grafana(), "{\"a\": secret-word}")).getFirst())
        .isEqualTo("The body is no JSON at line 1, column 7. Send a JSON object.");
    assertThat(faults(doors.grafana().read(new byte[] {(byte) 0xc3, '('}, null, Sent.NOW)))
        .containsExactly("The body is no UTF-8 text. Send JSON in UTF-8.");
    assertThat(faults(read(doors.grafana(), "{\"a\":" + "9".repeat(5_000) + "}"))).hasSize(1);
  }

  @Test
  void aBodyOfTooManyPartsIsRefusedBeforeItTakesMemory() {
    assertThat(faults(read(doors.grafana(), "[" + "{},".repeat(300_000) + "{}]")))
        .containsExactly("The body has more than 400,000 parts. Send fewer alerts at once.");
    assertThat(faults(read(doors.events(), "[" + "{},".repeat(30_000) + "{}]")))
        .containsExactly("The body has more than 20,000 parts. Send fewer alerts at once.");
  }

  @Test
  void faultsAreToldByTheFirstFew() {
    String alerts = IntStream.range(0, 900).mapToObj(_ -> "{}").collect(Collectors.joining(","));

    assertThat(faults(read(doors.alertmanager(), "{\"alerts\":[" + alerts + "]}"))).hasSize(8);
  }

  @Test
  void ofTenThousandLabelsThoseStayThatRoutesAskFor() {
    String labels =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "\"l%05d\":\"v\"".formatted(i))
            .collect(Collectors.joining(","));
    String body = text("alertmanager").replaceFirst("\"alertname\"", labels + ",\"alertname\"");

    var brought = (Brought.Alerts) read(doors.alertmanager(), body);
    var kept = brought.arrival().signals().getFirst().labels();

    assertThat(kept).hasSize(64).containsKeys("alertname", "service", "severity", "instance");
    assertThat(brought.leftOut()).isEqualTo("3 alerts, 9,940 labels");
  }

  @Test
  void aMegabyteOfWordsIsCutAndSaysSo() {
    String body = text("alertmanager").replace("7.4% of", "😀".repeat(500_000));
    var signal = arrival(read(doors.alertmanager(), body)).signals().getFirst();

    assertThat(signal.annotations().get("description"))
        .endsWith("😀…")
        .hasSizeLessThanOrEqualTo(2_000);
  }

  @Test
  void moreAlertsThanAreTakenAtOnceAreCounted() {
    String one = "{\"labels\":{\"alertname\":\"A%d\"},\"startsAt\":\"2026-11-21T14:00:00Z\"}";
    String alerts =
        IntStream.range(0, 1_500).mapToObj(one::formatted).collect(Collectors.joining(","));
    var arrival =
        arrival(
            read(
                doors.alertmanager(),
                "{\"groupKey\":\"g\",\"status\":\"firing\",\"alerts\":[" + alerts + "]}"));

    assertThat(arrival.signals()).hasSize(1_000);
    assertThat(arrival.dropped()).isEqualTo(500);
  }

  @Test
  void whatNobodySeesIsTakenOutAndLinesStayInAnnotationsAlone() {
    String body =
        text("alertmanager")
            .replace("checkout-3:8080", "a\\u0000b\\u202ec\\nd\\ud800e")
            .replace("7.4%", "\\u0007seven\\ttabs");
    var signal = arrival(read(doors.alertmanager(), body)).signals().getFirst();

    assertThat(signal.labels()).containsEntry("instance", "abc de");
    assertThat(signal.annotations().get("description")).startsWith("seven\ttabs").contains("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://example.org/x",
        "https://example.org/a b",
        "https://example.org/|<!channel>",
        "https://example.org/\\u202egpj.exe",
        "//example.org"
      })
  void aLinkThatIsNoneIsLeftOut(String link) {
    String body =
        text("alertmanager").replaceFirst("http://prometheus[^\"]*", link.replace("\\", "\\\\"));

    assertThat(arrival(read(doors.alertmanager(), body)).signals().getFirst().link()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "1969-07-20T20:17:00Z",
        "+999999999-12-31T23:59:59Z",
        "99999999999999999"
      })
  void aTimeBeyondAllSenseIsTheTimeOfArrivalOrNone(String time) {
    String body = text("alertmanager").replace("2026-11-21T14:29:12.123456789Z", time);
    Brought brought = read(doors.alertmanager(), body);

    assertThat(
            brought instanceof Brought.Faulty
                || arrival(brought).signals().getFirst().startsAt().equals(Sent.NOW))
        .isTrue();
  }

  /** It is what decides which word is the newest, so nobody else may say it. */
  @Test
  void whenAnEventOccurredIsBelievedOfPagerDutyAlone() {
    String future = "\"occurred_at\": \"9999-01-01T00:00:00Z\", ";

    assertThat(
            arrival(
                    read(
                        doors.alertmanager(),
                        text("alertmanager").replace("\"summary\"", future + "\"summary\"")))
                .signals()
                .getFirst()
                .annotations())
        .doesNotContainKey("occurred_at");
    assertThat(
            arrival(
                    read(
                        doors.events(),
                        text("events").replace("\"attempts\"", future + "\"attempts\"")))
                .signals()
                .getFirst()
                .annotations())
        .doesNotContainKey("occurred_at");
  }

  /** Any bytes, also nearly right ones: an answer, never an exception. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bytesAtRandomAreAnswered(long seed) {
    var random = new Random(seed);
    for (String name : new String[] {"alertmanager", "grafana", "events", "generic"}) {
      Door door =
          switch (name) {
            case "alertmanager" -> doors.alertmanager();
            case "grafana" -> doors.grafana();
            case "events" -> doors.events();
            default -> Sent.uptime(doors);
          };
      for (int i = 0; i < 400; i++) {
        byte[] body = text(name).getBytes(StandardCharsets.UTF_8);
        for (int j = random.nextInt(6); j >= 0; j--) {
          body[random.nextInt(body.length)] = (byte) (32 + random.nextInt(95));
        }
        assertThat(door.read(body, null, Sent.NOW)).as("seed %d, %s %d", seed, name, i).isNotNull();
      }
    }
  }
}
