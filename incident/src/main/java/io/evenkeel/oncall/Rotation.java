package io.evenkeel.oncall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * People who take turns, each for the same time, over and over, without an end.
 *
 * <p>Turns are counted on the clock on the wall: a turn of one day that is handed over at 09:00 is
 * handed over at 09:00 on every day, also when that day has 23 or 25 hours, and a turn of 12 hours
 * that begins at 09:00 ends at 21:00. A handoff at a time which the clock skips or shows twice is
 * when {@link java.time.ZonedDateTime#of(LocalDateTime, ZoneId)} says: it moves forward by the
 * length of the gap, or is the first of the two. On call is the latest turn whose handoff has come;
 * a turn may so be left without any time, where the clock skips more than its length.
 *
 * @param turns at least one; one of them names somebody
 * @param length one hour to 366 days, whole hours, on the clock on the wall
 * @param start the first handoff, on the clock on the wall; before it nobody is on call
 */
public record Rotation(List<Turn> turns, Duration length, LocalDateTime start) implements Plan {
  public static final Duration SHORTEST = Duration.ofHours(1);
  public static final Duration LONGEST = Duration.ofDays(366);

  /** No zone went back by more than a day. */
  private static final Duration A_DAY_AND_MORE = Duration.ofHours(25);

  public Rotation {
    turns = List.copyOf(turns);
    if (turns.stream().allMatch(turn -> turn.who() == null)) {
      throw new IllegalArgumentException("A rotation has participants");
    }
    if (length.compareTo(SHORTEST) < 0
        || length.compareTo(LONGEST) > 0
        || !length.equals(Duration.ofHours(length.toHours()))) {
      throw new IllegalArgumentException("A turn takes whole hours, from one to 366 days");
    }
  }

  @Override
  public Span<Turn> at(Instant now, ZoneId zone) {
    long turn = turnAt(now, zone);
    if (turn < 0) {
      return new Span<>(null, endOf(-1, zone), null);
    }
    return new Span<>(
        handoff(turn, zone), endOf(turn, zone), turns.get(Math.floorMod(turn, turns.size())));
  }

  /** The latest turn whose handoff has come; negative before the first. */
  private long turnAt(Instant now, ZoneId zone) {
    int back = WallTime.offset(now.minus(A_DAY_AND_MORE), zone) - WallTime.offset(now, zone);
    long shown = WallTime.seconds(now, zone) + Math.max(0, back);
    long turn = Math.floorDiv(shown - WallTime.seconds(start), length.toSeconds());
    while (turn >= 0 && handoff(turn, zone).isAfter(now)) {
      turn--;
    }
    return turn;
  }

  /** When any later turn takes over, which is not the next where the clock skips much. */
  private Instant endOf(long turn, ZoneId zone) {
    Instant end = handoff(turn + 1, zone);
    long shown = WallTime.seconds(end, zone);
    for (long later = turn + 2; wall(later) < shown; later++) {
      Instant handoff = handoff(later, zone);
      end = handoff.isBefore(end) ? handoff : end;
    }
    return end;
  }

  private Instant handoff(long turn, ZoneId zone) {
    return WallTime.instant(wall(turn), zone);
  }

  private long wall(long turn) {
    return WallTime.seconds(start) + turn * length.toSeconds();
  }
}
