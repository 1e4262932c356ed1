package io.evenkeel.bot.view;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.TimelineEntry;
import java.util.EnumSet;
import java.util.Set;

/** An entry as a sentence whose subject is whoever did it. */
final class EntryWords {
  private static final Set<EntryKind> BEGIN_WITH_THE_NAME =
      EnumSet.of(
          EntryKind.ROLE,
          EntryKind.CLAIM,
          EntryKind.TASK,
          EntryKind.JOINED,
          EntryKind.REPORTED,
          EntryKind.PAGED,
          EntryKind.PAGE_ANSWER,
          EntryKind.ESCALATED);

  private EntryWords() {}

  /** As it was recorded. */
  static String of(TimelineEntry entry) {
    return entry.text() == null ? "(erased)" : entry.text();
  }

  /** What follows the actor's name. A sentence that begins with that name does not repeat it. */
  static String said(TimelineEntry entry) {
    String words = of(entry);
    String name = entry.actor().name() + " ";
    if (entry.kind() == EntryKind.CAPTURED && entry.supersedes() != null) {
      return " wrote, as it reads now: " + words;
    }
    return words.startsWith(name) && BEGIN_WITH_THE_NAME.contains(entry.kind())
        ? words.substring(name.length() - 1)
        : said(entry.kind()) + words;
  }

  private static String said(EntryKind kind) {
    return switch (kind) {
      case UPDATE -> " update: ";
      case NOTE -> " note: ";
      case DECISION -> " decision: ";
      case CAPTURED -> " wrote: ";
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
          WITHDRAWN,
          CORRECTED,
          REMINDER,
          ALERT,
          RUNBOOK,
          MEASURED ->
          " · ";
    };
  }
}
