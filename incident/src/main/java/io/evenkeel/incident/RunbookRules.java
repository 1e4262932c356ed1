package io.evenkeel.incident;

import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who did which step of a runbook. It is recorded at any time, also after the end. */
final class RunbookRules {
  private static final int SHOWN = 200;

  private RunbookRules() {}

  /**
   * @param before what was done by the incident's runbooks so far
   */
  static Decision follow(
      Incident incident,
      List<RunbookStep> before,
      Runbook runbook,
      StepOrder order,
      Actor actor,
      Instant now) {
    Optional<Step> found = runbook.step(order.step());
    if (found.isEmpty()) {
      return Change.refused(
          Prose.of("Nothing was recorded: the runbook ")
              .strong(runbook.title())
              .text(" has steps 1 to " + runbook.steps().size() + "."),
          show(incident, runbook));
    }
    Step step = found.get();
    if (order.read() != null && !order.read().equals(step.mark())) {
      return changed(incident, runbook, step, order);
    }
    Optional<RunbookStep> stands =
        before.stream()
            .filter(RunbookStep::stands)
            .filter(one -> one.of(runbook.name(), step.number(), step.text()))
            .reduce((_, later) -> later);
    if (order.done() == stands.isPresent()) {
      return already(incident, runbook, step, stands);
    }
    Person me = Standing.doer(actor);
    var change = new Change(incident, actor, now);
    change.keep(
        stands
            .map(one -> one.undone(me, now))
            .orElseGet(() ->
                new RunbookStep(
                    before.size() + 1,
                    runbook.name(),
                    step.number(),
                    step.heading(),
                    step.text(),
                    me,
                    now,
                    null)));
    change.entry(
        EntryKind.RUNBOOK,
        (order.done() ? "Did step " : "Took back step ")
            + step.number()
            + " of the runbook "
            + runbook.name()
            + ": "
            + first(step.text()));
    change.thread();
    return change.accepted(
        Prose.of(order.done() ? "✅ Step " : "Step ")
            .text(step.number() + " of ")
            .strong(runbook.title())
            .text(order.done() ? " is done on " : " is open again on ")
            .strong(incident.label())
            .text("."));
  }

  private static Decision already(
      Incident incident, Runbook runbook, Step step, Optional<RunbookStep> stands) {
    return stands
        .map(one ->
            Change.refused(
                Prose.of("Nothing was recorded: ")
                    .then(wordsOf(step, runbook))
                    .text(" was done by ")
                    .mention(one.by())
                    .text(" at ")
                    .at(one.at())
                    .text(" already."),
                show(incident, runbook)))
        .orElseGet(() ->
            Change.refused(
                Prose.of("Nothing was recorded: ")
                    .then(wordsOf(step, runbook))
                    .text(" is not ticked."),
                show(incident, runbook)));
  }

  private static Prose wordsOf(Step step, Runbook runbook) {
    return Prose.of("step " + step.number() + " of ").strong(runbook.title());
  }

  /** Another step has its number by now: what was meant is not guessed. */
  private static Decision changed(Incident incident, Runbook runbook, Step step, StepOrder order) {
    return Change.refused(
        Prose.of("Nothing was recorded: the runbook ")
            .strong(runbook.title())
            .text(
                " was changed since it was shown, and its step " + step.number() + " reads now: “")
            .text(first(step.text()) + "”."),
        show(incident, runbook),
        Offer.plain(
            order.done() ? "I did that" : "Take that back",
            "runbook "
                + (order.done() ? "tick " : "untick ")
                + step.number()
                + " "
                + Offer.quoted(runbook.name())
                + " --incident-id "
                + incident.number()));
  }

  private static Offer show(Incident incident, Runbook runbook) {
    return Offer.plain(
        "Show the runbook",
        "runbook " + Offer.quoted(runbook.name()) + " --incident-id " + incident.number());
  }

  /** Its first line: the whole step stands in the runbook. */
  private static String first(String text) {
    String line = text.lines().findFirst().orElse(text);
    int end = Math.min(line.length(), SHOWN);
    end = end > 0 && Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }
}
