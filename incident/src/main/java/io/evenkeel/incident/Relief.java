package io.evenkeel.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which things may have got better, in the words of the timeline.
 *
 * @param at UTC
 * @param words of the entry that sounds like it, as they stand there
 */
public record Relief(Instant at, String words) {
  /** More would hide the words above them on a phone. */
  private static final int SUGGESTIONS = 3;

  /** A button's label holds 75 characters (docs.slack.dev, "Button element"). */
  private static final int QUOTED = 48;

  /** Words of things getting better, as people write them while they work. */
  private static final Pattern BETTER =
      Pattern.compile(
          "(?i)\\b(fall|drop|recover|restor|normal|healthy|back|fix|enlarg|increas|roll|revert|restart|fail(ed|ing)?"
              + " ?over|promot|deploy|mitigat|stable|gone|clear|moved|switch)");

  /**
   * At most three moments at which things may have got better, the earliest first: what sounds like
   * it, newest first, and else the latest update.
   */
  public static List<Relief> of(Incident incident, List<TimelineEntry> timeline) {
    List<TimelineEntry> told =
        standing(timeline).stream()
            .sorted(Comparator.comparing(TimelineEntry::occurredAt).reversed())
            .toList();
    Set<Instant> taken = new HashSet<>();
    var moments = new ArrayList<Relief>();
    for (TimelineEntry entry : told) {
      String text = entry.text();
      if (text != null
          && moments.size() < SUGGESTIONS
          && BETTER.matcher(text).find()
          && taken.add(entry.occurredAt())) {
        moments.add(new Relief(entry.occurredAt(), text));
      }
    }
    Incident.@Nullable LatestUpdate update = incident.update();
    if (moments.isEmpty() && update != null) {
      moments.add(new Relief(update.at(), update.text()));
    }
    return moments.stream().sorted(Comparator.comparing(Relief::at)).toList();
  }

  /** "T+43m: errors are falling", as a button or a choice shows it. */
  public String label(Incident incident) {
    String line = words.replaceAll("\\s+", " ");
    if (line.length() > QUOTED) {
      int end = Character.isHighSurrogate(line.charAt(QUOTED - 2)) ? QUOTED - 2 : QUOTED - 1;
      line = line.substring(0, end) + "…";
    }
    return TPlus.label(incident.zero(), at) + ": " + line;
  }

  /** What people told of the work, and was not put right later. */
  private static List<TimelineEntry> standing(List<TimelineEntry> timeline) {
    Set<Integer> corrected = new HashSet<>();
    for (TimelineEntry entry : timeline) {
      Integer wrong = entry.supersedes();
      if (wrong != null) {
        corrected.add(wrong);
      }
    }
    return timeline.stream()
        .filter(entry -> !corrected.contains(entry.seq()))
        .filter(entry ->
            entry.kind() == EntryKind.UPDATE
                || entry.kind() == EntryKind.NOTE
                || entry.kind() == EntryKind.DECISION
                || entry.kind() == EntryKind.STATUS)
        .toList();
  }
}
