package io.evenkeel.bot.read;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import java.time.Instant;
import java.util.List;

/**
 * Writes incidents into a database as the desk does, but with the time that a cold start on a busy
 * machine may want.
 */
public final class RecordedIncident {
  static final Person ALICE = new Person(new PersonId("U1"), "alice");
  private static final Instant DECLARED = Instant.parse("2026-11-21T14:32:00Z");

  private RecordedIncident() {}

  /** Declared and resolved, public. */
  public static IncidentNumber resolved(Database database, String title) {
    return recorded(database, title, Visibility.PUBLIC);
  }

  /** The same, private. */
  public static IncidentNumber secret(Database database, String title) {
    return recorded(database, title, Visibility.PRIVATE);
  }

  private static IncidentNumber recorded(Database database, String title, Visibility visibility) {
    return database.query(tx -> {
      Incident declared = declared(tx, title, visibility, ALICE);
      resolve(tx, declared);
      return declared.number();
    });
  }

  /** Declared and open. */
  public static IncidentNumber open(
      Database database, String title, Visibility visibility, Person declarer) {
    return database.query(tx -> declared(tx, title, visibility, declarer).number());
  }

  private static Incident declared(
      Transaction tx, String title, Visibility visibility, Person declarer) {
    IncidentNumber number = new Incidents(tx).nextNumber();
    var declare =
        new Command.Declare(
            title,
            new Severity("SEV-1"),
            List.of(),
            null,
            null,
            visibility,
            Mode.LIVE,
            false,
            null);
    var actor = new Actor.Human(declarer);
    var declared =
        accepted(Incident.declare(number, declare, actor, DECLARED, SeverityScale.STANDARD));
    new Incidents(tx).insert(declared.next(), actor);
    new Timeline(tx).append(number, declared.entries());
    new Effects(tx).enqueue(number, declared.effects(), DECLARED);
    return declared.next();
  }

  private static void resolve(Transaction tx, Incident declared) {
    var incidents = new Incidents(tx);
    Incident incident = incidents.lock(declared.number()).orElseThrow();
    var resolved =
        accepted(
            incident.decide(
                new Command.Resolve("Increased connection pool size → 20"),
                new Actor.Human(ALICE),
                DECLARED.plusSeconds(780)));
    incidents.record(incident, resolved.next(), resolved.entries(), new Actor.Human(ALICE));
  }

  private static Decision.Accepted accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Refused refused -> throw new AssertionError(refused);
    };
  }
}
