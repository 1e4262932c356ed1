package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.TitleMatch;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether what is declared was declared a moment ago.
 *
 * @param recent incidents that could be it, the newest first
 */
record SameThing(List<Incident> recent, Command.Declare command, PersonId speaker, Instant now) {
  /**
   * The same words from the same person within this time are a second press, not a second incident.
   */
  private static final Duration SAME_WORDS = Duration.ofMinutes(2);

  /** A matching title of an open incident younger than this is a report of the same thing. */
  private static final Duration SAME_THING = Duration.ofMinutes(15);

  /** Among those that the speaker may see. */
  static SameThing of(Incidents incidents, Command.Declare command, PersonId speaker, Instant now) {
    List<Incident> recent =
        incidents.declaredSince(now.minus(SAME_THING), speaker).stream()
            .filter(incident -> incident.mode() == command.mode())
            // What is told in private is not written into a public timeline, nor the reverse.
            .filter(incident -> incident.visibility() == command.visibility())
            .toList();
    return new SameThing(recent, command, speaker, now);
  }

  /** The same words from the same person, a moment ago. */
  Optional<Incident> twice() {
    return recent.stream().filter(this::again).findFirst();
  }

  private boolean again(Incident incident) {
    return incident.declaredBy().id().equals(speaker)
        && incident.title().equals(command.title())
        && incident
            .milestones()
            .at(Milestone.DECLARED)
            .map(at -> at.plus(SAME_WORDS).isAfter(now))
            .orElse(false);
  }

  /** The newest that looks like the same thing. */
  Optional<Incident> like() {
    return recent.stream().filter(this::resembles).findFirst();
  }

  /** A drill is nobody's report of anything. */
  private boolean resembles(Incident incident) {
    return incident.mode() == Mode.LIVE && TitleMatch.same(incident.title(), command.title());
  }

  /** The severity alone may be new: it is not dropped without a word. */
  Answer said(Incident incident) {
    Prose words =
        Prose.of("You declared ")
            .strong(incident.label())
            .text(" a moment ago, so no second incident began.");
    Offer another = Offer.plain("Declare another", command.separately());
    Severity severity = command.severity();
    if (severity == null || severity.equals(incident.severity())) {
      return new Answer(incident.number(), false, words, List.of(another));
    }
    String change =
        "severity " + Offer.quoted(severity.name()) + " --incident-id " + incident.number();
    return new Answer(
        incident.number(),
        false,
        words.text(" It stays " + incident.severity() + " unless you change it."),
        List.of(Offer.primary("Make it " + severity, change), another));
  }
}
