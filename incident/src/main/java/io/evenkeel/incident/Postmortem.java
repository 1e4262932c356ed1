package io.evenkeel.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who finishes an incident's postmortem, until when, and how far it is. Its text stands in its
 * revisions.
 *
 * @param owner null while nobody has it
 * @param due a day, without a time zone; null when none was given
 * @param askAt when the owner is asked for what only people know, UTC; null for never
 * @param askedAt when that was done; null while it was not
 */
public record Postmortem(
    State state,
    @Nullable Person owner,
    @Nullable LocalDate due,
    @Nullable Instant askAt,
    @Nullable Instant askedAt) {

  /** Of an incident of which nothing about it is known. */
  public static final Postmortem NONE = new Postmortem(State.DRAFT, null, null, null, null);

  /** How far it is. Stored as its word: a state is never renamed. */
  public enum State {
    DRAFT,
    IN_REVIEW,
    REVIEWED,
    PUBLISHED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its text was read by others than who wrote it, and counts as read as it stands. */
    public boolean settled() {
      return this == REVIEWED || this == PUBLISHED;
    }

    /** As people say it: "in review". */
    public String words() {
      return word().replace('-', ' ');
    }
  }

  Postmortem in(State other) {
    return new Postmortem(other, owner, due, askAt, askedAt);
  }

  /** It was reviewed, and its text is another one since. */
  public Postmortem toBeReviewed() {
    return in(State.IN_REVIEW);
  }

  Postmortem ownedBy(Person person, @Nullable LocalDate day, @Nullable Instant ask) {
    return new Postmortem(state, person, day, askedAt == null ? ask : askAt, askedAt);
  }

  /** Its owner, or whoever commanded, was asked. */
  public Postmortem asked(Instant now) {
    return new Postmortem(state, owner, due, askAt, now);
  }

  /** Somebody is asked then, whoever owns it by then. */
  public Postmortem toBeAsked(Instant at) {
    return new Postmortem(state, owner, due, at, null);
  }
}
