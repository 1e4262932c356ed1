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
  MILESTONE,
  MITIGATED,
  RESOLVED,
  RESOLUTION,
  CLOSED,
  REOPENED,
  CANCELLED,
  MERGED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
