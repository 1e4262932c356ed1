package io.evenkeel.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * From the clock on the wall to the instant. The rule is that of {@link ZonedDateTime#of(
 * LocalDateTime, ZoneId)}, which is also that of RFC 5545, section 3.3.5: a time that the clock
 * skips (a gap) moves forward by the length of the gap, so 02:30 becomes 03:30; a time that it
 * shows twice (an overlap) is the first of the two.
 *
 * <p>A day which a zone left out whole (Pacific/Apia, 30 December 2011) is a gap of 24 hours.
 */
final class WallTime {
  private WallTime() {}

  static Instant instant(LocalDateTime wall, ZoneId zone) {
    return ZonedDateTime.of(wall, zone).toInstant();
  }

  /**
   * @param seconds shown by the clock on the wall, counted from its 1970-01-01T00:00
   */
  static Instant instant(long seconds, ZoneId zone) {
    return instant(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC), zone);
  }

  /** What the clock on the wall shows, in seconds from its 1970-01-01T00:00. */
  static long seconds(Instant at, ZoneId zone) {
    return at.getEpochSecond() + offset(at, zone);
  }

  static long seconds(LocalDateTime wall) {
    return wall.toEpochSecond(ZoneOffset.UTC);
  }

  /** In seconds. */
  static int offset(Instant at, ZoneId zone) {
    return zone.getRules().getOffset(at).getTotalSeconds();
  }
}
