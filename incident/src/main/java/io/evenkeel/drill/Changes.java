package io.evenkeel.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told of a measurement: only where its verdict is another than the last one's. */
final class Changes {
  private enum Was {
    WITHIN,
    OUT,
    UNKNOWN
  }

  private Changes() {}

  static List<String> of(Experiment experiment, List<Sample> earlier, List<Sample> samples) {
    var told = new ArrayList<String>();
    for (Sample sample : samples) {
      if (sample.subject() == Sample.Subject.STEADY) {
        Probe probe = experiment.steady().get(sample.number() - 1);
        Sample last = last(earlier, sample);
        Was before = last == null ? null : was(probe, last);
        boolean fresh = last == null || last.phase() != sample.phase();
        Was is = was(probe, sample);
        if (is != before || (fresh && sample.phase() == Phase.AFTER)) {
          told.add(words(probe, sample, is, before, earlier));
        }
      }
    }
    return told;
  }

  private static @Nullable Sample last(List<Sample> earlier, Sample now) {
    return earlier.stream()
        .filter(one -> one.subject() == now.subject() && one.number() == now.number())
        .reduce((_, later) -> later)
        .orElse(null);
  }

  private static Was was(Probe probe, Sample sample) {
    return sample.within(probe.bound()).map(in -> in ? Was.WITHIN : Was.OUT).orElse(Was.UNKNOWN);
  }

  private static String words(
      Probe probe, Sample sample, Was is, @Nullable Was before, List<Sample> earlier) {
    String when =
        switch (sample.phase()) {
          case BEFORE -> "Before: ";
          case DURING -> "";
          case AFTER -> "Afterwards: ";
        };
    if (sample.value() == null) {
      return when
          + probe.name()
          + " was not measured: "
          + Objects.requireNonNull(sample.why())
          + ".";
    }
    String value = Bound.read(sample.value(), probe.unit());
    String bound = probe.bound().words(probe.unit());
    String words = when + probe.name() + " is " + value;
    return switch (is) {
      case OUT -> words + ", which has to be " + bound + ".";
      case WITHIN, UNKNOWN ->
          before == Was.OUT
              ? words
                  + " again ("
                  + bound
                  + "), after "
                  + Lengths.of(out(probe, sample, earlier))
                  + "."
              : words + " (" + bound + ").";
    };
  }

  /** Since the first measurement that was out of bounds without one within after it. */
  private static Duration out(Probe probe, Sample now, List<Sample> earlier) {
    Sample first = now;
    for (Sample sample : earlier.reversed()) {
      if (sample.subject() == now.subject() && sample.number() == now.number()) {
        if (was(probe, sample) == Was.WITHIN) {
          break;
        }
        first = sample;
      }
    }
    return Duration.between(first.at(), now.at());
  }
}
