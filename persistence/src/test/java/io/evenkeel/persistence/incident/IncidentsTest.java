package io.evenkeel.persistence.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IncidentsTest {
  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void anIncidentIsReadAsItWasDeclared() {
    Incident declared =
        database.command(tx -> Story.declare(tx, Story.declare("API down", Visibility.PUBLIC)));
    assertThat(found(declared.number())).contains(declared);
  }

  @Test
  void everyChangeIsReadAsTheRulesMadeIt() {
    IncidentNumber number = Story.declared(database, "API down", Visibility.PUBLIC);
    for (Command.OnIncident command :
        List.of(
            new Command.Update("pool is full", Status.IDENTIFIED, Duration.ofMinutes(30), false),
            new Command.SetMilestone(Milestone.STARTED, null),
            new Command.Assign(
                List.of(
                    new Command.Assignment(Role.INCIDENT_COMMANDER, Story.BOB),
                    new Command.Assignment(new Role("scribe"), Story.CHARLIE)),
                null),
            new Command.Mitigate("pool enlarged"),
            new Command.Resolve("Increased connection pool size"),
            new Command.Reopen("errors again"))) {
      Incident next = Story.say(database, number, Story.BOB, Story.T.plusSeconds(60), command);
      assertThat(found(number)).contains(next);
    }
  }

  private Optional<Incident> found(IncidentNumber number) {
    return database.query(tx -> new Incidents(tx).find(number));
  }
}
