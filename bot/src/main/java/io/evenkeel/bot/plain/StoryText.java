package io.evenkeel.bot.plain;

import io.evenkeel.bot.read.Stories;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.TPlus;
import io.evenkeel.incident.TimelineEntry;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page of a timeline in plain lines, in UTC. */
final class StoryText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private StoryText() {}

  static String of(Stories.Story story) {
    Incident incident = story.incident();
    var lines = new ArrayList<String>();
    lines.add(incident.label() + ", page " + story.page() + " of " + story.pages());
    for (TimelineEntry entry : story.entries()) {
      lines.add(line(incident, entry, remark(story, entry)));
    }
    turned(lines, "Older", incident, story.page() - 1, story.pages());
    turned(lines, "Newer", incident, story.page() + 1, story.pages());
    return String.join("\n", lines);
  }

  private static String line(Incident incident, TimelineEntry entry, String remark) {
    return "%d. %s (%s) %s, %s: %s%s"
        .formatted(
            entry.seq(),
            TIME.format(entry.occurredAt()),
            TPlus.label(incident.zero(), entry.occurredAt()),
            entry.actor().name(),
            entry.kind().word(),
            entry.text() == null ? "(erased)" : entry.text(),
            remark);
  }

  private static String remark(Stories.Story story, TimelineEntry entry) {
    String by = story.correctors().get(entry.seq());
    return (entry.source() == null ? "" : " (evidence: " + entry.source() + ")")
        + (by == null ? "" : " (corrected by " + by + ")")
        + (story.putRight().contains(entry.seq()) ? " (put right later)" : "");
  }

  private static void turned(
      List<String> lines, String label, Incident incident, int page, int pages) {
    if (page >= 1 && page <= pages) {
      lines.add("- " + label + ": timeline " + incident.number() + " --page " + page);
    }
  }
}
