package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Report;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.SlackSandbox;
import java.time.Duration;

/** How a row of the fault list ends: everything is done, checked, and its figures are printed. */
final class Row {
  private static final Duration DRAINED = Duration.ofSeconds(60);

  private Row() {}

  /**
   * Waits until nothing is left to be done, checks every promise and prints the row's line.
   *
   * @param row its number, a colon, and what is told besides
   */
  static Report ends(String row, int kills, Ledger ledger, Postgres postgres, SlackSandbox slack) {
    Waiting.until("everything is done", DRAINED, () -> Checker.settled(postgres.url()));
    Report report = Checker.check(ledger, postgres.url(), slack);
    assertThat(report.clean()).as(report.toString()).isTrue();
    System.out.printf(
        "row %s kills %d, acknowledged %d, lost %d, duplicates visible %d, gap %.1f s%n",
        row,
        kills,
        report.acknowledged(),
        report.lost(),
        report.duplicated(),
        Typist.gap(ledger).toMillis() / 1000.0);
    return report;
  }
}
