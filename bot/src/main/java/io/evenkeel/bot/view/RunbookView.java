package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.ContextBlock;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of a runbook: each step with its commands to be copied, and in an incident with a button
 * that says it is done. Nothing in it pings anybody, and nothing in it is run.
 */
public final class RunbookView {
  /** How the names of its buttons begin that tick a step: their answer takes its place. */
  public static final String TICK = "say:step-";

  /** So many blocks fit into a message; a page ends before they are full. */
  private static final int BLOCKS = 46;

  private static final int STEPS = 10;

  /** So much of the text of one message a page may hold. */
  private static final int LETTERS = 9_000;

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
    List<List<Step>> pages = pages(runbook);
    int page = page(pages, runbook, done, wanted);
    String title = "📖 " + runbook.title();
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(HeaderBlock.builder().text(plainText(Fit.plain(title, Fit.HEADER), false)).build());
    blocks.add(context(position(runbook, incident, done, page, pages.size())));
    String heading = "";
    for (Step step : pages.get(page - 1)) {
      String above = step.heading() + (step.under().isEmpty() ? "" : " · " + step.under());
      if (!above.equals(heading)) {
        blocks.add(section(Mrkdwn.of(Prose.of("").strong(above), Fit.SECTION), null));
        heading = above;
      }
      blocks.addAll(step(runbook, incident, step, of(runbook, step, done)));
    }
    String again =
        "runbook " + Offer.quoted(runbook.name()) + (incident == null ? "" : here(incident));
    blocks.addAll(Buttons.row(turns(again, page, pages.size()), List.of()));
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
        runbook.steps().stream().filter(step -> of(runbook, step, done).isPresent()).count();
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

  private static List<LayoutBlock> step(
      Runbook runbook, @Nullable Incident incident, Step step, Optional<RunbookStep> by) {
    Prose words = words(Prose.of((by.isPresent() ? "✅ " : "") + step.number() + ". "), step.text());
    if (by.isPresent()) {
      words = words.text("\n").mention(by.get().by()).text(", ").at(by.get().at());
    }
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(
        section(
            Mrkdwn.of(words, Fit.SECTION),
            incident == null ? null : button(runbook, incident, step, by.isPresent())));
    step.commands().forEach(command -> blocks.add(RichLine.copyable(command)));
    return blocks;
  }

  private static ButtonElement button(Runbook runbook, Incident incident, Step step, boolean done) {
    return CardButtons.button(
        TICK + step.number(),
        done ? "Take back" : "Done",
        "runbook "
            + (done ? "untick " : "tick ")
            + step.number()
            + " "
            + Offer.quoted(runbook.name())
            + " --read "
            + step.mark()
            + here(incident),
        null);
  }

  private static String here(Incident incident) {
    return " --incident-id " + incident.number();
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

  private static Optional<RunbookStep> of(Runbook runbook, Step step, List<RunbookStep> done) {
    return done.stream()
        .filter(RunbookStep::stands)
        .filter(one -> one.of(runbook.name(), step.number(), step.text()))
        .findFirst();
  }

  /**
   * The page with a step, below what was said about it.
   *
   * @param answer what became of it
   */
  public static Message after(
      Answer answer, Runbook runbook, Incident incident, List<RunbookStep> done, int step) {
    Message page = of(runbook, incident, done, pageOf(runbook, step));
    var blocks = new ArrayList<LayoutBlock>(AnswerView.sections(answer.words()));
    blocks.addAll(page.blocks());
    return new Message(Mrkdwn.of(answer.words(), Fit.SECTION), blocks);
  }

  /** The page that holds a step. */
  private static int pageOf(Runbook runbook, int step) {
    List<List<Step>> pages = pages(runbook);
    for (int i = 0; i < pages.size(); i++) {
      if (pages.get(i).getLast().number() >= step) {
        return i + 1;
      }
    }
    return pages.size();
  }

  private static int page(
      List<List<Step>> pages, Runbook runbook, List<RunbookStep> done, @Nullable Integer wanted) {
    if (wanted != null) {
      return Math.min(wanted, pages.size());
    }
    return runbook.steps().stream()
        .filter(step -> of(runbook, step, done).isEmpty())
        .findFirst()
        .map(step -> pageOf(runbook, step.number()))
        .orElse(pages.size());
  }

  private static List<List<Step>> pages(Runbook runbook) {
    var pages = new ArrayList<List<Step>>();
    var page = new ArrayList<Step>();
    int blocks = 0;
    int letters = 0;
    for (Step step : runbook.steps()) {
      // At worst a heading of its own stands above it.
      int needed = 2 + step.commands().size();
      int length = step.text().length() + step.commands().stream().mapToInt(String::length).sum();
      boolean full = page.size() == STEPS || blocks + needed > BLOCKS || letters + length > LETTERS;
      if (full && !page.isEmpty()) {
        pages.add(List.copyOf(page));
        page.clear();
        blocks = 0;
        letters = 0;
      }
      page.add(step);
      blocks += needed;
      letters += length;
    }
    pages.add(List.copyOf(page));
    return pages;
  }

  private static LayoutBlock section(String mrkdwn, @Nullable ButtonElement button) {
    return SectionBlock.builder().text(markdownText(mrkdwn)).accessory(button).build();
  }

  private static LayoutBlock context(String mrkdwn) {
    return ContextBlock.builder().elements(List.of(markdownText(mrkdwn))).build();
  }
}
