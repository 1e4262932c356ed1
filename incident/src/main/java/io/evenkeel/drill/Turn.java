package io.evenkeel.drill;

import java.time.Instant;
import java.util.List;

/**
 * What became of a drill by one thing that was said or measured.
 *
 * @param notes what is recorded of it, in order; empty when nothing changed
 * @param answer the words for whoever said it
 * @param refused nothing was changed, and the answer says why
 */
public record Turn(Drill next, List<Note> notes, String answer, boolean refused) {
  public Turn {
    notes = List.copyOf(notes);
  }

  /**
   * One entry of the timeline.
   *
   * @param byPerson whoever said it is its author; Evenkeel otherwise
   * @param how who hears of it
   * @param at when it happened, UTC at microseconds; what was measured may be a while ago
   */
  public record Note(boolean byPerson, How how, String text, Instant at) {}

  /** Who hears of it at once. */
  public enum How {
    /** Whoever reads the timeline. */
    QUIETLY,
    /** Everybody in the channel. */
    POSTED,
    /** Everybody in the channel, and whoever commands by direct message. */
    LOUDLY
  }
}
