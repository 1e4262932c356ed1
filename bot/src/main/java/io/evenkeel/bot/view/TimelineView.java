package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TPlus;
import io.evenkeel.incident.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A page of the timeline, for whoever asked: each entry with its time in the reader's zone. */
public final class TimelineView {
  /** An entry is read here, not studied: the whole text is in the postmortem. */
  private static final int LONGEST = 400;

  private TimelineView() {}

  /**
   * @param putRight the entries of it that a later one supersedes
   * @param page counted from 1, the oldest entries first
   */
  public record Page(List<TimelineEntry> entries, Set<Integer> putRight, int page, int pages) {}

  public static Message of(Incident incident, SeverityScale severities, Page page) {
    String title = "Timeline of " + incident.label();
    var blocks =
        new ArrayList<LayoutBlock>(
            AnswerView.sections(
                Prose.of("").strong(title).text(page.pages() == 1 ? "" : " · " + position(page))));
    if (!page.entries().isEmpty()) {
      blocks.add(
          RichLine.block(
              page.entries().stream()
                  .map(entry ->
                      line(incident, severities, entry, page.putRight().contains(entry.seq())))
                  .toList()));
    }
    String command = "timeline --incident-id " + incident.number();
    blocks.addAll(
        Buttons.turning(
            page.page() > 1 ? command + " --page " + (page.page() - 1) : null,
            page.page() < page.pages() ? command + " --page " + (page.page() + 1) : null));
    return new Message(Mrkdwn.literal(title, Fit.MESSAGE), blocks);
  }

  private static String position(Page page) {
    return "page " + page.page() + " of " + page.pages();
  }

  private static RichLine line(
      Incident incident, SeverityScale severities, TimelineEntry entry, boolean putRight) {
    var line =
        new RichLine()
            .at(entry.occurredAt())
            .text(" (" + TPlus.label(incident.zero(), entry.occurredAt()) + ") ")
            .text(EntriesView.mark(entry.kind(), incident, severities) + " ")
            .bold(entry.actor().name())
            .text(Fit.plain(EntriesView.said(entry), LONGEST));
    String source = entry.source();
    if (source != null && source.startsWith("https://")) {
      line.text(" ").link(source, "source");
    }
    return putRight ? line.italic(" (put right later)") : line;
  }
}
