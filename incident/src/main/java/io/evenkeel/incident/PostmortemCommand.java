package io.evenkeel.incident;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What concerns the postmortem alone: decided with it, and possible long after the end. Days have
 * no time zone.
 */
public sealed interface PostmortemCommand extends Command.OnIncident {

  /** {@code due} is a day, without a time zone; null to leave it as it is. */
  record Own(Person owner, @Nullable LocalDate due) implements PostmortemCommand {}

  /** {@code force} says why although the gate does not pass; null otherwise. */
  record Move(Postmortem.State to, @Nullable String force) implements PostmortemCommand {}

  /** What the machine wrote is renewed from the timeline. */
  record Renew() implements PostmortemCommand {}

  /**
   * People's text is edited.
   *
   * @param basedOn the revision that was edited; 0 for the draft before there was any
   * @param section the key of the section that {@code text} is the body of; null for all of it
   */
  record Edit(int basedOn, @Nullable String section, String text) implements PostmortemCommand {}

  /**
   * The four questions to whoever finishes it, in their order, with both sides of luck; empty ones
   * say nothing.
   *
   * @param luck where luck helped
   * @param unlucky where it hurt
   */
  record Answer(String impact, String surprised, String helped, String luck, String unlucky)
      implements PostmortemCommand {}

  /**
   * Whether a word of it is somebody's name, for readers outside.
   *
   * @param word as it is written there
   */
  record SayName(String word, boolean name) implements PostmortemCommand {}

  /** Its owner is asked for what only people know. Said by Evenkeel itself. */
  record Ask(Instant at) implements PostmortemCommand {}
}
