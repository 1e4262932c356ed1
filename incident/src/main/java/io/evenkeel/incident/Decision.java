package io.evenkeel.incident;

import java.util.List;

/** What the rules make of a command. A refusal is a value; an exception is a bug or I/O. */
public sealed interface Decision {

  /**
   * @param next the incident as it is from now on
   * @param entries what the timeline gains, in order
   * @param kept what is stored beside the incident
   * @param effects what must follow outside the database, in order
   * @param answer the words for the person who asked
   */
  record Accepted(
      Incident next,
      List<TimelineEntry> entries,
      List<Kept> kept,
      List<Effect> effects,
      Answer answer)
      implements Decision {
    public Accepted {
      entries = List.copyOf(entries);
      kept = List.copyOf(kept);
      effects = List.copyOf(effects);
    }
  }

  /** Nothing changes. */
  record Refused(Reason reason) implements Decision {}
}
