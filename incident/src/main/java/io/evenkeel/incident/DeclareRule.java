package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
      return tellOrHide(command);
    }
    Person declarer = Standing.person(actor).orElse(Person.EVENKEEL);
    boolean assumed = command.severity() == null;
    Severity severity = command.severity() == null ? severities.assumed() : command.severity();
    var change = new Change(blank(number, command, severity, assumed, declarer, now), actor, now);
    Command.Past past = command.past();
    if (past != null) {
      return PastRule.writeDown(change, command, past, severityOffers(change, severities));
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
    room(change, command, declarer);
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
    return change.accepted(words(change, command, assumed), severityOffers(change, severities));
  }

  /** The incident's channel with its card, its declarer and its topic. */
  static void room(Change change, Command.Declare command, Person declarer) {
    String name = name(change, command);
    change.effect(new Effect.CreateChannel(name, command.visibility(), command.here()));
    change.effect(new Effect.PostCard());
    if (declarer.human()) {
      change.effect(new Effect.Invite(declarer.id()));
    }
    change.effect(new Effect.PinCard());
    change.effect(new Effect.SetTopic());
  }

  private static String name(Change change, Command.Declare command) {
    String title = command.title();
    boolean marked = title.toLowerCase(Locale.ROOT).startsWith("drill");
    return ChannelName.of(
        change.before.number(),
        command.mode() == Mode.DRILL && !marked ? "drill " + title : title,
        command.visibility());
  }

  /** Announced to a channel and hidden: only one of them can be meant. */
  private static Decision tellOrHide(Command.Declare command) {
    return Change.refused(
        Prose.of("Nothing was declared: ")
            .code("--channel")
            .text(" announces an incident and ")
            .code("--private")
            .text(" hides it. Which one is meant?"),
        Offer.primary(
            "Private", command.with(Visibility.PRIVATE, command.separate(), null).typed()),
        Offer.plain(
            "Announced",
            command.with(Visibility.PUBLIC, command.separate(), command.announceIn()).typed()));
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

  private static Prose words(Change change, Command.Declare command, boolean assumed) {
    Prose words =
        Prose.of("Declared ")
            .strong(change.before.label())
            .text(
                assumed
                    ? " as " + change.severity + " (assumed: say if it is another). "
                    : " as " + change.severity + ". ")
            .text(unannounced(change.before))
            .text(
                change.before.declaredBy().human()
                    ? "You are acting incident commander. "
                    : "Nobody commands it yet. ");
    ChannelId here = command.here();
    if (!change.before.declaredBy().human()) {
      return words.text("Its channel ").strong("#" + name(change, command)).text(" opens now.");
    }
    return here == null
        ? words
            .text("Its channel ")
            .strong("#" + name(change, command))
            .text(" opens in a moment and you are invited.")
        : words.text("Its channel is ").room(here).text(".");
  }

  /** Says so when nobody outside is told, all the more when a channel to tell was named. */
  private static String unannounced(Incident incident) {
    if (incident.announced()) {
      return "";
    }
    return incident.visibility() == Visibility.PRIVATE
        ? "It is private, so it is announced nowhere. "
        : "It is a " + incident.mode().word() + ", so it is announced nowhere. ";
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
}
