package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TPlus;
import io.evenkeel.incident.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page of the timeline, for whoever asked: each entry with its number and its time in the
 * reader's zone. What people wrote has a button that puts it right.
 */
public final class TimelineView {
  /** An entry is read here, not studied: the whole text is in the postmortem. */
  private static final int LONGEST = 400;

  private TimelineView() {}

  /**
   * @param putRight the entries of it that a later one supersedes
   * @param correctors who has put an entry right, by the entry that stands instead
   * @param page counted from 1, the oldest entries first
   * @param hidden how many entries stand in the history alone
   * @param history whether this is the history
   */
  public record Page(
      List<TimelineEntry> entries,
      Set<Integer> putRight,
      Map<Integer, String> correctors,
      int page,
      int pages,
      int hidden,
      boolean history) {}

  public static Message of(Incident incident, SeverityScale severities, Page page) {
    String title =
        (page.history() ? "History of the timeline of " : "Timeline of ") + incident.label();
    var blocks =
        new ArrayList<LayoutBlock>(
            AnswerView.sections(
                Prose.of("").strong(title).text(page.pages() == 1 ? "" : " · " + position(page))));
    var lines = new ArrayList<RichLine>();
    for (TimelineEntry entry : page.entries()) {
      Prose line = line(incident, severities, entry, page);
      if (page.history() || !written(entry)) {
        lines.add(RichLine.of(line));
        continue;
      }
      flush(lines, blocks);
      blocks.add(
          SectionBlock.builder()
              .text(markdownText(Mrkdwn.of(line, Fit.SECTION)))
              .accessory(
                  CardButtons.button(
                      "say:correct-" + entry.seq(),
                      "Correct",
                      "correct " + entry.seq() + " --incident-id " + incident.number(),
                      null))
              .build());
    }
    flush(lines, blocks);
    blocks.addAll(buttons(incident, page));
    return new Message(Mrkdwn.literal(title, Fit.MESSAGE), blocks);
  }

  /** What somebody put into words, which can be put right. */
  private static boolean written(TimelineEntry entry) {
    return entry.kind() == EntryKind.NOTE
        || entry.kind() == EntryKind.DECISION
        || entry.kind() == EntryKind.UPDATE;
  }

  private static void flush(List<RichLine> lines, List<LayoutBlock> blocks) {
    if (!lines.isEmpty()) {
      blocks.add(RichLine.block(List.copyOf(lines)));
      lines.clear();
    }
  }

  private static List<LayoutBlock> buttons(Incident incident, Page page) {
    String plain = "timeline --incident-id " + incident.number();
    String command = plain + (page.history() ? " --history" : "");
    var offers = new ArrayList<Offer>();
    if (page.history()) {
      offers.add(Offer.plain("As it stands", plain));
    } else if (page.hidden() > 0) {
      offers.add(Offer.plain("History: " + page.hidden() + " more", plain + " --history"));
    }
    return Buttons.row(
        Buttons.turns(
            page.page() > 1 ? command + " --page " + (page.page() - 1) : null,
            page.page() < page.pages() ? command + " --page " + (page.page() + 1) : null),
        offers);
  }

  private static String position(Page page) {
    return "page " + page.page() + " of " + page.pages();
  }

  private static Prose line(
      Incident incident, SeverityScale severities, TimelineEntry entry, Page page) {
    Prose line =
        Prose.of(entry.seq() + ". ")
            .at(entry.occurredAt())
            .text(" (" + TPlus.label(incident.zero(), entry.occurredAt()) + ") ")
            .text(EntryMark.of(entry.kind(), incident, severities) + " ")
            .strong(entry.actor().name())
            .text(Fit.plain(EntryWords.said(entry), LONGEST));
    String source = entry.source();
    if (source != null && source.matches("https?://.*")) {
      line = line.text(" ").link(source, "source");
    }
    String by = page.correctors().get(entry.seq());
    if (by != null) {
      line = line.text(" (corrected by " + by + ")");
    } else if (EntriesView.edited(entry)) {
      line = line.text(" (edited ").at(entry.recordedAt()).text(")");
    }
    return page.putRight().contains(entry.seq()) ? line.text(" (put right later)") : line;
  }
}
