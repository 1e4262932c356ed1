package io.evenkeel.postmortem;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.TimelineEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds what people said the cause was. It is only ever quoted, never restated.
 *
 * <p>Rule 1: the last text that came with the status identified. Rule 2: else the last entry that
 * names a root cause. Rule 3: else the first entry that says that something was identified. What
 * only says that nobody knows yet is none of these.
 */
final class Identified {
  private static final Pattern ROOT_CAUSE =
      Pattern.compile(
          "\\broot[ -]cause( (identified|found|confirmed|is|was)\\b|\\s*[:=–—-])"
              + "(?!\\W*(still|not|unknown|unclear)\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IDENTIFIED =
      Pattern.compile(
          "(?<!\\b(not|never|yet|be|been) )\\b(identified|caused by)\\b", Pattern.CASE_INSENSITIVE);

  private Identified() {}

  static Optional<TimelineEntry> in(List<TimelineEntry> standing) {
    List<TimelineEntry> said = standing.stream().filter(Identified::said).toList();
    return said.stream()
        .filter(entry -> cameWithIdentified(entry, standing)) // rule 1
        .reduce((_, later) -> later)
        .or(() -> said.stream().filter(says(ROOT_CAUSE)).reduce((_, later) -> later)) // rule 2
        .or(() -> said.stream().filter(says(IDENTIFIED)).findFirst()); // rule 3
  }

  private static boolean said(TimelineEntry entry) {
    return switch (entry.kind()) {
      case UPDATE, NOTE, DECISION -> true;
      case DECLARED,
          REPORTED,
          JOINED,
          ROLE,
          CLAIM,
          TASK,
          ACTION,
          LINK,
          STATEMENT,
          PAGED,
          PAGE_ANSWER,
          ESCALATED,
          STATUS,
          SEVERITY,
          MILESTONE,
          MITIGATED,
          RESOLVED,
          RESOLUTION,
          POSTMORTEM,
          CLOSED,
          REOPENED,
          CANCELLED,
          MERGED,
          CAPTURED,
          WITHDRAWN,
          CORRECTED,
          REMINDER,
          ALERT,
          RUNBOOK,
          MEASURED ->
          false;
    };
  }

  private static Predicate<TimelineEntry> says(Pattern words) {
    return entry -> {
      String text = entry.text();
      return text != null && words.matcher(text).find();
    };
  }

  /** One command moves the status and says why: two entries with one time, one after the other. */
  private static boolean cameWithIdentified(TimelineEntry entry, List<TimelineEntry> standing) {
    return entry.kind() == EntryKind.UPDATE
        && standing.stream()
            .anyMatch(other -> {
              String text = other.text();
              return other.kind() == EntryKind.STATUS
                  && other.seq() == entry.seq() - 1
                  && other.recordedAt().equals(entry.recordedAt())
                  && text != null
                  && text.endsWith("→ identified");
            });
  }
}
