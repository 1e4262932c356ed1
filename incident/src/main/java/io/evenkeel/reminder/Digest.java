package io.evenkeel.reminder;

import io.evenkeel.incident.WorkingMorning;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * When somebody is told of their action items: at 09:00 of their zone on the working day on which
 * one falls due, and on Mondays as long as one is overdue.
 */
public final class Digest {
  private Digest() {}

  /** The latest day that it can be anywhere. */
  public static LocalDate lastDay(Instant now) {
    return now.atOffset(ZoneOffset.ofHours(14)).toLocalDate();
  }

  /** The earliest day that counts anywhere: on Mondays all that is overdue does. */
  public static LocalDate firstDay(Instant now) {
    LocalDate first = now.atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
    boolean monday =
        first
            .datesUntil(lastDay(now).plusDays(1))
            .anyMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
    return monday ? LocalDate.EPOCH : first;
  }

  /**
   * The morning that has come and of which they were not told.
   *
   * @param due the days on which their open action items are or were due
   * @param told of which morning they were told last, UTC
   */
  public static Optional<Instant> due(List<LocalDate> due, ZoneId zone, Instant told, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant morning = WorkingMorning.on(today, zone);
    boolean monday = today.getDayOfWeek() == DayOfWeek.MONDAY;
    boolean something =
        due.stream().anyMatch(day -> monday ? !day.isAfter(today) : day.equals(today));
    return something && WorkingMorning.isOn(today) && !morning.isAfter(now) && morning.isAfter(told)
        ? Optional.of(morning)
        : Optional.empty();
  }
}
