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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 8, 10 and 18, and Postgres away: it does not answer, or not in time, or too late. */
@ExtendWith(ShowLogs.class)
final class SilentPostgresTest {
  private final Postgres postgres = Postgres.migrated();
  private final Wire wire = Wire.to(postgres);
  private final List<Office> offices = new ArrayList<>();

  private Office ready() {
    var office = start();
    office.bot.ready();
    return office;
  }

  private Office start() {
    var office = new Office(wire.url());
    offices.add(office);
    return office;
  }

  @AfterEach
  void close() {
    offices.forEach(Office::close);
    wire.close();
    postgres.close();
  }

  @Test
  void theBotStartsWithoutPostgresAndIsReadyWhenItComes() {
    wire.mode(Wire.Mode.CUT);
    var office = start();
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
    var office = ready();
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
    var office = ready();
    office.declare(2);
    wire.mode(Wire.Mode.LOSE_ANSWER_TO_COMMIT);
    List<Ledger.Sent> doubtful = inParallel(office, 12);
    assertThat(doubtful).allMatch(sent -> sent.claim() == Said.MAYBE);
    wire.mode(Wire.Mode.LOSE_COMMIT);
    doubtful.addAll(inParallel(office, 12));
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
    var report =
        office.holds("10", 0, postgres.url(), wire.lost() + " COMMITs or answers to them lost");
    assertThat(report.recorded()).isEqualTo(2 + doubtful.size());
  }

  @Test
  void row18WhenALongLockExhaustsThePoolEverybodyIsToldInTime() throws Exception {
    var office = ready();
    office.declare(1);
    List<Ledger.Sent> said;
    try (Connection outside = DriverManager.getConnection(postgres.url());
        var sql = outside.createStatement()) {
      outside.setAutoCommit(false);
      sql.execute("lock table inbox in access exclusive mode");
      said = inParallel(office, 40);
      outside.rollback();
    }
    // Where the machine itself is late, "this takes longer" is as true.
    assertThat(said).extracting(Ledger.Sent::claim).isSubsetOf(Said.NOT_RECORDED, Said.MAYBE);
    Waiting.until(
        "commands are taken again",
        () -> office.say(office.marked("note --incident-id INC-1 again")).claim() == Said.ANSWERED);

    office.holds("18", 0, postgres.url(), "40 commands on 16 connections, all locked");
  }

  private static List<Ledger.Sent> inParallel(Office office, int howMany) {
    var all = new ArrayList<CompletableFuture<Ledger.Sent>>();
    for (int i = 0; i < howMany; i++) {
      all.add(office.saying(office.marked("note --incident-id INC-1 still looking")));
    }
    return new ArrayList<>(all.stream().map(CompletableFuture::join).toList());
  }
}
