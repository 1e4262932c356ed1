package io.evenkeel.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * At which hours of the week a layer is staffed, on the clock on the wall. Windows that touch or
 * overlap are one stretch. Its ends follow {@link java.time.ZonedDateTime#of}: a time that the
 * clock skips moves forward, one that it shows twice is the first of the two; a stretch which that
 * leaves without any time does not take place.
 *
 * @param stretches in the order of the week, apart from one another; at least one
 */
public record Hours(List<Stretch> stretches) {
  static final int DAY = 24 * 60;
  static final int WEEK = 7 * DAY;
  public static final Hours ALWAYS = new Hours(List.of(new Stretch(0, WEEK)));

  /**
   * @param begins in minutes from Monday 00:00
   * @param minutes at most a week
   */
  public record Stretch(int begins, int minutes) {}

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
    return new Openings(stretches, zone).at(now);
  }
}
