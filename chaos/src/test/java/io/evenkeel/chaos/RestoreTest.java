package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Finding;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Report;
import io.evenkeel.chaos.rig.Archive;
import io.evenkeel.chaos.rig.Binaries;
import io.evenkeel.chaos.rig.CommandLine;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The database is lost and restored elsewhere while things wait to be done in Slack. The commands
 * are those of docs/operations.md.
 */
@ExtendWith(ShowLogs.class)
final class RestoreTest {
  private static final int COMMANDS = 3;
  private static final int PEOPLE = 4;
  private static final String NONE =
      "pg_dump is not tried, as there is no whole Postgres here: apt-get install postgresql";

  private final Ledger ledger = new Ledger();

  /** Left out of the usual run for its length: {@code -Pchaos} has it. */
  @Test
  @Tag("long")
  void aCopyOfTheFilesAndTheLogSinceHoldEveryRowAndWhatWaitedIsDoneOnce() {
    var archive = new Archive();
    try (var branch = new Branch(Postgres.migrated(archive.settings(), List.of()))) {
      branch.works(ledger, COMMANDS);
      archive.base(branch.postgres);
      branch.slackGoesAway();
      branch.works(ledger, COMMANDS);
      branch.whileTheBotStands(() -> archive.upToNow(branch.postgres));
      int pending = branch.pending();
      branch.theDatabaseIsLost();

      Postgres restored = archive.restored(branch.postgres);
      branch.verified(restored);
      branch.goesOnWith(restored);
      branch.slackIsBack();
      branch.works(ledger, 1);

      ends("copy and archived log", branch, pending);
    }
  }

  /** Left out of the usual run for its length: {@code -Pchaos} has it. */
  @Test
  @Tag("long")
  void aLogThatIsReceivedElsewhereBeforeAnythingIsAcknowledgedLosesNothingUnderLoad() {
    var archive = new Archive();
    var handbook = new Handbook(installed(), archive.folder());
    try (var branch = new Branch(Postgres.migrated(installed(), Map.of()))) {
      Process receiver = handbook.start("receive the log", branch.postgres);
      try {
        Waiting.until("the log is received", () -> received(branch.postgres) == 1);
        handbook.run("wait for the receiver", branch.postgres);
        Waiting.until("commits wait for it", () -> synchronously(branch.postgres) == 1);
        handbook.run("copy the files", branch.postgres);
        branch.works(ledger, COMMANDS);
        branch.slackGoesAway();
        Typist typist = branch.typist(ledger);
        var stop = new AtomicBoolean();
        var load =
            CompletableFuture.runAsync(
                () -> Typist.keepTyping(Collections.nCopies(PEOPLE, typist), 1, stop),
                Thread::startVirtualThread);
        long enough = ledger.answered() + 60;
        Waiting.until("more is acknowledged", () -> ledger.answered() >= enough);
        int pending = branch.pending();
        branch.postgres.kill();
        stop.set(true);
        load.join();
        branch.theDatabaseIsLost();

        Postgres restored = branch.postgres.elsewhere();
        handbook.run("restore the files", restored);
        restored.start();
        restored.awaitWrites();
        branch.verified(restored);
        branch.goesOnWith(restored);
        branch.slackIsBack();
        branch.works(ledger, 1);

        ends("copy and received log, killed under load", branch, pending);
      } finally {
        Handbook.end(receiver);
      }
    }
  }

  @Test
  void aDumpHoldsEveryRowOfItsMomentAndWhatWasDoneInSlackSinceIsNotDoneAgain() {
    var handbook = new Handbook(installed(), new Archive().folder());
    var since = new Ledger();
    try (var branch = new Branch(Postgres.migrated(installed(), Map.of()))) {
      branch.works(ledger, COMMANDS);
      branch.slackGoesAway();
      branch.works(ledger, COMMANDS);
      var rows = new HashMap<String, String>();
      branch.whileTheBotStands(() -> {
        handbook.run("dump", branch.postgres);
        rows.putAll(branch.postgres.rows());
      });
      int pending = branch.pending();
      // Slack hears of all that, and of more that the dump does not know.
      branch.slackIsBack();
      branch.typist(since).say("U0ALICE", "update --incident-id INC-1 only Slack knows %s");
      branch.settled();
      branch.theDatabaseIsLost();

      Postgres restored = Postgres.empty(installed());
      handbook.run("restore the dump", restored);
      assertThat(restored.rows()).isEqualTo(rows);
      branch.verified(restored);
      assertThat(CommandLine.run(restored.url(), "restored").said()).contains("looked for there");
      branch.goesOnWith(restored);
      branch.works(ledger, 1);
      branch.settled();

      Report report = Checker.check(ledger, restored.url(), branch.slack);
      System.out.printf(
          "restore, dump: acknowledged %d before it, lost %d of them; %d effects waited, %d of them"
              + " seen twice; after it 1 acknowledged and lost%n",
          report.acknowledged(),
          report.lost(),
          pending,
          report.findings().stream().filter(f -> f.words().contains(" times in ")).count());
      assertThat(report.findings())
          .as("of what came after the dump people see the post, and the bot knows nothing of it")
          .allMatch(finding -> finding.what() == Finding.What.DUPLICATED)
          .allMatch(finding -> finding.words().contains("that no effect stands for"))
          .anyMatch(finding -> finding.words().contains("only Slack knows"));
    }
  }

  private void ends(String how, Branch branch, int pending) {
    assertThat(pending).as("what waited when the database was lost").isPositive();
    Report report =
        Row.ends(
            "restore, " + how + ": %d effects waited,".formatted(pending),
            1,
            ledger,
            branch.postgres,
            branch.slack);
    assertThat(report.lost()).isZero();
  }

  private static int received(Postgres server) {
    return server.number("select count(*) from pg_stat_replication");
  }

  private static int synchronously(Postgres server) {
    return server.number("select count(*) from pg_stat_replication where sync_state = 'sync'");
  }

  /** A whole Postgres, of the oldest version that we promise to work with. */
  private static Binaries installed() {
    var installed = Binaries.installed();
    if (installed.isEmpty() && "1".equals(System.getenv("EVENKEEL_REQUIRE_ALL"))) {
      throw new AssertionError(NONE);
    }
    if (installed.isEmpty()) {
      System.out.println(NONE);
    }
    Assumptions.assumeTrue(installed.isPresent(), NONE);
    return installed.orElseThrow();
  }
}
