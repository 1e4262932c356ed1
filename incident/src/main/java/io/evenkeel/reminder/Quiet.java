package io.evenkeel.reminder;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When somebody does not want to be told of what can wait.
 *
 * @param begins by the clock of their zone; after {@code ends} when it reaches past midnight
 */
public record Quiet(LocalTime begins, LocalTime ends, ZoneId zone) {
  public Quiet {
    if (begins.equals(ends)) {
      throw new IllegalArgumentException("quiet hours must end at another time than they begin");
    }
  }

  /**
   * When it ends, if it is quiet then. Where the clocks skip that time, at the next one there is.
   */
  public Optional<Instant> until(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean overnight = begins.isAfter(ends);
    boolean quiet =
        overnight
            ? !time.isBefore(begins) || time.isBefore(ends)
            : !time.isBefore(begins) && time.isBefore(ends);
    if (!quiet) {
      return Optional.empty();
    }
    boolean tomorrow = overnight && !time.isBefore(begins);
    var day = tomorrow ? local.toLocalDate().plusDays(1) : local.toLocalDate();
    Instant end = day.atTime(ends).atZone(zone).toInstant();
    return Optional.of(end).filter(at::isBefore);
  }
}
