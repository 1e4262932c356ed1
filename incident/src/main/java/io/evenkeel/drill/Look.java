package io.evenkeel.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one look at Prometheus says of an experiment.
 *
 * @param samples one for each probe and each measured abort condition
 */
record Look(Experiment experiment, List<Sample> samples) {
  /** All probes were measured, and all hold. */
  boolean steady() {
    var held =
        samples.stream()
            .filter(sample -> sample.subject() == Sample.Subject.STEADY)
            .filter(sample ->
                sample.within(experiment.steady().get(sample.number() - 1).bound()).orElse(false))
            .map(Sample::number)
            .collect(Collectors.toSet());
    return held.size() == experiment.steady().size();
  }

  /** Whether the perturbation was over by then. */
  boolean after() {
    return samples.stream().allMatch(sample -> sample.phase() == Phase.AFTER);
  }

  /** The abort conditions that hold, in words; empty where none does. */
  Optional<String> holding() {
    List<AbortCondition> watched = experiment.watched();
    var held = new ArrayList<String>();
    for (Sample sample : samples) {
      if (sample.subject() != Sample.Subject.ABORT || sample.value() == null) {
        continue;
      }
      AbortCondition condition = watched.get(sample.number() - 1);
      Bound bound = condition.bound();
      if (bound != null && bound.holds(sample.value())) {
        held.add(
            condition.name()
                + " is "
                + Bound.read(sample.value(), condition.unit())
                + " ("
                + bound.words(condition.unit())
                + ")");
      }
    }
    return held.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", held));
  }
}
