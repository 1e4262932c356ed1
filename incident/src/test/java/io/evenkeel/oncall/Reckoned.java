package io.evenkeel.oncall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * One layer worked out anew, slowly: every turn and every window written as a recurrence rule of
 * RFC 5545, expanded by ical4j into ten years of events, and looked up there. It shares no line
 * with the code that it checks.
 */
final class Reckoned {
  private record Begun(Instant at, LocalDateTime wall, @Nullable Participant who) {}

  private final TreeMap<Instant, Begun> turns = new TreeMap<>();
  private final TreeMap<Instant, Instant> open = new TreeMap<>();
  private final boolean always;
  private final List<StandIn> standIns;

  Reckoned(
      Rotation rotation,
      List<Window> windows,
      List<StandIn> standIns,
      ZoneId zone,
      LocalDate last) {
    this.standIns = standIns;
    always = windows.isEmpty();
    turns(rotation, zone, last);
    open(rotation.start().toLocalDate(), windows, zone, last);
  }

  @Nullable Participant at(Instant now) {
    for (StandIn standIn : standIns.reversed()) {
      if (!standIn.from().isAfter(now) && standIn.until().isAfter(now)) {
        return standIn.who();
      }
    }
    Map.@Nullable Entry<Instant, Begun> turn = turns.floorEntry(now);
    Map.@Nullable Entry<Instant, Instant> window = open.floorEntry(now);
    boolean staffed = always || (window != null && window.getValue().isAfter(now));
    return turn == null || !staffed ? null : turn.getValue().who();
  }

  /** Every instant at which something may change. */
  List<Instant> changes() {
    var all = new ArrayList<>(turns.keySet());
    all.addAll(open.keySet());
    all.addAll(open.values());
    standIns.forEach(standIn -> all.addAll(List.of(standIn.from(), standIn.until())));
    return all;
  }

  private void turns(Rotation rotation, ZoneId zone, LocalDate last) {
    int people = rotation.turns().size();
    long hours = rotation.length().toHours();
    var all = new ArrayList<Begun>();
    for (int i = 0; i < people; i++) {
      LocalDateTime first = rotation.start().plusHours(i * hours);
      @Nullable Participant who = rotation.turns().get(i).who();
      expand(rule(hours * people), first, zone, last)
          .forEach((wall, at) -> all.add(new Begun(at, wall, who)));
    }
    // On call is the latest turn whose handoff has come: a turn overtaken by a later one is
    // dropped.
    all.sort(Comparator.comparing(Begun::at).thenComparing(Begun::wall));
    @Nullable LocalDateTime latest = null;
    for (Begun begun : all) {
      if (latest == null || begun.wall().isAfter(latest)) {
        latest = begun.wall();
        turns.put(begun.at(), begun);
      }
    }
  }

  private static String rule(long hours) {
    if (hours % (7 * 24) == 0) {
      return "FREQ=WEEKLY;INTERVAL=" + hours / (7 * 24);
    }
    return hours % 24 == 0 ? "FREQ=DAILY;INTERVAL=" + hours / 24 : "FREQ=HOURLY;INTERVAL=" + hours;
  }

  private void open(LocalDate first, List<Window> windows, ZoneId zone, LocalDate last) {
    var walls = new TreeMap<LocalDateTime, LocalDateTime>();
    for (Window window : windows) {
      String days =
          window.days().stream()
              .map(day -> day.name().substring(0, 2))
              .collect(Collectors.joining(","));
      LocalDateTime begin = first.minusDays(8).atTime(window.from());
      while (!window.days().contains(begin.getDayOfWeek())) {
        begin = begin.plusDays(1);
      }
      long minutes = Math.floorMod(ChronoUnit.MINUTES.between(window.from(), window.until()), 1440);
      Duration length = Duration.ofMinutes(minutes == 0 ? 1440 : minutes);
      for (LocalDateTime wall :
          new Recur<LocalDateTime>("FREQ=WEEKLY;BYDAY=" + days)
              .getDates(begin, begin, last.atStartOfDay())) {
        walls.merge(wall, wall.plus(length), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    var joined = new TreeMap<LocalDateTime, LocalDateTime>();
    walls.forEach((from, until) -> join(joined, from, until));
    var instants = new TreeMap<Instant, Instant>();
    joined.forEach((from, until) -> {
      Instant since = from.atZone(zone).toInstant();
      Instant end = until.atZone(zone).toInstant();
      if (since.isBefore(end)) {
        instants.merge(since, end, (a, b) -> a.isAfter(b) ? a : b);
      }
    });
    instants.forEach((from, until) -> join(open, from, until));
  }

  private static <T extends Comparable<? super T>> void join(
      NavigableMap<T, T> all, T from, T until) {
    Map.@Nullable Entry<T, T> before = all.lastEntry();
    if (before == null || before.getValue().compareTo(from) < 0) {
      all.put(from, until);
    } else if (before.getValue().compareTo(until) < 0) {
      all.put(before.getKey(), until);
    }
  }

  /**
   * Expanded on a clock that nobody changes, and put into the zone after, as RFC 5545 says.
   * ical4j's own expansion in a zone carries the offset of the first event along: of a time that is
   * shown twice it may take the second.
   */
  private static Map<LocalDateTime, Instant> expand(
      String rule, LocalDateTime first, ZoneId zone, LocalDate last) {
    var all = new TreeMap<LocalDateTime, Instant>();
    for (LocalDateTime wall :
        new Recur<LocalDateTime>(rule).getDates(first, first, last.atStartOfDay())) {
      all.put(wall, wall.atZone(zone).toInstant());
    }
    return all;
  }
}
