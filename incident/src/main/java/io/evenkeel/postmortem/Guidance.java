package io.evenkeel.postmortem;

import io.evenkeel.incident.RunbookStep;
import java.util.List;

/**
 * What runbooks did for an incident.
 *
 * @param steps that were done and not taken back, in the order in which they were done
 * @param missing services of it for which there was no runbook when it was declared
 */
public record Guidance(List<RunbookStep> steps, List<String> missing) {
  /** Nothing is known of runbooks. */
  public static final Guidance NONE = new Guidance(List.of(), List.of());

  public Guidance {
    steps = steps.stream().filter(RunbookStep::stands).toList();
    missing = List.copyOf(missing);
  }
}
