package io.evenkeel.oncall;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * Hours of a week, on the clock on the wall.
 *
 * @param days on which it begins; at least one
 * @param until the first minute after it; not later than {@code from} means on the next day, and
 *     equal means 24 hours
 */
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
  public Window {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A window has days");
    }
    if (from.getSecond() + from.getNano() + until.getSecond() + until.getNano() != 0) {
      throw new IllegalArgumentException("A window counts in whole minutes");
    }
  }

  int beginsAt() {
    return from.toSecondOfDay() / 60;
  }

  int minutes() {
    int minutes = (until.toSecondOfDay() - from.toSecondOfDay()) / 60;
    return minutes > 0 ? minutes : minutes + 24 * 60;
  }
}
