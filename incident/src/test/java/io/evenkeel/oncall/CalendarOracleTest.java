package io.evenkeel.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Answers against {@link Reckoned}, an expansion by ical4j, over ten years of seeded random
 * schedules. {@code -Doncall.seeds=2000} tries more of them.
 */
final class CalendarOracleTest {
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "Asia/Kolkata",
          "Pacific/Apia",
          "Africa/Casablanca",
          "Antarctica/Troll",
          "UTC");
  private static final int SEEDS = Integer.getInteger("oncall.seeds", 12);
  private static final int INSTANTS = 4000;

  @Test
  void tenYearsOfRandomSchedulesAreAnsweredAsACalendarWould() {
    long compared = 0;
    var differences = new ArrayList<String>();
    for (int seed = 0; seed < SEEDS; seed++) {
      compared += compare(new Random(seed), "seed " + seed, differences);
    }
    System.out.printf(
        "on call: %,d instants of %d schedules compared with ical4j, %d differences%n",
        compared, SEEDS, differences.size());
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(SEEDS * 1000L);
  }

  private static long compare(Random random, String seed, List<String> differences) {
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    LocalDate start = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(20 * 365));
    LocalDate last = start.plusYears(10);
    Rotation rotation = rotation(random, start);
    List<Window> windows = windows(random);
    List<StandIn> standIns = standIns(random, start);
    var layer = new Layer("primary", rotation, Hours.of(windows), false);
    var schedule = new Schedule(new ScheduleName("random"), zone, List.of(layer), standIns);
    var reckoned = new Reckoned(rotation, windows, standIns, zone, last.plusDays(400));
    var instants = instants(random, start, zone, reckoned);
    for (Instant now : instants) {
      Shift shift = schedule.onCall(layer, now);
      var expected = reckoned.at(now);
      if (!Objects.equals(shift.who(), expected) || !holdsThroughout(shift, schedule, now)) {
        differences.add(
            seed
                + " at "
                + now.atZone(zone)
                + ": "
                + shift
                + ", but reckoned "
                + expected
                + " "
                + schedule);
      }
    }
    return instants.size();
  }

  /** Whoever asks at a shift's first or last moment hears of the same shift. */
  private static boolean holdsThroughout(Shift shift, Schedule schedule, Instant now) {
    Layer layer = schedule.layers().getFirst();
    Instant first = shift.since() == null ? now : shift.since();
    Instant last = shift.until() == null ? now : shift.until().minusNanos(1000);
    return !first.isAfter(now)
        && !last.isBefore(now)
        && schedule.onCall(layer, first).equals(shift)
        && schedule.onCall(layer, last).equals(shift);
  }

  private static Set<Instant> instants(
      Random random, LocalDate start, ZoneId zone, Reckoned reckoned) {
    Instant first = start.minusDays(3).atStartOfDay(zone).toInstant();
    Instant last = start.plusYears(10).atStartOfDay(zone).toInstant();
    var all = new TreeSet<Instant>();
    while (all.size() < INSTANTS / 3) {
      all.add(
          Instant.ofEpochSecond(random.nextLong(first.getEpochSecond(), last.getEpochSecond())));
    }
    List<Instant> changes =
        reckoned.changes().stream().filter(at -> at.isBefore(last) && at.isAfter(first)).toList();
    while (!changes.isEmpty() && all.size() < INSTANTS * 2 / 3) {
      Instant change = changes.get(random.nextInt(changes.size()));
      all.addAll(
          List.of(change.minusNanos(1000), change, change.plusSeconds(random.nextInt(1, 7200))));
    }
    // Around every change of the clock.
    var transition = zone.getRules().nextTransition(first);
    while (transition != null && transition.getInstant().isBefore(last)) {
      for (int i = 0; i < 8; i++) {
        all.add(transition.getInstant().plusSeconds(random.nextInt(-90_000, 90_000)));
        all.add(transition.getInstant().plusSeconds(random.nextInt(-7_200, 7_200)));
      }
      transition = zone.getRules().nextTransition(transition.getInstant());
    }
    return all;
  }

  private static Rotation rotation(Random random, LocalDate start) {
    var turns = new ArrayList<Turn>();
    int people = random.nextInt(1, 8);
    for (int i = 0; i < people; i++) {
      turns.add(i > 0 && random.nextInt(8) == 0 ? Turn.NOBODY : Turn.of("p" + i));
    }
    Duration length =
        switch (random.nextInt(5)) {
          case 0 -> Duration.ofDays(1);
          case 1, 2 -> Duration.ofDays(7);
          case 3 -> Duration.ofDays(random.nextInt(2, 40));
          default -> Duration.ofHours(random.nextInt(6, 60));
        };
    return new Rotation(turns, length, start.atTime(time(random)));
  }

  /** Mostly at night, where clocks are changed. */
  private static LocalTime time(Random random) {
    return LocalTime.MIDNIGHT.plusMinutes(
        15L * (random.nextBoolean() ? random.nextInt(16) : random.nextInt(96)));
  }

  private static List<Window> windows(Random random) {
    var windows = new ArrayList<Window>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      var days = EnumSet.of(DayOfWeek.of(random.nextInt(1, 8)));
      while (random.nextInt(4) > 0) {
        days.add(DayOfWeek.of(random.nextInt(1, 8)));
      }
      windows.add(new Window(days, time(random), time(random)));
    }
    return windows;
  }

  private static List<StandIn> standIns(Random random, LocalDate start) {
    var standIns = new ArrayList<StandIn>();
    int count = random.nextInt(30);
    for (int i = 0; i < count; i++) {
      Instant from =
          start
              .atStartOfDay(ZoneId.of("UTC"))
              .toInstant()
              .plus(Duration.ofHours(random.nextInt(10 * 8760)));
      standIns.add(
          new StandIn(
              "primary",
              new Participant("s" + i),
              from,
              from.plus(Duration.ofMinutes(random.nextInt(15, 60 * 24 * 30)))));
    }
    return standIns;
  }
}
