package io.evenkeel.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RestoredTest {
  private static final IncidentNumber INC = new IncidentNumber(1);
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Duration LONG = Duration.ofHours(1);

  private final TestDatabase test = TestDatabase.fresh();

  @BeforeEach
  void anIncidentWithAPost() {
    SomeIncidents.in(test, 1);
    test.asSuperuser("update incident_counter set last_number = 1");
    test.database()
        .query(tx -> {
          new Effects(tx).enqueue(INC, List.of(new Effect.PostEntries(1, 1)), NOW);
          return true;
        });
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void whatWasToBeDoneIsLookedForAndWhoHeldItHoldsItNoMore() {
    Lease old = test.database().query(tx -> new Streams(tx).lease("gone", 1, LONG)).getFirst();

    int doubted = test.database().query(tx -> new Restored(tx).doubtAll());

    assertThat(doubted).isOne();
    boolean renewed = test.database().query(tx -> new Streams(tx).renew(old, LONG));
    assertThat(renewed).as("the old one's lease").isFalse();
    Lease lease = test.database().query(tx -> new Streams(tx).lease("new", 1, LONG)).getFirst();
    var next = (Next.Work) test.database().query(tx -> new Streams(tx).next(lease));
    assertThat(next.effect().state()).isEqualTo(EffectState.UNKNOWN);
    assertThat(next.effect().inDoubt()).isTrue();
    assertThat(next.effect().since()).isEqualTo(NOW);
  }

  @Test
  void numbersGoOnWhereTheyAreToldToAndNeverBack() {
    assertThat(numbersFrom(60)).isTrue();
    IncidentNumber given = test.database().query(tx -> new Incidents(tx).nextNumber());
    assertThat(given).isEqualTo(new IncidentNumber(60));
    assertThat(numbersFrom(60)).as("as it is").isFalse();
    assertThat(numbersFrom(2)).as("backwards").isFalse();
  }

  private boolean numbersFrom(int next) {
    return test.database().query(tx -> new Restored(tx).numbersFrom(new IncidentNumber(next)));
  }
}
