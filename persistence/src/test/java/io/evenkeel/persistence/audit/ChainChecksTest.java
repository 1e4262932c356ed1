package io.evenkeel.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChainChecksTest {
  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void theLastCheckTakesThePlaceOfTheOneBefore() {
    assertThat(last()).isEmpty();
    keep("2026-11-21T10:00:00Z", false);
    keep("2026-11-21T11:00:00Z", true);
    assertThat(last()).contains(new ChainChecks.Last(Instant.parse("2026-11-21T11:00:00Z"), true));
  }

  private void keep(String at, boolean sound) {
    test.database()
        .query(tx -> {
          new ChainChecks(tx).keep(new ChainChecks.Last(Instant.parse(at), sound));
          return true;
        });
  }

  private Optional<ChainChecks.Last> last() {
    return test.database().query(tx -> new ChainChecks(tx).last());
  }
}
