package io.evenkeel.oncall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which one thing holds.
 *
 * @param since its first instant; null without a beginning
 * @param until the first instant after it; null without an end
 * @param what what holds; null for nothing
 */
record Span<T>(@Nullable Instant since, @Nullable Instant until, @Nullable T what) {

  /** The same, no wider than the other. */
  Span<T> within(Span<?> other) {
    return new Span<>(later(since, other.since), earlier(until, other.until), what);
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
