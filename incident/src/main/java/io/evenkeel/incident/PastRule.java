package io.evenkeel.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an incident of the past is written down: with the times that were said and no others. It is
 * announced nowhere and has no channel unless one was named.
 */
final class PastRule {
  private PastRule() {}

  static Decision writeDown(
      Change change, Command.Declare command, Command.Past past, Offer[] severities) {
    Optional<Instant> late =
        Stream.of(past.mitigated(), past.resolved())
            .flatMap(at -> Optional.ofNullable(at).stream())
            .filter(at -> at.isAfter(change.now))
            .findFirst();
    if (late.isPresent()) {
      return Change.refused(
          Prose.of("Nothing was declared: ").at(late.get()).text(" has not happened yet."));
    }
    Instant began = command.started() == null ? command.detected() : command.started();
    Instant ended = past.resolved();
    if (began != null && ended != null && ended.isBefore(began)) {
      return Change.refused(
          Prose.of("Nothing was declared: it would have ended at ")
              .at(ended)
              .text(", before it began at ")
              .at(began)
              .text("."));
    }
    change.entry(
        EntryKind.DECLARED,
        "Written down afterwards as "
            + change.severity
            + (change.severityAssumed ? " (assumed)" : "")
            + ": "
            + command.title());
    DeclareRule.mark(change, Milestone.STARTED, command.started());
    DeclareRule.mark(change, Milestone.DETECTED, command.detected());
    DeclareRule.mark(change, Milestone.MITIGATED, past.mitigated());
    if (command.summary() != null) {
      change.entry(EntryKind.NOTE, command.summary());
    }
    change.status = Status.RESOLVED;
    ended(change, ended);
    if (command.here() != null) {
      IncidentRoom.open(change, command, change.before.declaredBy());
    }
    change.effect(new Effect.KeepFile());
    return change.accepted(words(change, command, ended), offers(change, severities));
  }

  private static void ended(Change change, @Nullable Instant at) {
    int seq =
        change.entry(
            EntryKind.MILESTONE,
            at == null ? "Resolved at an unknown time" : "Resolved",
            at == null ? change.now : at,
            null);
    change.milestones = change.milestones.with(Milestone.RESOLVED, new Milestones.Mark(at, seq));
  }

  private static Prose words(Change change, Command.Declare command, @Nullable Instant ended) {
    Prose words =
        Prose.of("Wrote down ")
            .strong(change.before.label())
            .text(" as " + change.severity + (change.severityAssumed ? " (assumed)" : ""))
            .text(" of the past, resolved at ");
    words = ended == null ? words.text("an unknown time") : words.at(ended);
    ChannelId here = command.here();
    words =
        here == null
            ? words.text(". It has no channel and ")
            : words.text(". Its channel is ").room(here).text(" and it ");
    return words
        .text("is announced nowhere. What happened in it: ")
        .code("/incident note text --at 2026-11-01T14:02Z --incident-id " + change.before.number())
        .text(".");
  }

  private static Offer[] offers(Change change, Offer[] severities) {
    var offers = new ArrayList<>(List.of(severities));
    offers.add(
        Offer.plain("Say what ended it", "resolution --incident-id " + change.before.number()));
    return offers.toArray(Offer[]::new);
  }
}
