package io.evenkeel.incident;

import java.util.Locale;

/** What a timeline entry tells. Stored as its word: a kind is never renamed. */
public enum EntryKind {
  DECLARED,
  REPORTED,
  JOINED,
  ROLE,
  UPDATE,
  STATUS,
  SEVERITY,
  NOTE,
  DECISION,
  CLAIM,
  TASK,
  ACTION,
  LINK,
  STATEMENT,
  PAGED,
  /** What somebody who was paged said, or that they are away. */
  PAGE_ANSWER,
  /** A page went on to others, or found nobody. */
  ESCALATED,
  MILESTONE,
  MITIGATED,
  RESOLVED,
  RESOLUTION,
  /** Who finishes the postmortem, and how far it is: bookkeeping that it does not retell. */
  POSTMORTEM,
  CLOSED,
  REOPENED,
  CANCELLED,
  MERGED,
  /** A message from Slack, as its author wrote it. */
  CAPTURED,
  /** Something was taken out again; shown in the history alone. */
  WITHDRAWN,
  /** Says who put an entry right, and why; shown in the history alone. */
  CORRECTED,
  /** What everybody in the channel was reminded of. */
  REMINDER,
  /** An alert fired or was resolved, at its own time. */
  ALERT,
  /** A step of a runbook was done, or was not after all. */
  RUNBOOK,
  /** What was measured, or done to measure it. */
  MEASURED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
