package io.evenkeel.persistence.incident;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import java.time.Instant;
import java.util.List;

/**
 * Incidents made by the real rules and stored as the bot stores them, but with more patience: how
 * fast a command must be is tested elsewhere.
 */
public final class Story {
  public static final Instant T = Instant.parse("2026-11-21T14:32:00.123456Z");
  public static final Person ALICE = new Person(new PersonId("U1"), "alice");
  public static final Person BOB = new Person(new PersonId("U2"), "bob");
  public static final Person CHARLIE = new Person(new PersonId("U3"), "charlie");

  private Story() {}

  static Command.Declare declare(String title, Visibility visibility) {
    return new Command.Declare(
        title,
        null,
        List.of("api", "web"),
        null,
        T.minusSeconds(120),
        visibility,
        Mode.LIVE,
        false,
        null);
  }

  public static IncidentNumber declared(Database database, String title, Visibility visibility) {
    return database.query(tx -> declare(tx, declare(title, visibility)).number());
  }

  static Incident declare(Transaction tx, Command.Declare command) {
    var incidents = new Incidents(tx);
    Actor by = new Actor.Human(ALICE);
    var accepted =
        (Decision.Accepted)
            Incident.declare(incidents.nextNumber(), command, by, T, SeverityScale.STANDARD);
    incidents.insert(accepted.next(), by);
    new Timeline(tx).append(accepted.next().number(), accepted.entries());
    return accepted.next();
  }

  /** What became of it. */
  public static Incident say(
      Database database, IncidentNumber number, Person who, Instant now, Command.OnIncident what) {
    return database.query(tx -> say(tx, number, who, now, what));
  }

  public static Incident say(
      Transaction tx, IncidentNumber number, Person who, Instant now, Command.OnIncident what) {
    var incidents = new Incidents(tx);
    Actor by = new Actor.Human(who);
    Incident before = incidents.lock(number).orElseThrow();
    var accepted = (Decision.Accepted) decided(tx, before, what, by, now);
    incidents.record(before, accepted.next(), accepted.entries(), by);
    new Boards(tx).keep(number, accepted.kept());
    return accepted.next();
  }

  private static Decision decided(
      Transaction tx, Incident before, Command.OnIncident what, Actor by, Instant now) {
    return what instanceof Command.OnBoard onBoard
        ? before.decide(onBoard, new Boards(tx).of(before.number()), by, now)
        : before.decide(what, by, now);
  }
}
