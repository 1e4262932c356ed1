package io.evenkeel.persistence.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jooq.DSLContext;
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
        database.query(tx -> Story.declare(tx, Story.declare("API down", Visibility.PUBLIC)));
    assertThat(found(declared.number())).contains(declared);
  }

  @Test
  void everyChangeIsReadAsTheRulesMadeIt() {
    IncidentNumber number = Story.declared(database, "API down", Visibility.PUBLIC);
    for (Command.OnIncident command :
        List.of(
            new Command.Update("pool is full", Status.IDENTIFIED, Duration.ofMinutes(30), false),
            new Command.SetMilestone(Milestone.STARTED, null),
            new RoleCommand.Assign(
                List.of(
                    new RoleCommand.Assignment(Role.INCIDENT_COMMANDER, Story.BOB),
                    new RoleCommand.Assignment(new Role("scribe"), Story.CHARLIE)),
                null),
            new Command.Mitigate("pool enlarged"),
            new Command.Resolve("Increased connection pool size"),
            new Command.Reopen("errors again"))) {
      Incident next = Story.say(database, number, Story.BOB, Story.T.plusSeconds(60), command);
      assertThat(found(number)).contains(next);
    }
  }

  @Test
  void aNumberIsFreeAgainWhenItsTransactionRollsBack() {
    assertThat(Story.declared(database, "one", Visibility.PUBLIC).value()).isEqualTo(1);
    assertThatThrownBy(() ->
            database.query(tx -> {
              Story.declare(tx, Story.declare("lost", Visibility.PUBLIC));
              throw new IllegalStateException("a bug");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Story.declared(database, "two", Visibility.PUBLIC).value()).isEqualTo(2);
  }

  @Test
  void twoWhoDeclareAtOnceComeOneAfterTheOther() throws Exception {
    var inside = new CountDownLatch(1);
    var proceed = new CountDownLatch(1);
    var first =
        started(() ->
            database.query(tx -> {
              new Incidents(tx).serialiseDeclares();
              inside.countDown();
              await(proceed);
              return Story.declare(tx, Story.declare("API down", Visibility.PUBLIC)).number();
            }));
    await(inside);
    var second =
        started(() ->
            database.query(tx -> {
              var incidents = new Incidents(tx);
              incidents.serialiseDeclares();
              return incidents.declaredSince(Story.T.minusSeconds(900), Story.BOB.id());
            }));
    test.awaitBlocked();
    proceed.countDown();
    IncidentNumber number = first.get(10, TimeUnit.SECONDS);
    assertThat(second.get(10, TimeUnit.SECONDS))
        .extracting(Incident::number)
        .containsExactly(number);
  }

  @Test
  void twoCommandsAtOnceSeeEachOther() throws Exception {
    IncidentNumber number = Story.declared(database, "API down", Visibility.PUBLIC);
    var inside = new CountDownLatch(1);
    var proceed = new CountDownLatch(1);
    var first =
        started(() ->
            database.query(tx -> {
              new Incidents(tx).lock(number);
              inside.countDown();
              await(proceed);
              return Story.say(tx, number, Story.BOB, Story.T, assign(Story.BOB, "scribe"));
            }));
    await(inside);
    var second =
        started(() ->
            Story.say(database, number, Story.BOB, Story.T, assign(Story.CHARLIE, "tech-lead")));
    test.awaitBlocked();
    proceed.countDown();
    first.get(10, TimeUnit.SECONDS);
    assertThat(second.get(10, TimeUnit.SECONDS).roles())
        .containsKeys(Role.INCIDENT_COMMANDER, new Role("scribe"), new Role("tech-lead"));
    Verdict verdict = database.query(tx -> new Timeline(tx).verify(number));
    assertThat(verdict).isInstanceOf(Verdict.Sound.class);
  }

  @Test
  void aPrivateIncidentIsSeenByInsidersOnly() {
    IncidentNumber open = Story.declared(database, "everybody's", Visibility.PUBLIC);
    IncidentNumber secret = Story.declared(database, "breach", Visibility.PRIVATE);
    Story.say(database, secret, Story.ALICE, Story.T, assign(Story.BOB, "scribe"));
    Story.say(database, secret, Story.ALICE, Story.T, new RoleCommand.Unassign(new Role("scribe")));
    var dana = new PersonId("U4");
    var outsider = new PersonId("U9");
    assertSees(dana, open);
    database.query(tx -> {
      new Members(tx).add(secret, dana, Story.T);
      new Members(tx).add(secret, dana, Story.T.plusSeconds(1));
      return true;
    });
    assertSees(Story.ALICE.id(), secret, open);
    assertSees(Story.BOB.id(), secret, open);
    assertSees(dana, secret, open);
    assertSees(outsider, open);
    assertThat(numbers(incidents -> incidents.openOf(dana))).containsExactly(secret);
    assertThat(numbers(incidents -> incidents.openOf(Story.BOB.id()))).isEmpty();
    assertThat(numbers(incidents -> incidents.openOf(Story.ALICE.id())))
        .containsExactly(secret, open);
  }

  @Test
  void anEndedIncidentIsListedAmongAllOnly() {
    IncidentNumber over = Story.declared(database, "over", Visibility.PUBLIC);
    IncidentNumber open = Story.declared(database, "open", Visibility.PUBLIC);
    Story.say(database, over, Story.ALICE, Story.T, new Command.Resolve("done"));
    PersonId bob = Story.BOB.id();
    assertThat(numbers(incidents -> incidents.open(bob))).containsExactly(open);
    assertThat(numbers(incidents -> incidents.all(bob, 10, 0))).containsExactly(open, over);
    assertThat(numbers(incidents -> incidents.all(bob, 1, 1))).containsExactly(over);
    assertThat(numbers(incidents -> incidents.declaredSince(Story.T, bob))).containsExactly(open);
    assertThat(numbers(incidents -> incidents.declaredSince(Story.T.plusNanos(1000), bob)))
        .isEmpty();
    List<IncidentNumber> every = database.query(tx -> new Incidents(tx).numbers());
    assertThat(every).containsExactly(over, open);
  }

  @Test
  void everyHolderOfARoleIsKept() {
    IncidentNumber number = Story.declared(database, "API down", Visibility.PUBLIC);
    var minute = Duration.ofMinutes(1);
    Story.say(database, number, Story.BOB, Story.T.plus(minute), assign(Story.BOB, "scribe"));
    Story.say(
        database,
        number,
        Story.ALICE,
        Story.T.plus(minute.multipliedBy(2)),
        assign(Story.CHARLIE, "scribe"));
    List<String> custody =
        database.query(tx ->
            tx.unwrap(DSLContext.class)
                .fetch(
                    "select concat_ws(' ', role, person_name, acting, assigned_by, released_by,"
                        + " to_char(released_at at time zone 'UTC', 'HH24:MI:SS.US'))"
                        + " from role_assignment order by id")
                .getValues(0, String.class));
    assertThat(custody)
        .containsExactly(
            "incident-commander alice t U1",
            "scribe bob f U2 U1 14:34:00.123456",
            "scribe charlie f U1");
  }

  @Test
  void everyTermOfARoleIsReadAsItWas() {
    IncidentNumber number = Story.declared(database, "API down", Visibility.PUBLIC);
    var later = Story.T.plusSeconds(60);
    Story.say(database, number, Story.BOB, later, new RoleCommand.Take(Role.INCIDENT_COMMANDER));

    List<RoleTerm> terms = database.query(tx -> new Incidents(tx).terms(number));
    assertThat(terms)
        .containsExactly(
            new RoleTerm(Role.INCIDENT_COMMANDER, Story.ALICE, true, Story.T, later, "U2"),
            new RoleTerm(Role.INCIDENT_COMMANDER, Story.BOB, false, later, null, null));
  }

  @Test
  void anIncidentIsFoundByItsChannel() {
    IncidentNumber number = Story.declared(database, "API down", Visibility.PUBLIC);
    test.asSuperuser("insert into slack_object values (1, 'channel', 'C1', 'C1', now())");
    test.asSuperuser("insert into slack_object values (1, 'announcement', 'C2', '1.2', now())");
    assertThat(inChannel("C1")).contains(number);
    assertThat(inChannel("C2")).isEmpty();
  }

  private Optional<IncidentNumber> inChannel(String id) {
    return database.query(tx -> new Incidents(tx).inChannel(new ChannelId(id)));
  }

  private void assertSees(PersonId who, IncidentNumber... seen) {
    assertThat(numbers(incidents -> incidents.open(who))).containsExactly(seen);
    assertThat(numbers(incidents -> incidents.all(who, 10, 0))).containsExactly(seen);
    assertThat(numbers(incidents -> incidents.declaredSince(Story.T, who))).containsExactly(seen);
    List<IncidentNumber> may =
        database.query(tx -> {
          var incidents = new Incidents(tx);
          return incidents.numbers().reversed().stream()
              .filter(number -> incidents.maySee(number, who))
              .toList();
        });
    assertThat(may).containsExactly(seen);
  }

  private List<IncidentNumber> numbers(Function<Incidents, List<Incident>> read) {
    return database.query(
        tx -> read.apply(new Incidents(tx)).stream().map(Incident::number).toList());
  }

  private static RoleCommand.Assign assign(Person person, String role) {
    return new RoleCommand.Assign(
        List.of(new RoleCommand.Assignment(new Role(role), person)), null);
  }

  private static <T> FutureTask<T> started(Callable<T> work) {
    var task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Optional<Incident> found(IncidentNumber number) {
    return database.query(tx -> new Incidents(tx).find(number));
  }
}
