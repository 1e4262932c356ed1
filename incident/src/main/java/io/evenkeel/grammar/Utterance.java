package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import org.jspecify.annotations.Nullable;

/** What somebody said, understood. */
public sealed interface Utterance {

  /** Something to be recorded: what the desk takes. */
  sealed interface Act extends Utterance {}

  /** {@code /incident declare …}: begins an incident. */
  record Declaration(Command.Declare command) implements Act {}

  /**
   * A change to an incident.
   *
   * @param verb as typed in its long form, to repeat it in a question
   * @param rest what followed the verb, as typed, to repeat it in a button
   * @param target the incident that was named; null when the place tells
   */
  record Order(Verb verb, String rest, @Nullable IncidentNumber target, Command.OnIncident command)
      implements Act {}

  /**
   * What could not be done in Slack is to be tried again. It changes no incident.
   *
   * @param target the incident that was named; null when the place tells
   */
  record Retry(@Nullable IncidentNumber target) implements Act {}

  /** Something to be shown and not changed. {@code target} null when the place tells. */
  record Question(Asked asked, @Nullable IncidentNumber target) implements Utterance {}

  /** What can be asked. */
  sealed interface Asked {
    /** {@code /incident} alone: the status card here, elsewhere the person's open incidents. */
    record Card() implements Asked {}

    /**
     * @param verb null for the overview
     */
    record Help(@Nullable Verb verb) implements Asked {}

    record Listing(Scope scope) implements Asked {}

    /** {@code war-room create}: the link to the incident's channel. */
    record WarRoom() implements Asked {}
  }

  /** Which incidents to list. */
  enum Scope {
    OPEN,
    MINE,
    ALL
  }

  /**
   * The verb came with nothing to act on: its modal opens.
   *
   * @param otherwise read where no modal can open
   * @param draft what a {@code declare} without a title said already, to be filled in; its title is
   *     empty. Null for other verbs
   */
  record Form(
      Verb verb, @Nullable IncidentNumber target, Answer otherwise, Command.@Nullable Declare draft)
      implements Utterance {
    public Form(Verb verb, @Nullable IncidentNumber target, Answer otherwise) {
      this(verb, target, otherwise, null);
    }
  }

  /** Not understood, or not there yet: what was understood, and what to type instead. */
  record Misunderstood(Answer answer) implements Utterance {}
}
