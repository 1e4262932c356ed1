package io.evenkeel.drill;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was measured by one probe. Of what was not measured it says so, and nothing else.
 *
 * @param before the last one before anything was done; null when it was never asked
 * @param measured how often a value came back while something was perturbed
 * @param missed how often none did
 * @param least of the values meanwhile; null when there is none
 * @param most of the values meanwhile; null when there is none
 * @param out the longest stretch out of its bound, from the first measurement that was out to the
 *     first that was not
 * @param blind the longest stretch in which nothing was measured
 * @param after the last one afterwards; null when it was never asked
 * @param missing why a measurement is missing, as the last one says; null when none is
 */
public record Finding(
    Probe probe,
    @Nullable Sample before,
    int measured,
    int missed,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    Duration out,
    Duration blind,
    @Nullable Sample after,
    @Nullable String missing) {

  /**
   * @param number the probe's, counted from 1
   * @param samples all of the drill, in order
   */
  static Finding of(Probe probe, int number, List<Sample> samples) {
    List<Sample> own =
        samples.stream()
            .filter(one -> one.subject() == Sample.Subject.STEADY && one.number() == number)
            .toList();
    List<Sample> during = own.stream().filter(one -> one.phase() == Phase.DURING).toList();
    List<Sample> since = own.stream().filter(one -> one.phase() != Phase.BEFORE).toList();
    List<BigDecimal> values = during.stream().map(Sample::value).filter(Objects::nonNull).toList();
    return new Finding(
        probe,
        last(own, Phase.BEFORE),
        values.size(),
        during.size() - values.size(),
        values.stream().min(BigDecimal::compareTo).orElse(null),
        values.stream().max(BigDecimal::compareTo).orElse(null),
        longest(
            since,
            one -> !one.within(probe.bound()).orElse(true),
            one -> one.within(probe.bound()).orElse(false)),
        longest(since, one -> one.value() == null, one -> one.value() != null),
        last(own, Phase.AFTER),
        own.stream().map(Sample::why).filter(Objects::nonNull).reduce((_, b) -> b).orElse(null));
  }

  private static @Nullable Sample last(List<Sample> samples, Phase phase) {
    return samples.stream().filter(one -> one.phase() == phase).reduce((_, b) -> b).orElse(null);
  }

  private static Duration longest(
      List<Sample> samples, Predicate<Sample> begins, Predicate<Sample> ends) {
    Duration longest = Duration.ZERO;
    Instant from = null;
    for (Sample sample : samples) {
      if (from == null && begins.test(sample)) {
        from = sample.at();
      }
      if (from != null) {
        Duration length = Duration.between(from, sample.at());
        longest = length.compareTo(longest) > 0 ? length : longest;
        from = ends.test(sample) ? null : from;
      }
    }
    return longest;
  }

  /** Whether it held, as far as it was measured. */
  public Verdict verdict() {
    if (before == null || !before.within(probe.bound()).orElse(false) || measured == 0) {
      return Verdict.CANNOT_BE_SAID;
    }
    boolean left = wentOut() && out.compareTo(probe.tolerate()) > 0;
    boolean stayedOut = after != null && !after.within(probe.bound()).orElse(true);
    if (left || stayedOut || (wentOut() && probe.tolerate().isZero())) {
      return Verdict.DID_NOT_HOLD;
    }
    // What nobody saw for longer than it may be out may have been out.
    boolean unseen = blind.compareTo(probe.tolerate()) > 0 && missed > 0;
    return after == null || after.value() == null || unseen ? Verdict.CANNOT_BE_SAID : Verdict.HELD;
  }

  private boolean wentOut() {
    return least != null
        && most != null
        && (!probe.bound().holds(least) || !probe.bound().holds(most));
  }

  /** Why nothing can be said; empty when something can. */
  public String unsaid() {
    if (verdict() != Verdict.CANNOT_BE_SAID) {
      return "";
    }
    String because = missing == null ? "" : ": " + missing;
    if (before == null || before.value() == null) {
      return probe.name() + " was not measured before anything was done" + because;
    }
    if (!before.within(probe.bound()).orElse(false)) {
      return probe.name() + " was out of its bound before anything was done";
    }
    if (measured == 0) {
      return probe.name() + " was not measured while something was perturbed" + because;
    }
    if (after == null || after.value() == null) {
      return probe.name() + " was not measured afterwards" + because;
    }
    return probe.name() + " was not measured for " + Lengths.of(blind) + because;
  }
}
