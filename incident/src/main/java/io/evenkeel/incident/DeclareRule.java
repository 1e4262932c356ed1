package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an incident begins. */
final class DeclareRule {
  private DeclareRule() {}

  static Decision decide(
      IncidentNumber number,
      Command.Declare command,
      @Nullable Quote quote,
      Actor actor,
      Instant now,
      SeverityScale severities) {
    for (Instant claimed : claimed(command)) {
      if (claimed.isAfter(now)) {
        return Change.refused(
            Prose.of("Nothing was declared: ").at(claimed).text(" has not happened yet."));
      }
    }
    if (command.visibility() == Visibility.PRIVATE && command.announceIn() != null) {
      return DeclareAnswer.tellOrHide(command);
    }
    Person declarer = Standing.person(actor).orElse(Person.EVENKEEL);
    boolean assumed = command.severity() == null;
    Severity severity = command.severity() == null ? severities.assumed() : command.severity();
    var change = new Change(blank(number, command, severity, assumed, declarer, now), actor, now);
    Command.Past past = command.past();
    if (past != null) {
      return PastRule.writeDown(
          change, command, past, DeclareAnswer.severities(change, severities));
    }
    if (quote != null) {
      change.quote(
          EntryKind.CAPTURED,
          new Actor.Human(quote.author()),
          quote.text(),
          quote.message().at(),
          quote.link(),
          null);
    }
    int declared =
        change.entry(
            EntryKind.DECLARED,
            "Declared "
                + severity
                + (assumed ? " (assumed)" : "")
                + (command.mode() == Mode.LIVE ? "" : " as a " + command.mode().word())
                + ": "
                + command.title());
    change.reached(Milestone.DECLARED);
    if (declarer.human()) {
      change.reached(Milestone.ACKNOWLEDGED);
    }
    mark(change, Milestone.STARTED, command.started());
    mark(change, Milestone.DETECTED, command.detected());
    if (declarer.human()) {
      change.roles.put(Role.INCIDENT_COMMANDER, new Incident.Holder(declarer, true, now));
      change.entry(EntryKind.ROLE, declarer.name() + " is acting incident commander");
    }
    int seen = command.summary() == null ? 0 : change.entry(EntryKind.NOTE, command.summary());
    IncidentRoom.open(change, command, declarer);
    if (seen > 0) {
      change.effect(new Effect.ThreadEntries(seen, seen));
    }
    if (quote != null) {
      change.effect(new Effect.ThreadEntries(1, 1));
    }
    if (change.before.announced()) {
      change.effect(new Effect.Announce());
    }
    if (command.mode() == Mode.LIVE) {
      change.effect(new Effect.Inform(declared, declared));
    }
    return change.accepted(
        DeclareAnswer.words(change, command, assumed),
        DeclareAnswer.severities(change, severities));
  }

  private static List<Instant> claimed(Command.Declare command) {
    return Stream.of(
            Optional.ofNullable(command.started()), Optional.ofNullable(command.detected()))
        .flatMap(Optional::stream)
        .toList();
  }

  static void mark(Change change, Milestone milestone, @Nullable Instant at) {
    if (at != null) {
      int seq = change.entry(EntryKind.MILESTONE, milestone.title(), at, null);
      change.milestones = change.milestones.with(milestone, new Milestones.Mark(at, seq));
    }
  }

  private static Incident blank(
      IncidentNumber number,
      Command.Declare command,
      Severity severity,
      boolean assumed,
      Person declarer,
      Instant now) {
    return new Incident(
        number,
        command.title(),
        severity,
        assumed,
        Status.INVESTIGATING,
        command.mode(),
        command.visibility(),
        command.services(),
        command.announceIn(),
        declarer,
        Map.of(),
        Milestones.NONE,
        null,
        null,
        null,
        null,
        0,
        now);
  }
}
