package io.evenkeel.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When people begin to work: 09:00 from Monday to Friday, in their own zone. */
public final class WorkingMorning {
  private static final LocalTime BEGIN = LocalTime.of(9, 0);

  private WorkingMorning() {}

  /** The next one, later than now. */
  public static Instant after(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate day = local.toLocalDate();
    while (!works(day) || !day.atTime(BEGIN).atZone(zone).toInstant().isAfter(now)) {
      day = day.plusDays(1);
    }
    return day.atTime(BEGIN).atZone(zone).toInstant();
  }

  /** When people begin to work on that day, a working day or not. */
  public static Instant on(LocalDate day, ZoneId zone) {
    return day.atTime(BEGIN).atZone(zone).toInstant();
  }

  /** Whether people work on that day. */
  public static boolean isOn(LocalDate day) {
    return works(day);
  }

  /** The working day so many working days after today. */
  public static LocalDate daysAfter(Instant now, ZoneId zone, int days) {
    LocalDate day = now.atZone(zone).toLocalDate();
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= works(day) ? 1 : 0;
    }
    return day;
  }

  private static boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
