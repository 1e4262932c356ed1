package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rows 9 and 7: a primary whose every commit waits for a standby. One bot lives through both, the
 * primary does not: row 7 is the last.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
final class StandbyTest {
  private final Postgres primary = Postgres.migrated();
  private final Postgres standby = primary.standby();
  private final Office office =
      new Office(
          "jdbc:postgresql://%s,%s/postgres?user=postgres"
              .formatted(primary.address(), standby.address()));

  @BeforeEach
  void ready() {
    office.bot.ready();
    office.nextRow();
    office.declare(4);
  }

  @AfterAll
  void close() {
    office.close();
    standby.close();
    primary.close();
  }

  @Order(Integer.MAX_VALUE)
  @Test
  void row7AKilledPrimaryLosesNothingAndItsStandbyServesSoon() {
    try (var talk = new Talk(office, 8, 4)) {
      talk.goesOnFor(100);
      primary.kill();
      standby.promote();
      talk.goesOnFor(100);
    }
    office.holds("7", 1, standby.url(), "a primary killed and its standby promoted");
    assertThat(Typist.gap(office.ledger)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void row9BackendsThatAreTerminatedAgainAndAgainAlsoWhileTheyCommitLoseNothing() {
    int ended = 0;
    int committing = 0;
    try (var talk = new Talk(office, 8, 4)) {
      talk.goesOnFor(20);
      for (int i = 0; i < 15; i++) {
        ended += primary.terminateBackends("application_name = 'evenkeel'");
        talk.goesOnFor(10);
      }
      for (int i = 0; i < 3; i++) {
        standby.hang();
        Waiting.until("commits wait for the standby", () -> waiting() >= 4);
        committing += primary.terminateBackends("wait_event = 'SyncRep'");
        standby.resume();
        talk.goesOnFor(10);
      }
    }
    office.holds(
        "9",
        0,
        primary.url(),
        "%d backends terminated, %d of them in COMMIT".formatted(ended + committing, committing));
    assertThat(committing).isGreaterThanOrEqualTo(4);
  }

  private int waiting() {
    return primary.number("select count(*) from pg_stat_activity where wait_event = 'SyncRep'");
  }
}
