package io.evenkeel.slo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an objective.
 *
 * @param reading the newest; null when there never was one
 * @param failingSince since when it cannot be measured; null while it can
 * @param failure why, as a sentence; null while it can
 */
public record Stand(
    Objective objective,
    @Nullable Reading reading,
    @Nullable Instant failingSince,
    @Nullable String failure) {
  /** Older readings are history: nothing follows from them. */
  public static final Duration FRESH = Duration.ofMinutes(10);

  /** The newest reading while it tells how things are; null when it is not known. */
  public @Nullable Reading fresh(Instant now) {
    return reading == null || reading.at().plus(FRESH).isBefore(now) ? null : reading;
  }
}
