package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Said;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.chaos.rig.Wire;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rows 8, 10 and 18, and Postgres away: it does not answer, or not in time, or too late. One bot
 * lives through all of it.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
final class SilentPostgresTest {
  private static final int TRIES = 10;

  private final Postgres postgres = Postgres.migrated();
  private final Wire wire = Wire.to(postgres);
  private final Office office = startedWithoutPostgres();

  private Office startedWithoutPostgres() {
    wire.mode(Wire.Mode.CUT);
    return new Office(wire.url());
  }

  /** Nothing is wrong, and nothing was said in this row yet. */
  private void ready() {
    wire.mode(Wire.Mode.FLOW);
    office.bot.ready();
    office.nextRow();
  }

  @AfterAll
  void close() {
    office.close();
    wire.close();
    postgres.close();
  }

  @Order(1)
  @Test
  void theBotStartsWithoutPostgresAndIsReadyWhenItComes() {
    Waiting.until("the bot answers", () -> office.bot.status("/healthz") == 200);
    assertThat(office.bot.status("/readyz")).isEqualTo(503);
    assertThat(office.say("declare API service down").claim()).isEqualTo(Said.NOT_RECORDED);
    wire.mode(Wire.Mode.FLOW);
    office.bot.ready();
    assertThat(office.say("declare API service down").said())
        .contains("Declared")
        .contains("INC-1");
    wire.mode(Wire.Mode.CUT);
    var unsaid = office.say(office.marked("update --incident-id INC-1 all is well"));
    assertThat(unsaid.claim()).isEqualTo(Said.NOT_RECORDED);
    wire.mode(Wire.Mode.FLOW);
    office.bot.ready();
    assertThat(office.say(office.marked("update --incident-id INC-1 now it is")).said())
        .contains("recorded");
    assertThat(office.bot.get("/incidents/INC-1/postmortem.md").body())
        .contains("now it is")
        .doesNotContain("all is well");

    office.holds("8", 0, postgres.url(), "cut off twice");
  }

  @Test
  void row8WhilePostgresHangsEveryAnswerIsInTimeAndTrue() {
    ready();
    office.declare(3);
    var hung = Duration.ofSeconds(6);
    try (var talk = new Talk(office, 6, 3)) {
      talk.goesOnFor(30);
      long since = System.nanoTime();
      postgres.hang();
      Waiting.until("it has hung for 6 s", () -> System.nanoTime() - since > hung.toNanos());
      postgres.resume();
      talk.goesOnFor(30);
    }

    var report = office.holds("8", 0, postgres.url(), "hung for 6 s");
    assertThat(report.unanswered()).isZero();
    assertThat(report.notRecorded() + report.doubtful()).isGreaterThan(6);
  }

  @Test
  void row10WhenTheAnswerToCommitIsLostTheOutcomeIsToldLater() {
    ready();
    int before = recorded();
    office.declare(2);
    wire.mode(Wire.Mode.LOSE_ANSWER_TO_COMMIT);
    List<Ledger.Sent> doubtful = inDoubt(12);
    assertThat(doubtful).allMatch(sent -> sent.claim() == Said.MAYBE);
    wire.mode(Wire.Mode.LOSE_COMMIT);
    doubtful.addAll(inDoubt(12));
    wire.mode(Wire.Mode.FLOW);
    Waiting.until(
        "everybody is told how it ended",
        () -> doubtful.stream().noneMatch(sent -> office.later.of(sent.trigger()).isEmpty()));

    assertThat(doubtful)
        .allSatisfy(sent ->
            assertThat(office.later.of(sent.trigger()))
                .singleElement()
                .asString()
                .contains("Noted"));
    office.holds("10", 0, postgres.url(), wire.lost() + " COMMITs or answers to them lost");
    assertThat(recorded() - before).isEqualTo(2 + doubtful.size());
  }

  @Test
  void row18WhenALongLockExhaustsThePoolEverybodyIsToldInTime() throws Exception {
    ready();
    office.declare(1);
    List<Ledger.Sent> said;
    try (Connection outside = DriverManager.getConnection(postgres.url());
        var sql = outside.createStatement()) {
      outside.setAutoCommit(false);
      sql.execute("lock table inbox in access exclusive mode");
      said = inParallel(40);
      outside.rollback();
    }
    // Where the machine itself is late, "this takes longer" is as true.
    assertThat(said).extracting(Ledger.Sent::claim).isSubsetOf(Said.NOT_RECORDED, Said.MAYBE);
    Waiting.until(
        "commands are taken again",
        () -> office.say(office.marked("note --incident-id INC-1 again")).claim() == Said.ANSWERED);

    office.holds("18", 0, postgres.url(), "40 commands on 16 connections, all locked");
  }

  /** Commands that the inbox holds as done. */
  private int recorded() {
    return postgres.number("select count(*) from inbox where (answer ->> 'recorded')::boolean");
  }

  private List<Ledger.Sent> inParallel(int howMany) {
    var all = new ArrayList<CompletableFuture<Ledger.Sent>>();
    for (int i = 0; i < howMany; i++) {
      all.add(noting());
    }
    return new ArrayList<>(all.stream().map(CompletableFuture::join).toList());
  }

  /**
   * As many commands whose COMMIT was on its way. Where the machine is late there may be no
   * connection in time: whoever is told "NOT recorded" notes it again.
   */
  private List<Ledger.Sent> inDoubt(int howMany) {
    List<Ledger.Sent> all = inParallel(howMany);
    all.replaceAll(first -> {
      Ledger.Sent sent = first;
      for (int tries = 1; sent.claim() == Said.NOT_RECORDED && tries < TRIES; tries++) {
        sent = noting().join();
      }
      return sent;
    });
    return all;
  }

  private CompletableFuture<Ledger.Sent> noting() {
    return office.saying(office.marked("note --incident-id INC-1 still looking"));
  }
}
