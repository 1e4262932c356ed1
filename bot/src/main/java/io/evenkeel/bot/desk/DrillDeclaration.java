package io.evenkeel.bot.desk;

import io.evenkeel.drill.Experiment;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Visibility;
import java.util.List;

/** The incident that an experiment is run in, and what is said there first. */
final class DrillDeclaration {
  private DrillDeclaration() {}

  static Command.Declare of(House house, Experiment experiment) {
    String named = experiment.severity();
    Severity severity = named == null ? null : house.severities().find(named).orElse(null);
    String service = experiment.service();
    return new Command.Declare(
        experiment.title(),
        severity == null ? house.severities().assumed() : severity,
        service == null ? List.of() : List.of(service),
        null,
        null,
        Visibility.PUBLIC,
        Mode.DRILL,
        true,
        null);
  }

  /** What should hold, what is expected, and when it is aborted. */
  static String hypothesis(Experiment experiment) {
    return "Experiment "
        + experiment.name()
        + ". Hypothesis: "
        + experiment.hypothesis()
        + (experiment.expected() == null ? "" : "\nExpected: " + experiment.expected())
        + aborts(experiment);
  }

  private static String aborts(Experiment experiment) {
    return experiment.abort().isEmpty()
        ? ""
        : "\nAbort it when: "
            + String.join(
                "; ",
                experiment.abort().stream()
                    .map(one -> one.words() + (one.forPeople() ? " (nobody measures it)" : ""))
                    .toList());
  }
}
