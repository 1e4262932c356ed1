package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.ButtonElement;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a runbook: each step with its commands to be copied, and in an incident with a button
 * that says it is done. Nothing in it pings anybody, and nothing in it is run.
 */
public final class RunbookView {
  /** How the names of its buttons begin that tick a step: their answer takes its place. */
  public static final String TICK = "say:step-";

  private RunbookView() {}

  /**
   * @param incident null where the runbook is only read
   * @param done steps of the incident that were done
   * @param wanted counted from 1; null for the page with the first step that is not done
   */
  public static Message of(
      Runbook runbook,
      @Nullable Incident incident,
      List<RunbookStep> done,
      @Nullable Integer wanted) {
    var pages = new RunbookPages(runbook);
    int page = pages.shown(done, wanted);
    String title = "📖 " + runbook.title();
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(HeaderBlock.builder().text(plainText(Fit.plain(title, Fit.HEADER), false)).build());
    blocks.add(SmallPrint.of(position(runbook, incident, done, page, pages.count())));
    String heading = "";
    for (Step step : pages.page(page)) {
      String above = step.heading() + (step.under().isEmpty() ? "" : " · " + step.under());
      if (!above.equals(heading)) {
        blocks.add(section(Mrkdwn.of(Prose.of("").strong(above), Fit.SECTION), null));
        heading = above;
      }
      blocks.addAll(StepView.of(runbook, incident, step, RunbookPages.done(runbook, step, done)));
    }
    String again =
        "runbook " + Offer.quoted(runbook.name()) + (incident == null ? "" : here(incident));
    blocks.addAll(Buttons.row(turns(again, page, pages.count()), List.of()));
    return new Message(Mrkdwn.literal(title, Fit.MESSAGE), blocks);
  }

  private static List<ButtonElement> turns(String again, int page, int pages) {
    var turns = new ArrayList<ButtonElement>();
    if (page > 1) {
      turns.add(CardButtons.button("say:older", "◀ Back", again + " --page " + (page - 1), null));
    }
    if (page < pages) {
      turns.add(CardButtons.button("say:newer", "Next ▶", again + " --page " + (page + 1), null));
    }
    return turns;
  }

  private static String position(
      Runbook runbook, @Nullable Incident incident, List<RunbookStep> done, int page, int pages) {
    long ticked =
        runbook.steps().stream()
            .filter(step -> RunbookPages.done(runbook, step, done).isPresent())
            .count();
    Prose words = Prose.of("");
    words = incident == null ? words : words.strong(incident.label()).text(" · ");
    words =
        words.text(
            (incident == null ? "" : ticked + " of ")
                + runbook.steps().size()
                + (runbook.steps().size() == 1 ? " step" : " steps")
                + (incident == null ? "" : " done"));
    words = pages == 1 ? words : words.text(" · page " + page + " of " + pages);
    return Mrkdwn.of(
        words.text(" · commands are here to be copied: Evenkeel runs none"), Fit.SECTION);
  }

  static String here(Incident incident) {
    return " --incident-id " + incident.number();
  }

  /**
   * The page with a step, below what was said about it.
   *
   * @param answer what became of it
   */
  public static Message after(
      Answer answer, Runbook runbook, Incident incident, List<RunbookStep> done, int step) {
    Message page = of(runbook, incident, done, new RunbookPages(runbook).with(step));
    var blocks = new ArrayList<LayoutBlock>(AnswerView.sections(answer.words()));
    blocks.addAll(page.blocks());
    return new Message(Mrkdwn.of(answer.words(), Fit.SECTION), blocks);
  }

  static LayoutBlock section(String mrkdwn, @Nullable ButtonElement button) {
    return SectionBlock.builder().text(markdownText(mrkdwn)).accessory(button).build();
  }
}
