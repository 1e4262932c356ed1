package io.evenkeel.bot.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How often each of many may do something: so many at once, and so many a minute after that. Kept
 * by each replica for itself, and for at most 10,000 of them: whoever was not seen longest is
 * forgotten first. Safe for any number of threads.
 */
public final class Allowance {
  private static final int MOST = 10_000;

  private final int burst;
  private final double perSecond;
  private final Map<String, Level> levels = new Bounded<>(MOST);

  private record Level(double left, Instant at) {}

  /**
   * @param burst at once
   * @param perMinute on and on
   */
  public Allowance(int burst, int perMinute) {
    this.burst = burst;
    perSecond = perMinute / 60.0;
  }

  /**
   * Takes one, if there is one.
   *
   * @return zero when there was; else how long until there is
   */
  public synchronized Duration take(String who, Instant now) {
    double left = left(who, now);
    if (left < 1) {
      return Duration.ofMillis((long) Math.ceil((1 - left) / perSecond * 1000));
    }
    levels.put(who, new Level(left - 1, now));
    return Duration.ZERO;
  }

  /** The same without taking it. */
  public synchronized Duration wait(String who, Instant now) {
    double left = left(who, now);
    return left < 1
        ? Duration.ofMillis((long) Math.ceil((1 - left) / perSecond * 1000))
        : Duration.ZERO;
  }

  private double left(String who, Instant now) {
    Level level = levels.get(who);
    if (level == null) {
      return burst;
    }
    // A clock that was put back gives nothing and takes nothing.
    double passed = Math.max(0, Duration.between(level.at(), now).toMillis() / 1000.0);
    return Math.min(burst, level.left() + passed * perSecond);
  }
}
