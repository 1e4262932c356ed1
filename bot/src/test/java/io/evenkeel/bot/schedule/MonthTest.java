package io.evenkeel.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.Watch;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A month on a clock that the test moves: three replicas look at the same database, are cut off in
 * the middle of a look and start again, and for hours at a time none of them is there. More months
 * with {@code -Dmonth.seeds=1,2,3}.
 */
final class MonthTest {
  /** Where each kind of thing leaves its one trace. */
  private static final Map<String, String> TRACES =
      Map.of(
          "task", "select count(*) from timeline_entry where text like 'Time is up for task%'",
          "handover", "select count(*) from handover where ended_as = 'lapsed'",
          "postmortem", "select count(*) from postmortem where asked_at is not null",
          "archive", "select count(*) from effect where kind = 'archive-channel'");

  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (String seed : System.getProperty("month.seeds", "6").split(",", -1)) {
      seeds.add(Long.valueOf(seed.strip()));
    }
    return seeds;
  }

  /** What was acted on, by its key of thing and time. */
  private static final String ACTED =
      "select key from inbox where key like 'due:%' and answer ->> 'recorded' = 'true' order by"
          + " key";

  private static final String TOLD =
      "select incident || ' ' || recorded_at || ' ' || text as line from timeline_entry order by"
          + " line";

  private static final String LEFT =
      "select stream || ' ' || kind || ' ' || count(*) as line from effect group by stream, kind"
          + " order by line";

  /**
   * The same people and the same looks, with three replicas that fail, and with one that does not.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void eachThingThatIsDueInAMonthIsActedOnOnce(long seed) {
    var rough = TestPostgres.migrated();
    var calm = TestPostgres.migrated();
    var other =
        CompletableFuture.runAsync(() -> live(seed, calm, true), Thread::startVirtualThread);
    Month month = live(seed, rough, false);
    other.join();

    byRule(seed, month, rough);
    byReplay(rough, calm);
  }

  private static Month live(long seed, DatabaseSettings settings, boolean calm) {
    try (var watch = new Watch(settings);
        var house = new Replicas(settings, seed, calm)) {
      var month = new Month(seed, watch);
      Instant end = Month.BEGAN.plus(Month.LENGTH);
      var random = new Random(seed);
      int done = 0;
      for (Instant now = Month.BEGAN; now.isBefore(end); now = later(now, random)) {
        while (done < month.deeds.size() && !month.deeds.get(done).at().isAfter(now)) {
          Month.Deed deed = month.deeds.get(done++);
          watch.later(Duration.between(watch.now(), deed.at()));
          deed.act().run();
        }
        if (!month.away(now)) {
          month.looked(now);
          house.look(now);
        }
      }
      month.looked(end);
      house.look(end);
      if (!calm) {
        house.told(seed, month);
      }
      return month;
    }
  }

  /** What is due of every kind, by what a house without faults did at the same looks. */
  private static void byReplay(DatabaseSettings rough, DatabaseSettings calm) {
    List<String> wanted = TestPostgres.texts(calm, ACTED);
    List<String> acted = TestPostgres.texts(rough, ACTED);
    System.out.printf(
        Locale.ROOT,
        "%n%-12s %6s %12s %6s %7s%n",
        "all kinds",
        "due",
        "acted on",
        "twice",
        "missed");
    kinds(wanted, acted)
        .forEach(kind -> {
          List<String> here = of(kind, acted);
          List<String> there = of(kind, wanted);
          System.out.printf(
              Locale.ROOT,
              "%-12s %6d %12d %6d %7d%n",
              kind,
              there.size(),
              here.size(),
              here.size() - Set.copyOf(here).size(),
              there.stream().filter(key -> !here.contains(key)).count());
        });
    assertThat(acted).isEqualTo(wanted);
    assertThat(TestPostgres.texts(rough, TOLD)).isEqualTo(TestPostgres.texts(calm, TOLD));
    assertThat(TestPostgres.texts(rough, LEFT)).isEqualTo(TestPostgres.texts(calm, LEFT));
  }

  private static Set<String> kinds(List<String> wanted, List<String> acted) {
    return Stream.concat(wanted.stream(), acted.stream())
        .map(MonthTest::kind)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> of(String kind, List<String> keys) {
    return keys.stream().filter(key -> kind(key).equals(kind)).toList();
  }

  private static String kind(String key) {
    return key.split(":", -1)[1];
  }

  private static Instant later(Instant now, Random random) {
    return now.plus(Duration.ofMinutes(8 + random.nextInt(35)).plusMillis(random.nextInt(60_000)));
  }

  /** The kinds whose rules are counted a second time here. */
  private static void byRule(long seed, Month month, DatabaseSettings settings) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %6s %10s %12s %6s %7s %12s%n",
        "seed " + seed,
        "due",
        "settled",
        "acted on",
        "twice",
        "missed",
        "latest");
    month
        .owed()
        .forEach((kind, sum) -> {
          int found = (int) TestPostgres.number(settings, Objects.requireNonNull(TRACES.get(kind)));
          System.out.printf(
              Locale.ROOT,
              "%-12s %6d %10d %12d %6d %7d %8d min%n",
              kind,
              sum.due(),
              sum.due() - sum.expected(),
              found,
              Math.max(0, found - sum.expected()),
              Math.max(0, sum.expected() - found),
              sum.latest().toMinutes());
          assertThat(found).as(kind).isEqualTo(sum.expected());
        });
    assertThat(month.owed()).containsOnlyKeys(TRACES.keySet());
  }

  /** Three replicas, each with connections of its own. */
  private static final class Replicas implements AutoCloseable {
    private final DatabaseSettings settings;
    private final Random random;
    private final List<Database> databases = new ArrayList<>();
    private final boolean calm;
    private int looks;
    private int restarts;
    private int cut;

    Replicas(DatabaseSettings settings, long seed, boolean calm) {
      this.settings = settings;
      this.calm = calm;
      random = new Random(seed + 1);
      for (int i = 0; i < 3; i++) {
        databases.add(Database.open(settings));
      }
    }

    /** One looks, sometimes all at once, and now and then one is cut off while it does. */
    void look(Instant now) {
      if (calm) {
        swept(databases.getFirst(), now);
        return;
      }
      if (random.nextInt(50) == 0) {
        cutOff(random.nextInt(3), now);
      }
      if (random.nextInt(4) == 0) {
        databases.stream()
            .map(one ->
                CompletableFuture.runAsync(() -> swept(one, now), Thread::startVirtualThread))
            .toList()
            .forEach(CompletableFuture::join);
        looks += 3;
      }
      // Whoever else holds an incident at that moment goes first: one looks last.
      swept(databases.get(random.nextInt(3)), now);
      looks++;
    }

    void told(long seed, Month month) {
      long away =
          month.outages.stream()
              .mapToLong(out -> Duration.between(out.from(), out.until()).toMinutes())
              .sum();
      System.out.printf(
          Locale.ROOT,
          "A month, seed %d: 3 replicas, %d looks, %d restarts of which %d in the middle of a look,"
              + " %d outages of %.1f h together%n",
          seed,
          looks,
          restarts,
          cut,
          month.outages.size(),
          away / 60.0);
    }

    private void cutOff(int replica, Instant now) {
      Database old = databases.get(replica);
      var look =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  sweep(old).sweep(now);
                  return false;
                } catch (RuntimeException _) {
                  return true;
                }
              },
              Thread::startVirtualThread);
      LockSupport.parkNanos(random.nextInt(4_000_000));
      old.close();
      cut += look.join() ? 1 : 0;
      restarts++;
      databases.set(replica, Database.open(settings));
    }

    /** A busy machine may be over its time, and who else holds an incident goes first. */
    private static void swept(Database database, Instant now) {
      int tries = 0;
      int acted;
      do {
        try {
          acted = sweep(database).sweep(now);
        } catch (Unavailable e) {
          acted = 1;
        }
      } while (acted > 0 && ++tries < 10);
    }

    private static DueSweep sweep(Database database) {
      return new DueSweep(
          database, new Desk(database, SeverityScale.STANDARD, () -> {}), Duration.ofDays(7));
    }

    @Override
    public void close() {
      databases.forEach(Database::close);
    }
  }
}
