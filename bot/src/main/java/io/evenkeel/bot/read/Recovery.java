package io.evenkeel.bot.read;

import io.evenkeel.service.Readiness;
import io.evenkeel.service.Service;
import java.time.Duration;
import java.time.LocalDate;

/** How a service comes back, in words. */
final class Recovery {
  private Recovery() {}

  static String words(Service service, LocalDate today) {
    Duration rto = service.rto();
    Duration rpo = service.rpo();
    LocalDate tested = service.tested();
    return (rto == null ? "no time is set (RTO)" : "within " + length(rto) + " (RTO)")
        + ", "
        + (rpo == null
            ? "no loss is set (RPO)"
            : rpo.isZero() ? "nothing lost (RPO)" : "at most " + length(rpo) + " lost (RPO)")
        + ", "
        + (tested == null
            ? "never tested ⚠️"
            : "last tested "
                + tested
                + (Readiness.tested(service, today) ? "" : " ⚠️ (not this quarter)"));
  }

  private static String length(Duration time) {
    if (time.toMinutes() == 0) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() == 0 || time.toMinutesPart() != 0) {
      return time.toMinutes() + " min";
    }
    return time.toDays() > 0 && time.toHoursPart() == 0
        ? time.toDays() + (time.toDays() == 1 ? " day" : " days")
        : time.toHours() + " h";
  }
}
