package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Looks;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Row 23 with timers: whoever is acting on what is due is killed in the middle of it. */
final class KilledSweeperTest {
  private static final int REPLICAS = 3;
  private static final int KILLS = Integer.getInteger("sweeper.kills", 1);
  private static final int INCIDENTS = 6;
  private static final int TASKS_OF_EACH = 30;
  private static final int TASKS = INCIDENTS * TASKS_OF_EACH;

  /** Nobody is taken for dead sooner than 9.5 s after it was seen, and is looked for every 2 s. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(35);

  private static final String SETTINGS = BotSettings.UNPACED + "schedule: {look_every: 1s}\n";

  private final Ledger ledger = new Ledger();
  private final Map<String, Bot> replicas = new HashMap<>();

  @Test
  void anotherReplicaGoesOnAndNothingIsToldTwice() {
    try (var postgres = Postgres.migrated();
        var slack = SlackSandbox.start(0, Settings.forTests(InstantSource.system()))) {
      for (int i = 0; i < REPLICAS; i++) {
        start(postgres, slack);
      }
      int port = replicas.values().iterator().next().port();
      var typist = new Typist(ledger, slack, () -> port, () -> Duration.ZERO);
      for (int i = 0; i < INCIDENTS; i++) {
        typist.say("U0ALICE", "declare --new Much to do %s");
      }
      Waiting.until("the incidents are there", () -> Checker.settled(postgres.url()));

      Duration longest = Duration.ZERO;
      for (int kill = 1; kill <= KILLS; kill++) {
        muchIsDue(postgres);
        Waiting.until("it is acted on", () -> reminded(postgres) > 0);
        int before = killWhoActs(postgres);
        Duration gap =
            Waiting.howLong("another goes on", TAKEN_OVER, () -> reminded(postgres) > before);
        longest = gap.compareTo(longest) > 0 ? gap : longest;
        allIsActedOn(postgres, TASKS * kill);
      }
      assertThat(replicas).hasSize(REPLICAS - KILLS);
      int told = told(postgres);
      Row.ends("23 with timers:", KILLS, ledger, postgres, slack);
      int twice =
          postgres.number(
              "select count(*) from (select incident, text from timeline_entry where kind = 'task'"
                  + " and text like '%is up%' group by 1, 2 having count(*) > 1) twice");
      System.out.printf(
          Locale.ROOT,
          "row 23 with timers: %d replicas, %d killed while they acted, due %d, acted on %d, twice"
              + " %d, longest gap %.1f s%n",
          REPLICAS,
          KILLS,
          TASKS * KILLS,
          told,
          twice,
          longest.toMillis() / 1000.0);
      assertThat(twice).isZero();
      replicas.values().forEach(Bot::close);
    }
  }

  /** Which row of the scheduler is whose is known, as they come one by one. */
  private void start(Postgres postgres, SlackSandbox slack) {
    Bot bot =
        Bot.start(BotSettings.fast(postgres.url(), slack.apiUrl()).withYaml(SETTINGS)).ready();
    Waiting.until("it has checked in", () -> unknown(postgres) != null);
    replicas.put(Objects.requireNonNull(unknown(postgres)), bot);
  }

  private @Nullable String unknown(Postgres postgres) {
    String known = String.join("','", replicas.keySet());
    return text(
        postgres,
        "select instance_name from qrtz_scheduler_state where instance_name not in ('"
            + known
            + "')");
  }

  /** Tasks of all incidents whose time is up at once; more than one look takes. */
  private static void muchIsDue(Postgres postgres) {
    postgres.execute(
        "insert into task (incident, number, assignee, assignee_name, text, asked_by,"
            + " asked_by_name, asked_at, due_at) select i.number, coalesce((select max(t.number)"
            + " from task t where t.incident = i.number), 0) + n, 'U0BOB', 'bob', 'task ' || n ||"
            + " ' of ' || gen_random_uuid(), 'U0ALICE', 'alice', now(), now() from incident i,"
            + " generate_series(1, "
            + TASKS_OF_EACH
            + ") n");
  }

  /** Kills it while it is at it; returns how many tasks were reminded of by then. */
  private int killWhoActs(Postgres postgres) {
    String who =
        "select instance_name from qrtz_fired_triggers where state = 'EXECUTING' and exists"
            + " (select from task where reminded is null)";
    Waiting.until("somebody acts", () -> text(postgres, who) != null);
    Bot bot = replicas.remove(Objects.requireNonNull(text(postgres, who)));
    Objects.requireNonNull(bot).kill();
    return reminded(postgres);
  }

  /** However slow the machine, it goes on: nothing stands still for longer than a take-over. */
  private static void allIsActedOn(Postgres postgres, int all) {
    while (told(postgres) < all) {
      int before = told(postgres);
      try {
        Waiting.until("it goes on", TAKEN_OVER, () -> told(postgres) > before);
      } catch (AssertionError e) {
        throw new AssertionError("it stands still: " + schedulers(postgres), e);
      }
    }
    assertThat(told(postgres)).isEqualTo(all);
  }

  /** Seen once, and not explained: who was to look, and what Postgres did for whom. */
  private static @Nullable String schedulers(Postgres postgres) {
    return text(
        postgres,
        "select json_build_object("
            + "'triggers', (select json_agg(t) from qrtz_triggers t),"
            + " 'fired', (select json_agg(f) from qrtz_fired_triggers f),"
            + " 'replicas', (select json_agg(r) from qrtz_scheduler_state r),"
            + " 'now', clock_timestamp(),"
            + " 'sessions', (select json_agg(a) from pg_stat_activity a where datname is not null))"
            + "::text");
  }

  private static int reminded(Postgres postgres) {
    return postgres.number("select count(*) from task where reminded is not null");
  }

  private static int told(Postgres postgres) {
    return postgres.number("select count(*) from inbox where key like 'due:task:%'");
  }

  private static @Nullable String text(Postgres postgres, String query) {
    try {
      return Looks.text(postgres.url(), query);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
