package io.evenkeel.slo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is new of a service should be held back: when a quarter or less is left of any of
 * its budgets. Where an objective cannot be measured, what was known last holds: a Prometheus that
 * is away neither ends a freeze nor begins one. An objective that was never measured freezes
 * nothing.
 *
 * @param measured whether every objective is measured now, and there is one
 * @param band the worst of all that is known; null when nothing is
 * @param since when the freeze began, as exactly as readings are kept; null while there is none
 * @param reason in a sentence or more, for people
 */
public record Freeze(
    boolean freeze, boolean measured, @Nullable Band band, @Nullable Instant since, String reason) {

  /**
   * An objective of the service.
   *
   * @param past what was left, in the order of time
   */
  public record Kept(Stand stand, List<BurnDown.Point> past) {}

  /** By all objectives of one service. */
  public static Freeze of(List<Kept> objectives, Instant now) {
    if (objectives.isEmpty()) {
      return new Freeze(
          false, false, null, null, "Nothing is promised of this service, so nothing is frozen.");
    }
    @Nullable Band worst =
        objectives.stream()
            .filter(one -> one.stand().reading() != null)
            .map(Freeze::band)
            .max(Comparator.naturalOrder())
            .orElse(null);
    boolean freeze = worst != null && worst.freezes();
    List<Kept> unknown = objectives.stream().filter(one -> one.stand().fresh(now) == null).toList();
    @Nullable Instant since =
        freeze
            ? objectives.stream()
                .filter(one -> one.stand().reading() != null && band(one).freezes())
                .map(Freeze::since)
                .min(Comparator.naturalOrder())
                .orElse(null)
            : null;
    return new Freeze(freeze, unknown.isEmpty(), worst, since, reason(objectives, unknown, freeze));
  }

  private static String reason(List<Kept> objectives, List<Kept> unknown, boolean freeze) {
    String told =
        objectives.stream()
            .filter(one -> one.stand().reading() != null)
            .filter(one -> !freeze || band(one).freezes())
            .map(one -> one.stand().objective().name() + ": " + BudgetWords.left(budget(one)))
            .collect(Collectors.joining(" "));
    String missing =
        unknown.stream()
            .map(one ->
                one.stand().objective().name()
                    + (one.stand().reading() == null
                        ? " was never measured, so it freezes nothing."
                        : " is not measured now: what was known last holds."))
            .collect(Collectors.joining(" "));
    return (told + " " + missing).strip();
  }

  private static Budget budget(Kept one) {
    Reading reading = one.stand().reading();
    if (reading == null) {
      throw new IllegalArgumentException("never measured: " + one.stand().objective().key());
    }
    return reading.budget();
  }

  private static Band band(Kept one) {
    return budget(one).band();
  }

  /** The first reading of those that freeze without a break up to the newest. */
  private static Instant since(Kept one) {
    Reading newest = one.stand().reading();
    Instant since = newest == null ? Instant.EPOCH : newest.at();
    for (BurnDown.Point point : one.past().reversed()) {
      if (!Band.of(point.left()).freezes()) {
        break;
      }
      since = point.at().isBefore(since) ? point.at() : since;
    }
    return since;
  }
}
