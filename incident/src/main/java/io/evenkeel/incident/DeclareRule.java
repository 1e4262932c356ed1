package io.evenkeel.incident;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an incident begins. */
final class DeclareRule {
  private DeclareRule() {}

  static Decision decide(
      IncidentNumber number,
      Command.Declare command,
      Actor actor,
      Instant now,
      SeverityScale severities) {
    for (Instant claimed :
        new Instant[] {
          command.started() == null ? now : command.started(),
          command.detected() == null ? now : command.detected()
        }) {
      if (claimed.isAfter(now)) {
        return Change.refused(
            Prose.of("Nothing was declared: ").at(claimed).text(" has not happened yet."));
      }
    }
    Person declarer = personOf(actor);
    boolean assumed = command.severity() == null;
    Severity severity = command.severity() == null ? severities.assumed() : command.severity();
    var change = new Change(blank(number, command, severity, assumed, declarer, now), actor, now);
    change.entry(
        EntryKind.DECLARED,
        "Declared " + severity + (assumed ? " (assumed)" : "") + ": " + command.title());
    change.reached(Milestone.DECLARED);
    change.reached(Milestone.ACKNOWLEDGED);
    mark(change, Milestone.STARTED, command.started());
    mark(change, Milestone.DETECTED, command.detected());
    change.roles.put(Role.INCIDENT_COMMANDER, new Incident.Holder(declarer, true, now));
    change.entry(EntryKind.ROLE, declarer.name() + " is acting incident commander");

    String channel = ChannelName.of(number, command.title(), command.visibility());
    change.effect(new Effect.CreateChannel(channel, command.visibility()));
    change.effect(new Effect.PostCard());
    change.effect(new Effect.Invite(declarer.id()));
    change.effect(new Effect.PinCard());
    change.effect(new Effect.SetTopic());
    if (change.before.announced()) {
      change.effect(new Effect.Announce());
    }
    return change.accepted(words(change, channel, assumed), severityOffers(change, severities));
  }

  private static void mark(Change change, Milestone milestone, @Nullable Instant at) {
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
        0,
        now);
  }

  private static Prose words(Change change, String channel, boolean assumed) {
    return Prose.of("Declared ")
        .strong(change.before.label())
        .text(
            assumed
                ? " as " + change.severity + " (assumed: say if it is another). "
                : " as " + change.severity + ". ")
        .text("You are acting incident commander. Its channel ")
        .strong("#" + channel)
        .text(" opens in a moment and you are invited.");
  }

  private static Offer[] severityOffers(Change change, SeverityScale severities) {
    if (!change.severityAssumed) {
      return new Offer[0];
    }
    return severities.levels().stream()
        .map(level ->
            Offer.plain(
                level.severity() + " " + level.word(),
                "severity " + level.severity() + " --incident-id " + change.before.number()))
        .toArray(Offer[]::new);
  }

  private static Person personOf(Actor actor) {
    return switch (actor) {
      case Actor.Human human -> human.person();
      case Actor.Via via -> via.person();
      case Actor.Evenkeel _ ->
          throw new IllegalArgumentException("an incident is declared by a person");
    };
  }
}
