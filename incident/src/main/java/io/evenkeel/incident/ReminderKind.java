package io.evenkeel.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people are reminded of. Stored as its word: a kind is never renamed. */
public enum ReminderKind {
  /** The next update is nearly due, due, or late. */
  UPDATE_DUE,
  /** Nobody outside has read a word yet. */
  FIRST_UPDATE,
  /** Nobody has confirmed that they command. */
  NO_COMMANDER,
  /** A role that this severity wants is held by nobody. */
  ROLE_EMPTY,
  /** It is watched since long: is it over? */
  STILL_MONITORING,
  /** Nothing was said for long: is it forgotten? */
  STALE,
  /** The postmortem is to be written. */
  POSTMORTEM_DUE,
  /** No alert fires any more: are users well? Asked because of alerts, never because of a time. */
  ALERTS_OVER;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ReminderKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** What it is about, after "reminders of": "the next update". */
  public String about() {
    return switch (this) {
      case UPDATE_DUE -> "the next update";
      case FIRST_UPDATE -> "the first update";
      case NO_COMMANDER -> "the missing commander";
      case ROLE_EMPTY -> "empty roles";
      case STILL_MONITORING -> "whether it is over";
      case STALE -> "whether it goes on";
      case POSTMORTEM_DUE -> "the postmortem";
      case ALERTS_OVER -> "alerts that are over";
    };
  }
}
