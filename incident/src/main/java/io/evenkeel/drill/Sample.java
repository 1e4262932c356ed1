package io.evenkeel.drill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One measurement, or why there is none.
 *
 * @param subject what was asked
 * @param number which of them, counted from 1 in the experiment's order
 * @param at when, UTC at microseconds
 * @param value null when nothing was measured
 * @param why why nothing was measured, in words; null when something was
 */
public record Sample(
    Subject subject,
    int number,
    Phase phase,
    Instant at,
    @Nullable BigDecimal value,
    @Nullable String why) {

  /** Stored as its word: never renamed. */
  public enum Subject {
    STEADY,
    ABORT
  }

  public Sample {
    if ((value == null) == (why == null)) {
      throw new IllegalArgumentException("a value, or why there is none");
    }
  }

  public static Sample measured(
      Subject subject, int number, Phase phase, Instant at, BigDecimal value) {
    return new Sample(subject, number, phase, at, value, null);
  }

  public static Sample unmeasured(
      Subject subject, int number, Phase phase, Instant at, String why) {
    return new Sample(subject, number, phase, at, null, why);
  }

  /** Whether that bound held then; empty when nothing was measured. */
  public Optional<Boolean> within(Bound bound) {
    return Optional.ofNullable(value).map(bound::holds);
  }
}
