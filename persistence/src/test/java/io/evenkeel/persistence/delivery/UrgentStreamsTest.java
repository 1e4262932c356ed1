package io.evenkeel.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which stream goes first. */
final class UrgentStreamsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Effect CREATE = new Effect.CreateChannel("inc-1-api", Visibility.PUBLIC);

  private final TestDatabase test = TestDatabase.fresh();

  @BeforeEach
  void anIncident() {
    SomeIncidents.in(test, 1);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private void enqueue(int number, Effect... effects) {
    test.database()
        .query(tx -> {
          new Effects(tx).enqueue(new IncidentNumber(number), List.of(effects), NOW);
          return true;
        });
  }

  private Lease lease() {
    return leases(10).getFirst();
  }

  private List<Lease> leases(int atMost) {
    return test.database().query(tx -> new Streams(tx).lease("test", atMost, LEASE));
  }

  private QueuedEffect head(Lease lease) {
    Next next = test.database().query(tx -> new Streams(tx).next(lease));
    return ((Next.Work) next).effect();
  }

  private void released(Lease lease) {
    test.database().query(tx -> new Streams(tx).release(lease, Duration.ZERO));
  }

  private void underWay(int number) {
    test.asSuperuser(
        "insert into incident (number, title, severity, status, mode, visibility, declared_by,"
            + " declared_by_name, recorded_at) select "
            + number
            + ", 'db', severity, status, mode, visibility, declared_by, declared_by_name,"
            + " recorded_at from incident where number = 1");
    enqueue(number, new Effect.PostCard(), new Effect.SetTopic());
  }

  @Test
  void anIncidentWithoutItsFirstPostGoesFirst() {
    underWay(2);
    Lease two = lease();
    var card = new SlackObject(new ChannelId("C2"), "171.0001");
    QueuedEffect post = head(two);
    test.database().query(tx -> new Streams(tx).done(two, post, Map.of(Purpose.CARD, card)));
    released(two);
    test.asSuperuser("update effect_stream set due_at = now() - interval '1 hour'");
    enqueue(1, CREATE, new Effect.PostCard());

    assertThat(leases(1)).extracting(Lease::stream).containsExactly("INC-1/channel");
  }

  @Test
  void anIncidentThatCannotHaveAFirstPostDoesNotGoFirstForEver() {
    enqueue(1, CREATE, new Effect.PostCard());
    Lease one = lease();
    QueuedEffect create = head(one);
    test.database().query(tx -> new Streams(tx).park(one, create, "no"));
    released(one);
    test.asSuperuser("update effect_stream set due_at = now()");
    underWay(2);

    assertThat(leases(1)).extracting(Lease::stream).containsExactly("INC-2/channel");
  }
}
