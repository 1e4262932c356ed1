package io.evenkeel.sandbox.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Slack's rates: so many calls of a method in any minute; posts one a second and channel after a
 * short burst.
 */
final class RateLimits {

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int BURST = 4;

  private final double scale;
  private final LongSupplier nanos;
  private final Map<String, Deque<Long>> calls = new HashMap<>();

  /** When the bucket of a channel is full again. */
  private final Map<String, Long> posts = new HashMap<>();

  /**
   * Limits measured on a monotonic clock.
   *
   * @param scale 1 as in Slack, 10 for ten times as many, 0 for no limits
   */
  RateLimits(double scale, LongSupplier nanos) {
    this.scale = scale;
    this.nanos = nanos;
  }

  /** Seconds to wait, or 0 if the call may go on and was counted. */
  int take(Served method, String channel) {
    if (scale == 0) {
      return 0;
    }
    if (method.name().equals("chat.postMessage")) {
      return takePost(channel);
    }
    return method.perMinute() == 0 ? 0 : take(method.name(), method.perMinute(), MINUTE);
  }

  private synchronized int take(String key, int limit, long window) {
    long now = nanos.getAsLong();
    long scaled = (long) (window / scale);
    Deque<Long> recent = calls.computeIfAbsent(key, k -> new ArrayDeque<>());
    while (!recent.isEmpty() && now - recent.getFirst() >= scaled) {
      recent.removeFirst();
    }
    if (recent.size() < limit) {
      recent.addLast(now);
      return 0;
    }
    long wait = scaled - (now - recent.getFirst());
    return (int) Math.max(1, (wait + 999_999_999) / 1_000_000_000);
  }

  /** A bucket of four that gains one a second. */
  private synchronized int takePost(String channel) {
    long now = nanos.getAsLong();
    long second = (long) (TimeUnit.SECONDS.toNanos(1) / scale);
    long full = Math.max(now, posts.getOrDefault(channel, now));
    if (full - now > second * (BURST - 1)) {
      return 1;
    }
    posts.put(channel, full + second);
    return 0;
  }
}
