package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a runbook, with its commands to be copied. */
final class StepView {
  private StepView() {}

  /**
   * @param incident null where the runbook is only read: the step has no button then
   * @param by who did it; empty while nobody has
   */
  static List<LayoutBlock> of(
      Runbook runbook, @Nullable Incident incident, Step step, Optional<RunbookStep> by) {
    Prose words = words(Prose.of((by.isPresent() ? "✅ " : "") + step.number() + ". "), step.text());
    if (by.isPresent()) {
      words = words.text("\n").mention(by.get().by()).text(", ").at(by.get().at());
    }
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(
        RunbookView.section(
            Mrkdwn.of(words, Fit.SECTION),
            incident == null ? null : button(runbook, incident, step, by.isPresent())));
    step.commands().forEach(command -> blocks.add(RichLine.copyable(command)));
    return blocks;
  }

  private static ButtonElement button(Runbook runbook, Incident incident, Step step, boolean done) {
    return CardButtons.button(
        RunbookView.TICK + step.number(),
        done ? "Take back" : "Done",
        "runbook "
            + (done ? "untick " : "tick ")
            + step.number()
            + " "
            + Offer.quoted(runbook.name())
            + " --read "
            + step.mark()
            + RunbookView.here(incident),
        null);
  }

  /** What stands in backticks is shown as what is typed. */
  private static Prose words(Prose before, String text) {
    String[] pieces = text.split("`", -1);
    if (pieces.length % 2 == 0) {
      return before.text(text);
    }
    Prose words = before;
    for (int i = 0; i < pieces.length; i++) {
      boolean code = i % 2 == 1 && !pieces[i].isBlank();
      words = code ? words.code(pieces[i]) : words.text(pieces[i]);
    }
    return words;
  }
}
