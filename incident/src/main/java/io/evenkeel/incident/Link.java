package io.evenkeel.incident;

import java.time.Instant;
import java.util.Locale;

/**
 * Something to have at hand during the incident.
 *
 * @param number counted from 1 within the incident
 * @param url http or https, with a host
 * @param title plain text on one line
 */
public record Link(int number, Kind kind, String url, String title, Person addedBy, Instant addedAt)
    implements Kept {

  /** Stored as its word: a kind is never renamed. */
  public enum Kind {
    LINK,
    /** Where people talk; the newest one counts. */
    CALL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
