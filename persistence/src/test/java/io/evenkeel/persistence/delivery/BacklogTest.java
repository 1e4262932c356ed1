package io.evenkeel.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BacklogTest {
  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void nothingWaitsInAnEmptyDatabase() {
    assertThat(read()).isEqualTo(new Backlog(0, 0, 0, null));
  }

  @Test
  void whatWaitsIsCountedByStateAndTheOldestOfItIsTold() {
    SomeIncidents.in(test, 1);
    test.asSuperuser("insert into effect_stream (id, incident) values ('s', 1)");
    effects("DONE", "2026-11-21T10:00:00Z", 1, 5);
    effects("PARKED", "2026-11-21T11:00:00Z", 6, 7);
    effects("UNKNOWN", "2026-11-21T12:00:00Z", 8, 8);
    effects("SENDING", "2026-11-21T13:00:00Z", 9, 9);
    effects("READY", "2026-11-21T14:00:00Z", 10, 12);
    effects("SUPERSEDED", "2026-11-21T09:00:00Z", 13, 13);

    assertThat(read()).isEqualTo(new Backlog(4, 1, 2, Instant.parse("2026-11-21T12:00:00Z")));
  }

  private void effects(String state, String at, int from, int to) {
    test.asSuperuser(
        "insert into effect (stream, seq, kind, key, payload, state, recorded_at) select 's', n,"
            + " 'refresh_card', 'k' || n, '{}', '%s', '%s' from generate_series(%d, %d) n"
                .formatted(state, at, from, to));
  }

  private Backlog read() {
    return test.database().query(Backlog::read);
  }
}
