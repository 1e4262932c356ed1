package io.evenkeel.oncall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At which hours of the week a layer is staffed, on the clock on the wall. Windows that touch or
 * overlap are one stretch. Its ends follow {@link java.time.ZonedDateTime#of}: a time that the
 * clock skips moves forward, one that it shows twice is the first of the two; a stretch which that
 * leaves without any time does not take place.
 *
 * @param stretches in the order of the week, apart from one another; at least one
 */
public record Hours(List<Stretch> stretches) {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final long A_MONDAY = LocalDate.of(1970, 1, 5).toEpochDay() * DAY;
  private static final Duration DAY_AND_MORE = Duration.ofHours(25);

  public static final Hours ALWAYS = new Hours(List.of(new Stretch(0, WEEK)));

  /**
   * @param begins in minutes from Monday 00:00
   * @param minutes at most a week
   */
  public record Stretch(int begins, int minutes) {}

  private record Open(Instant since, Instant until) {}

  public Hours {
    stretches = List.copyOf(stretches);
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("Hours have a window");
    }
  }

  /** All the windows together; no window at all is {@link #ALWAYS}. */
  public static Hours of(List<Window> windows) {
    var open = new BitSet(WEEK);
    for (Window window : windows) {
      window
          .days()
          .forEach(day -> {
            int begins = (day.getValue() - 1) * DAY + window.beginsAt();
            int ends = begins + window.minutes();
            open.set(begins, Math.min(ends, WEEK));
            open.set(0, Math.max(0, ends - WEEK));
          });
    }
    return windows.isEmpty() || open.cardinality() == WEEK ? ALWAYS : new Hours(runs(open));
  }

  private static List<Stretch> runs(BitSet open) {
    var runs = new ArrayList<Stretch>();
    for (int at = open.nextSetBit(0); at >= 0; ) {
      int end = open.nextClearBit(at);
      runs.add(new Stretch(at, end - at));
      at = open.nextSetBit(end);
    }
    Stretch first = runs.getFirst();
    Stretch last = runs.getLast();
    if (runs.size() > 1 && first.begins() == 0 && last.begins() + last.minutes() == WEEK) {
      runs.removeFirst();
      runs.removeLast();
      runs.add(new Stretch(last.begins(), last.minutes() + first.minutes()));
    }
    return runs;
  }

  /** Whether it is staffed then, and for how long that stays so. */
  Span<Boolean> at(Instant now, ZoneId zone) {
    if (stretches.getFirst().minutes() == WEEK) {
      return new Span<>(null, null, true);
    }
    @Nullable Instant closedSince = null;
    for (Open open : around(now, zone)) {
      if (open.since().isAfter(now)) {
        return new Span<>(closedSince, open.since(), false);
      }
      if (open.until().isAfter(now)) {
        return new Span<>(open.since(), open.until(), true);
      }
      closedSince = open.until();
    }
    return new Span<>(closedSince, null, false);
  }

  /** The stretches near that instant, in their order. */
  private List<Open> around(Instant now, ZoneId zone) {
    int offset = WallTime.offset(now, zone);
    long here = latest(Math.floorDiv(now.getEpochSecond() + offset, 60L));
    if (steady(here, offset, zone)) {
      return List.of(open(here - 1, offset), open(here, offset), open(here + 1, offset));
    }
    var all = new ArrayList<Open>();
    for (long nth = here - stretches.size() - 1; nth <= here + stretches.size() + 1; nth++) {
      Open open = open(nth, zone);
      if (open.since().isBefore(open.until())) {
        all.add(open);
      }
    }
    all.sort(Comparator.comparing(Open::since));
    return joined(all);
  }

  /** Whether the clock is not changed from the stretch before to the one after. */
  private boolean steady(long here, int offset, ZoneId zone) {
    Instant first = open(here - 1, offset).since().minus(DAY_AND_MORE);
    Instant last = open(here + 1, offset).until().plus(DAY_AND_MORE);
    return WallTime.offset(first, zone) == offset && WallTime.offset(last, zone) == offset;
  }

  /** A change of the clock may let them touch. */
  private static List<Open> joined(List<Open> all) {
    for (int i = all.size() - 1; i > 0; i--) {
      Open before = all.get(i - 1);
      Open after = all.get(i);
      if (!before.until().isBefore(after.since())) {
        all.remove(i);
        boolean longer = before.until().isAfter(after.until());
        all.set(i - 1, longer ? before : new Open(before.since(), after.until()));
      }
    }
    return all;
  }

  /** The number of the latest stretch that begins at or before that minute of the wall's clock. */
  private long latest(long minute) {
    long week = Math.floorDiv(minute - A_MONDAY, WEEK);
    int within = Math.floorMod(minute - A_MONDAY, WEEK);
    int nth = stretches.size() - 1;
    while (nth >= 0 && stretches.get(nth).begins() > within) {
      nth--;
    }
    return week * stretches.size() + nth;
  }

  private Open open(long nth, ZoneId zone) {
    return new Open(
        WallTime.instant(minute(nth) * 60, zone),
        WallTime.instant((minute(nth) + stretch(nth).minutes()) * 60, zone));
  }

  private Open open(long nth, int offset) {
    long begins = minute(nth) * 60 - offset;
    return new Open(
        Instant.ofEpochSecond(begins),
        Instant.ofEpochSecond(begins + stretch(nth).minutes() * 60L));
  }

  private long minute(long nth) {
    return A_MONDAY + Math.floorDiv(nth, stretches.size()) * WEEK + stretch(nth).begins();
  }

  private Stretch stretch(long nth) {
    return stretches.get(Math.floorMod(nth, stretches.size()));
  }
}
