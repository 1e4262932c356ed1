package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HappeningsTest {
  /** What Slack tells of dana: in, out, in, and at last out. */
  private static List<String> comesAndGoes(String user) {
    return List.of(
        joined(user, "1700000000.000100"),
        left(user, "1700000000.000200"),
        joined(user, "1700000001.000000"),
        left(user, "1700000060.000000"));
  }

  private static String joined(String user, String ts) {
    return told("member_joined_channel", user, ts, ",\"inviter\":\"U0BOB\"");
  }

  private static String left(String user, String ts) {
    return told("member_left_channel", user, ts, "");
  }

  private static String told(String type, String user, String ts, String more) {
    return Payloads.event(
        "Ev" + user + ts,
        """
        {"type":"%s","user":"%s","channel":"G0SECRET","channel_type":"G",\
        "team":"T0TEAM","event_ts":"%s"%s}\
        """
            .formatted(type, user, ts, more));
  }

  private static boolean insider(String user) {
    return Bench.Stored.DATABASE.query(
        tx -> new Incidents(tx).maySee(new IncidentNumber(2), new PersonId(user)));
  }

  private static String opened(String user, String tab) {
    return Payloads.event(
        "EvHome" + user,
        """
        {"type":"app_home_opened","user":"%s","channel":"D0HOME","tab":"%s",\
        "event_ts":"1700000000.000100"}\
        """
            .formatted(user, tab));
  }

  @Test
  void theHomeTabShowsWhoeverOpensItTheirOwnAndNothingPrivateOfOthers() {
    try (var bench = new Bench()) {
      assertThat(bench.send(opened("U0BOB", "home")).status()).isEqualTo(200);
      var bobs = bench.slack.next();
      assertThat(bobs.path()).isEqualTo("/api/views.publish");
      assertThat(bobs.body()).contains("user_id=U0BOB", "INC-1 API ", "INC-2 data leak");

      bench.send(opened("U0ZOE", "home"));
      assertThat(bench.slack.next().body())
          .contains("user_id=U0ZOE", "open:declare")
          .doesNotContain("INC-1", "INC-2", "data leak");
    }
  }

  @Test
  void nothingIsShownForAnotherTab() {
    try (var bench = new Bench()) {
      assertThat(bench.send(opened("U0BOB", "messages")).status()).isEqualTo(200);
      bench.patience.underway().finish(Duration.ofSeconds(5), Duration.ZERO);
      assertThat(bench.slack.silent()).isTrue();
    }
  }

  @Test
  void whoeverComesIntoAPrivateIncidentsChannelMaySeeItUntilTheyLeave() {
    try (var bench = new Bench()) {
      assertThat(insider("U0DANA")).isFalse();
      assertThat(bench.send(joined("U0DANA", "1700000000.000100")).status()).isEqualTo(200);
      assertThat(bench.send(joined("U0DANA", "1700000000.000100")).status()).isEqualTo(200);
      assertThat(insider("U0DANA")).isTrue();
      assertThat(bench.send(left("U0DANA", "1700000000.000200")).status()).isEqualTo(200);
      assertThat(insider("U0DANA")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void eachToldFourTimesInAnyOrderEndsAsItHappened(int seed) {
    String user = "U0FRED" + seed;
    var told = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      told.addAll(comesAndGoes(user));
    }
    Collections.shuffle(told, new Random(seed));
    try (var bench = new Bench()) {
      for (String event : told) {
        assertThat(bench.send(event).status()).isEqualTo(200);
      }
      assertThat(insider(user)).isFalse();
      bench.send(joined(user, "1700000061.000000"));
      assertThat(insider(user)).isTrue();
    }
  }

  @Test
  void whoDeclaredItSeesItAlsoAfterLeavingItsChannel() {
    try (var bench = new Bench()) {
      bench.send(left("U0BOB", "1700000000.000100"));
      assertThat(insider("U0BOB")).isTrue();
    }
  }

  @Test
  void weOurselvesAreNobody() {
    try (var bench = new Bench()) {
      assertThat(bench.send(joined("U0BOT", "1700000000.000100")).status()).isEqualTo(200);
      assertThat(insider("U0BOT")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1", "1e9", "1700000000.", "99999999999999999999.1"})
  void anEventWithoutATimeIsRefused(String ts) {
    try (var bench = new Bench()) {
      assertThat(bench.send(joined("U0EVE", ts)).status()).isEqualTo(400);
    }
  }

  @Test
  void withoutADatabaseSlackIsAskedToTellItAgain() {
    var nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);
    try (var away = Database.open(nowhere);
        var bench = new Bench(away)) {
      assertThat(bench.send(joined("U0EVE", "1700000000.000100")).status()).isEqualTo(503);
    }
  }
}
