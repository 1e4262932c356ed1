package io.evenkeel.incident;

import java.time.Instant;

/**
 * Messages from Slack in the timeline. What became of one later supersedes what was told of it
 * before, so that it stands there once. Allowed at any time, also after the end.
 */
final class CaptureRules {
  private CaptureRules() {}

  static Decision.Accepted decide(Incident incident, Retelling retelling, Instant now) {
    return switch (retelling) {
      case Retelling.Captured captured -> capture(incident, captured, now);
      case Retelling.Edited edited -> edit(incident, edited, now);
      case Retelling.Withdrawn withdrawn ->
          take(
              incident,
              withdrawn.shown(),
              withdrawn.by(),
              "Withdrew a message of " + withdrawn.shown().actor().name(),
              withdrawn.at(),
              now);
      case Retelling.Deleted deleted ->
          take(
              incident,
              deleted.shown(),
              new Actor.Evenkeel(),
              "A message of " + deleted.shown().actor().name() + " was deleted in Slack",
              deleted.at(),
              now);
    };
  }

  private static Decision.Accepted capture(
      Incident incident, Retelling.Captured captured, Instant now) {
    Quote quote = captured.quote();
    var author = new Actor.Human(quote.author());
    var change = new Change(incident, author, now);
    change.quote(
        EntryKind.CAPTURED,
        author,
        quote.text(),
        quote.message().at(),
        quote.link(),
        captured.after());
    return told(change);
  }

  private static Decision.Accepted edit(Incident incident, Retelling.Edited edited, Instant now) {
    TimelineEntry shown = edited.shown();
    var change = new Change(incident, shown.actor(), now);
    change.quote(
        EntryKind.CAPTURED,
        shown.actor(),
        edited.text(),
        shown.occurredAt(),
        shown.source(),
        shown.seq());
    return told(change);
  }

  private static Decision.Accepted take(
      Incident incident, TimelineEntry shown, Actor by, String words, Instant at, Instant now) {
    var change = new Change(incident, by, now);
    change.quote(
        EntryKind.WITHDRAWN, by, words, at.isAfter(now) ? now : at, shown.source(), shown.seq());
    return told(change);
  }

  private static Decision.Accepted told(Change change) {
    change.thread();
    return change.accepted(Prose.of("The timeline of ").strong(change.before.label()).text("."));
  }
}
