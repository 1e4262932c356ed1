package io.evenkeel.drill;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as somebody wrote it down before: what is expected, what is done, what shows how it
 * goes, and when to stop.
 *
 * @param name lower-case words with hyphens, as it is called by {@code drill run}
 * @param steady what has to hold, at least one
 * @param perturbation what people do, in order, at least one
 * @param expected what should be seen meanwhile; null when nobody wrote it
 * @param rollback how it is taken back, also when it is aborted
 * @param observe how long it is watched after the last thing was done
 * @param every how often it is measured
 * @param recovery how long it is waited for the steady state afterwards
 */
public record Experiment(
    String name,
    String title,
    @Nullable String service,
    @Nullable String severity,
    String hypothesis,
    List<Probe> steady,
    List<Step> perturbation,
    @Nullable String expected,
    List<AbortCondition> abort,
    List<Step> rollback,
    Duration observe,
    Duration every,
    Duration recovery) {
  public Experiment {
    steady = List.copyOf(steady);
    perturbation = List.copyOf(perturbation);
    abort = List.copyOf(abort);
    rollback = List.copyOf(rollback);
  }

  /** The conditions that are measured. */
  public List<AbortCondition> watched() {
    return abort.stream().filter(one -> !one.forPeople()).toList();
  }
}
