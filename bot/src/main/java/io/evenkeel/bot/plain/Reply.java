package io.evenkeel.bot.plain;

import io.evenkeel.incident.IncidentNumber;
import org.jspecify.annotations.Nullable;

/** What comes back, in plain words that may have several lines. */
public sealed interface Reply {
  String words();

  /**
   * Understood, and recorded or shown or refused by the rules.
   *
   * @param incident the incident it is about
   * @param recorded true when it changed something that is now in Postgres
   */
  record Answered(@Nullable IncidentNumber incident, String words, boolean recorded, Kind kind)
      implements Reply {}

  /** What an answer answers. */
  enum Kind {
    /** A change that was recorded now or under the same key before. */
    RECORDED,
    /** Something was asked, and this is it. */
    SHOWN,
    /** The rules do not allow it, or want to know more. */
    REFUSED,
    /** The text could not be understood. */
    MISUNDERSTOOD
  }

  /** Nobody, or nothing, goes by the name that was given. */
  record Unknown(String words) implements Reply {}

  /** The key came with something else before. */
  record OtherRequest(String words) implements Reply {}

  /** Surely nothing was changed: the database is away. */
  record NotRecorded(String words) implements Reply {}

  /** The commit was sent and not answered: the same request under the same key settles it. */
  record InDoubt(String words) implements Reply {}
}
