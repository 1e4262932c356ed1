package io.evenkeel.bot.plain;

import io.evenkeel.incident.RunbookStep;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Step;
import java.util.List;
import java.util.Optional;

/** A runbook in plain lines: {@code [x]} stands before what was done. */
final class RunbookText {
  private RunbookText() {}

  static String of(Runbook runbook, List<RunbookStep> done) {
    var lines = new StringBuilder(runbook.title() + " (" + runbook.name() + ")");
    String heading = "";
    String under = "";
    for (Step step : runbook.steps()) {
      if (!step.heading().equals(heading)) {
        lines.append("\n\n").append(step.heading());
        heading = step.heading();
        under = "";
      }
      if (!step.under().equals(under) && !step.under().isEmpty()) {
        lines.append("\n  ").append(step.under());
      }
      under = step.under();
      Optional<RunbookStep> by =
          done.stream()
              .filter(RunbookStep::stands)
              .filter(one -> one.of(runbook.name(), step.number(), step.text()))
              .findFirst();
      lines.append("\n[").append(by.isPresent() ? "x" : " ").append("] ");
      lines.append(step.number()).append(". ").append(step.text().replace("\n", "\n       "));
      by.ifPresent(one -> lines.append(" (").append(one.by().name()).append(')'));
      for (String command : step.commands()) {
        lines.append("\n         ").append(command.replace("\n", "\n         "));
      }
    }
    return lines + "\n\nDone with one: runbook tick 3";
  }
}
