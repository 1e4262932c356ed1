package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many streams that wait for one limit. */
final class TurnsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final List<Slot> CREATE =
      List.of(new Slot("conversations.create", Duration.ofSeconds(3), 2));

  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void close() {
    test.close();
  }

  private void incidents(int count) {
    SomeIncidents.in(test, count);
    test.database()
        .query(tx -> {
          for (int i = 1; i <= count; i++) {
            new Effects(tx)
                .enqueue(
                    new IncidentNumber(i),
                    List.of(new Effect.CreateChannel("inc-" + i, Visibility.PUBLIC)),
                    NOW);
          }
          return true;
        });
  }

  private List<Lease> lease() {
    return test.database().query(tx -> new Streams(tx).lease("me", 100, LEASE));
  }

  private boolean took(Lease lease) {
    return test.database().query(tx -> new Streams(tx).slots(lease, CREATE));
  }

  private List<Double> dueIn() {
    return test.database()
        .query(tx ->
            tx.unwrap(DSLContext.class)
                .select(DSL.field("extract(epoch from due_at - clock_timestamp())", Double.class))
                .from(EFFECT_STREAM)
                .where("due_at > now()")
                .orderBy(EFFECT_STREAM.DUE_AT)
                .fetch(Record1::value1));
  }

  private void addToAll(int incidents, Effect effect) {
    test.database()
        .query(tx -> {
          for (int i = 1; i <= incidents; i++) {
            new Effects(tx).enqueue(new IncidentNumber(i), List.of(effect), NOW);
          }
          return true;
        });
  }

  @Test
  void whatComesBehindDoesNotWakeAStreamThatWaitsForItsTurn() {
    incidents(3);
    lease().forEach(this::took);
    assertThat(dueIn()).as("one waits").hasSize(1);
    addToAll(3, new Effect.PostEntries(1, 1));
    assertThat(dueIn()).as("it still waits").hasSize(1);
    addToAll(3, new Effect.RefreshCard());
    assertThat(dueIn()).as("an edit may take the place of the one that waits").isEmpty();
  }

  @Test
  void anEditDoesNotWakeAStreamThatWaitsToPost() {
    incidents(1);
    var slow = List.of(new Slot("chat.postMessage/C1", Duration.ofSeconds(3), 1));
    Lease lease = lease().getFirst();
    boolean first = test.database().query(tx -> new Streams(tx).slots(lease, slow));
    boolean second = test.database().query(tx -> new Streams(tx).slots(lease, slow));
    assertThat(List.of(first, second)).containsExactly(true, false);
    addToAll(1, new Effect.RefreshCard());
    assertThat(dueIn()).as("it still waits").hasSize(1);
  }

  @Test
  void eachIsDueAgainWhenItsTurnComes() {
    incidents(8);
    List<Lease> leases = lease();
    assertThat(leases.stream().filter(this::took)).as("the burst").hasSize(2);

    List<Double> due = dueIn();
    assertThat(due).hasSize(6);
    for (int i = 0; i < due.size(); i++) {
      assertThat(due.get(i)).as("turn " + i).isBetween(3.0 * i + 1, 3.0 * i + 4);
    }
  }

  @Test
  void whoComesLaterDoesNotOvertake() {
    incidents(4);
    lease().forEach(this::took);
    test.asSuperuser("update rate_gate set next_at = now() - interval '1 hour'");
    test.asSuperuser(
        "update effect_stream set waits_for = null, turn_at = null, due_at = now(), lease_until ="
            + " '-infinity' where id = 'INC-1/channel'");

    assertThat(took(lease().getFirst())).isFalse();
    assertThat(dueIn().getLast()).isGreaterThan(dueIn().getFirst() + 5);
  }

  @Test
  void aStreamThatACommandWakesKeepsItsPlace() {
    incidents(5);
    lease().forEach(this::took);
    List<Double> before = dueIn();
    test.asSuperuser("update effect_stream set due_at = now() where waits_for is not null");
    for (Lease woken : lease()) {
      assertThat(took(woken)).isFalse();
    }
    assertThat(dueIn()).hasSameSizeAs(before);
    assertThat(dueIn().getLast()).isBetween(before.getLast() - 3, before.getLast());
  }

  @Test
  void whoseTurnHasComeTakesTheSlot() {
    incidents(3);
    lease().forEach(this::took);
    test.asSuperuser(
        "update rate_gate set next_at = now() - interval '1 hour';update effect_stream set due_at ="
            + " now() - interval '1 s', turn_at = now() - interval '1 s' where waits_for is not"
            + " null");

    assertThat(lease().stream().filter(this::took)).hasSize(1);
    assertThat(dueIn()).as("nobody waits any more").isEmpty();
  }
}
