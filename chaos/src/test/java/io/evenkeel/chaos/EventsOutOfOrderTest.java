package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.workspace.Workspace;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Row 16: each event is delivered four times, out of order, to two replicas; one is killed. */
final class EventsOutOfOrderTest {
  private static final int PEOPLE = 12;
  private static final int MOVES = 5;
  private static final int COPIES = 4;

  private final Ledger ledger = new Ledger();

  @Test
  void whoeverCameAndWentIsWhereTheLastEventSays() {
    try (var postgres = Postgres.migrated();
        var slack = SlackSandbox.start(0, Settings.forTests(InstantSource.system()));
        var killed = Bot.start(BotSettings.fast(postgres.url(), slack.apiUrl()));
        var lives = Bot.start(BotSettings.fast(postgres.url(), slack.apiUrl()))) {
      killed.ready();
      lives.ready();
      var typist = new Typist(ledger, slack, lives::port, () -> Duration.ZERO);
      assertThat(typist.say("U0ALICE", "declare --new --private Data leak %s").said())
          .contains("INC-1");
      String channel = channelOf(postgres);

      deliver(events(channel), killed, lives);

      assertThat(postgres.number("select count(*) from inbox where key like 'event:%'"))
          .isEqualTo(PEOPLE * MOVES);
      assertThat(
              postgres.number(
                  "select count(*) from incident_member where person like 'U0MOVED%' and"
                      + " event_at = to_timestamp(1700000000 + "
                      + (MOVES - 1)
                      + ")"))
          .as("the last to happen is what is believed")
          .isEqualTo(PEOPLE);
      for (int person = 0; person < PEOPLE; person++) {
        String said = typist.say(id(person), "note --incident-id INC-1 seen %s").said();
        assertThat(said.contains("no INC-1 that you can see"))
            .as("%s left at last: %s", id(person), said)
            .isEqualTo(!inAtLast(person));
      }
      Row.ends("16:", 1, ledger, postgres, slack);
    }
  }

  /** Who has an even number begins outside, so that the last move of five brings them in. */
  private static boolean inAtLast(int person) {
    return person % 2 == 0;
  }

  private static String id(int person) {
    return "U0MOVED" + person;
  }

  private static String channelOf(Postgres postgres) {
    Waiting.until(
        "the channel is there",
        () -> postgres.number("select count(*) from slack_object where purpose = 'channel'") == 1);
    try (var connection = DriverManager.getConnection(postgres.url());
        var sql = connection.createStatement();
        var rows = sql.executeQuery("select channel from slack_object where purpose = 'channel'")) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> events(String channel) {
    var all = new ArrayList<String>();
    for (int person = 0; person < PEOPLE; person++) {
      for (int move = 0; move < MOVES; move++) {
        boolean comes = (move % 2 == 0) == inAtLast(person);
        for (int copy = 0; copy < COPIES; copy++) {
          all.add(event(channel, id(person), comes, move));
        }
      }
    }
    Collections.shuffle(all, new Random(16));
    return all;
  }

  private static String event(String channel, String user, boolean comes, int move) {
    return """
    {"token":"t","team_id":"%s","api_app_id":"A0APP","type":"event_callback","event_id":"Ev%s%d",\
    "event_time":1700000000,"authorizations":[],"is_ext_shared_channel":false,"event_context":"c",\
    "event":{"type":"member_%s_channel","user":"%s","channel":"%s","channel_type":"G",\
    "team":"%s","event_ts":"17000000%02d.000000"}}\
    """
        .formatted(
            Workspace.TEAM,
            user,
            move,
            comes ? "joined" : "left",
            user,
            channel,
            Workspace.TEAM,
            move);
  }

  /** Many at once to both; what is not taken goes to the other one, as Slack tells it again. */
  private static void deliver(List<String> events, Bot killed, Bot lives) {
    var delivered = new AtomicInteger();
    var taken = new AtomicInteger();
    try (var slack = Executors.newFixedThreadPool(8)) {
      for (String event : events) {
        slack.execute(() -> {
          int n = delivered.incrementAndGet();
          if (n == events.size() / 3) {
            killed.kill();
          }
          var signed = Signed.event(event, InstantSource.system().instant());
          if (signed.send(n % 2 == 0 ? killed.port() : lives.port()).status() == 200
              || signed.send(lives.port()).status() == 200) {
            taken.incrementAndGet();
          }
        });
      }
    }
    assertThat(taken).hasValue(events.size());
  }
}
