package io.evenkeel.bot.view;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.SeverityScale;

/** The sign in front of an entry, by which its kind is seen at a glance. */
final class EntryMark {
  private EntryMark() {}

  static String of(EntryKind kind, Incident incident, SeverityScale severities) {
    return switch (kind) {
      case DECLARED, SEVERITY -> SeverityMark.of(incident.severity(), severities);
      case REPORTED -> "🔔";
      case JOINED -> "👋";
      case ROLE -> "👤";
      case UPDATE -> "📣";
      case STATUS -> "➡️";
      case NOTE -> "📝";
      case DECISION -> "⚖️";
      case CLAIM -> "🔧";
      case TASK -> "📋";
      case ACTION -> "🔭";
      case LINK -> "🔗";
      case STATEMENT -> "📰";
      case PAGED -> "📟";
      case PAGE_ANSWER -> "🙋";
      case ESCALATED -> "⏫";
      case MILESTONE -> "🕐";
      case MITIGATED -> "🩹";
      case RESOLVED -> "🟢";
      case RESOLUTION -> "🟢";
      case POSTMORTEM -> "📄";
      case CLOSED -> "📕";
      case MERGED -> "🔀";
      case REOPENED -> "🔁";
      case CANCELLED -> "⚫";
      case CAPTURED -> "📌";
      case WITHDRAWN -> "🗑️";
      case CORRECTED -> "✏️";
      case REMINDER -> "⏰";
      case ALERT -> "🚨";
      case RUNBOOK -> "📖";
      case MEASURED -> "📏";
    };
  }
}
