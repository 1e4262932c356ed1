package io.evenkeel.oncall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the stretches of {@link Hours} really are, on the clock on the wall of a zone.
 *
 * @param stretches in the order of the week; together less than a week
 */
record Openings(List<Hours.Stretch> stretches, ZoneId zone) {
  private static final long A_MONDAY = LocalDate.of(1970, 1, 5).toEpochDay() * Hours.DAY;

  private static final Duration DAY_AND_MORE = Duration.ofHours(25);

  private record Open(Instant since, Instant until) {}

  /** Whether it is staffed then, and for how long that stays so. */
  Span<Boolean> at(Instant now) {
    @Nullable Instant closedSince = null;
    for (Open open : around(now)) {
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
  private List<Open> around(Instant now) {
    int offset = WallTime.offset(now, zone);
    long here = latest(Math.floorDiv(now.getEpochSecond() + offset, 60L));
    if (steady(here, offset)) {
      return List.of(open(here - 1, offset), open(here, offset), open(here + 1, offset));
    }
    var all = new ArrayList<Open>();
    for (long nth = here - stretches.size() - 1; nth <= here + stretches.size() + 1; nth++) {
      Open open = open(nth);
      if (open.since().isBefore(open.until())) {
        all.add(open);
      }
    }
    all.sort(Comparator.comparing(Open::since));
    return joined(all);
  }

  /** Whether the clock is not changed from the stretch before to the one after. */
  private boolean steady(long here, int offset) {
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
    long week = Math.floorDiv(minute - A_MONDAY, Hours.WEEK);
    int within = Math.floorMod(minute - A_MONDAY, Hours.WEEK);
    int nth = stretches.size() - 1;
    while (nth >= 0 && stretches.get(nth).begins() > within) {
      nth--;
    }
    return week * stretches.size() + nth;
  }

  private Open open(long nth) {
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
    return A_MONDAY + Math.floorDiv(nth, stretches.size()) * Hours.WEEK + stretch(nth).begins();
  }

  private Hours.Stretch stretch(long nth) {
    return stretches.get(Math.floorMod(nth, stretches.size()));
  }
}
