package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code note}, {@code decision}, {@code milestone}: what is written down. */
final class RecordSentences {
  private RecordSentences() {}

  static Utterance note(Said said) {
    WhichIncident.ask(said);
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    if (text.isEmpty()) {
      said.fail(Faults.missing(Verb.NOTE, "say what to write down."));
    }
    return said.order(
        new Command.Note(
            text, Moments.at(said, Flag.AT), LinkSentences.evidence(said).orElse(null)));
  }

  static Utterance decision(Said said) {
    WhichIncident.ask(said);
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    if (text.isEmpty()) {
      said.fail(Faults.missing(Verb.DECISION, "say what was decided."));
    }
    return said.order(new Command.Decide(text));
  }

  static Utterance milestone(Said said) {
    said.leadingIncident(false);
    if (said.free().empty()) {
      return said.or(() ->
          new Utterance.Misunderstood(
              Faults.missing(Verb.MILESTONE, "say which milestone, and when.")));
    }
    Span name = said.free().until(1);
    said.remain(said.free().from(1));
    Milestone milestone = milestone(said, name);
    Span time = said.flag(Flag.AT).orElse(null);
    if (time == null) {
      time = said.free();
      said.remain(new Span(said.rest(), List.of()));
    }
    said.nothingLeft();
    String typed = time.compact(said.speaker().directory());
    boolean unknown = typed.toLowerCase(Locale.ROOT).matches("(at )?unknown|nobody knows");
    Instant at = unknown ? null : moment(said, milestone, typed);
    return said.order(new Command.SetMilestone(milestone, at));
  }

  private static Milestone milestone(Said said, Span name) {
    String typed = said.text(name).replaceFirst("[:,]$", "");
    var known = Milestone.find(typed);
    if (known.isEmpty()) {
      var words = Arrays.stream(Milestone.values()).map(Milestone::word).toList();
      said.fail(
          Prose.of("Nothing was recorded: there is no milestone “" + Faults.echo(typed))
              .text("”. There are " + String.join(", ", words) + ". For example ")
              .code("/incident " + Verb.MILESTONE.example())
              .text("."),
          Nearest.of(typed, words).stream()
              .map(near -> Offer.primary(near, said.with(name, near)))
              .limit(1)
              .toArray(Offer[]::new));
    }
    return known.orElse(Milestone.DETECTED);
  }

  private static @Nullable Instant moment(Said said, Milestone milestone, String typed) {
    var at = Times.past(typed, said.speaker());
    if (at.isEmpty()) {
      String id = said.target() == null ? "" : " --incident-id " + said.target();
      Offer now = Offer.plain("Now", "milestone " + milestone.word() + " now" + id);
      Offer unknown =
          Offer.plain("Nobody knows", "milestone " + milestone.word() + " unknown" + id);
      said.fail(
          typed.isEmpty()
              ? Answer.unchanged(
                  Prose.of("Nothing was recorded: when was it " + milestone.word() + "? ")
                      .code("/incident milestone " + milestone.word() + " 14:30")
                      .text(", or one of these:"),
                  now,
                  unknown)
              : Faults.notATime(Verb.MILESTONE, typed, now, unknown));
    }
    return at.orElse(null);
  }
}
