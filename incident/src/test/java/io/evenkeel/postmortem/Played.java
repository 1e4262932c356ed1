package io.evenkeel.postmortem;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Quote;
import io.evenkeel.incident.Retelling;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.UpdatePromise;
import io.evenkeel.incident.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An incident played through the rules at given times of 21 November 2026. */
final class Played {
  static final Person ALICE = new Person(new PersonId("U1"), "alice");
  static final Person BOB = new Person(new PersonId("U2"), "bob");

  private final List<TimelineEntry> entries = new ArrayList<>();
  private final List<RoleTerm> terms = new ArrayList<>();
  private final List<UpdatePromise> promises = new ArrayList<>();
  private Board board = Board.EMPTY;
  private Incident incident;

  Played(String time, @Nullable String detected) {
    this(time, null, detected);
  }

  Played(String time, @Nullable String started, @Nullable String detected) {
    var declare =
        new Command.Declare(
            "API service down",
            new Severity("SEV-1"),
            List.of(),
            started == null ? null : at(started),
            detected == null ? null : at(detected),
            Visibility.PUBLIC,
            Mode.LIVE,
            false,
            null);
    incident =
        take(
            Incident.declare(
                new IncidentNumber(1),
                declare,
                new Actor.Human(ALICE),
                at(time),
                SeverityScale.STANDARD));
    begun(Map.of(), incident.roles());
  }

  /** Bob's words of that time, put onto the timeline later. */
  Played captured(String time, String text, String later) {
    var message = new MessageRef(new ChannelId("C1"), at(time).getEpochSecond() + ".000000");
    return retold(later, new Retelling.Captured(new Quote(message, BOB, text, "https://x"), null));
  }

  /** The newest entry is withdrawn. */
  Played withdrawn(String time) {
    return retold(
        time, new Retelling.Withdrawn(entries.getLast(), new Actor.Human(ALICE), at(time)));
  }

  private Played retold(String time, Retelling retelling) {
    incident = take(incident.decide(retelling, at(time)));
    return this;
  }

  /** As it is recorded of that update. */
  Played promised(UpdatePromise promise) {
    promises.add(promise);
    return this;
  }

  Played then(String time, Command.OnIncident command) {
    return then(time, ALICE, command);
  }

  Played then(String time, Person who, Command.OnIncident command) {
    Actor actor = new Actor.Human(who);
    Incident next =
        take(
            command instanceof Command.OnBoard onBoard
                ? incident.decide(onBoard, board, actor, at(time))
                : incident.decide(command, actor, at(time)));
    terms.replaceAll(term ->
        term.until() == null && !next.roles().containsValue(holder(term))
            ? new RoleTerm(
                term.role(),
                term.person(),
                term.acting(),
                term.from(),
                next.recordedAt(),
                who.id().value())
            : term);
    begun(incident.roles(), next.roles());
    incident = next;
    return this;
  }

  private static Incident.Holder holder(RoleTerm term) {
    return new Incident.Holder(term.person(), term.acting(), term.from());
  }

  private void begun(Map<Role, Incident.Holder> before, Map<Role, Incident.Holder> after) {
    after.forEach((role, held) -> {
      if (!held.equals(before.get(role))) {
        terms.add(new RoleTerm(role, held.person(), held.acting(), held.since(), null, null));
      }
    });
  }

  Draft draft() {
    return draft(entries);
  }

  Draft draftOfReversed() {
    return draft(entries.reversed());
  }

  private Draft draft(List<TimelineEntry> timeline) {
    return Draft.of(
        incident,
        timeline,
        terms,
        board,
        promises,
        SeverityScale.STANDARD,
        new Draft.Head(timeline.size(), "abc"));
  }

  static Instant at(String time) {
    return Instant.parse("2026-11-21T" + time + ":00Z");
  }

  private Incident take(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> {
        entries.addAll(accepted.entries());
        board = board.with(accepted.kept());
        accepted.kept().stream()
            .filter(UpdatePromise.class::isInstance)
            .map(UpdatePromise.class::cast)
            .forEach(promises::add);
        yield accepted.next();
      }
      case Decision.Refused refused -> throw new AssertionError(refused);
    };
  }
}
