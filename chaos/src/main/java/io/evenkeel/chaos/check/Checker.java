package io.evenkeel.chaos.check;

import io.evenkeel.chaos.rig.Looks;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.sandbox.SlackSandbox;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what clients saw acknowledged, what the tables hold and what people see in Slack. It
 * waits for nothing and changes nothing: call it once {@link #settled} says so, or what is still on
 * its way is found unfinished.
 */
public final class Checker {
  private static final String OPEN =
      "select (select count(*) from effect where state in ('READY', 'SENDING', 'UNKNOWN'))"
          + " + (select count(*) from effect_stream where sweep_at is not null)";

  private Checker() {}

  /**
   * Nothing is left to be done: every effect is done, superseded or parked, and no sweep is due.
   *
   * @param url as for {@link #check}; false as well while nobody answers there
   */
  public static boolean settled(String url) {
    return open(url) == 0;
  }

  /** How many effects and sweeps are still to be done; -1 while the database does not answer. */
  public static int open(String url) {
    try {
      return Looks.number(url, OPEN);
    } catch (SQLException e) {
      return -1;
    }
  }

  /**
   * Checks everything.
   *
   * @param url JDBC's, with the user who may read everything; of the server that holds the truth
   * @throws IllegalStateException when the database cannot be read
   */
  public static Report check(Ledger ledger, String url, SlackSandbox slack) {
    Tables tables = Tables.read(url);
    Seen seen = Seen.of(slack.workspace());
    var found = new ArrayList<Finding>();
    var commands = new CommandsKept(ledger, tables);
    commands.check(found::add);
    unfinished(tables, found);
    new PostsSeen(tables, seen).check(found::add);
    new Ordered(tables, seen).check(found::add);
    new Rooms(tables, seen).check(found::add);
    try (var database = Database.open(new DatabaseSettings(url, "", "", 1))) {
      var state = new NewestState(database, tables, seen);
      state.audit(found::add);
      tables.incidents().forEach(number -> state.check(number, found::add));
    }
    return report(ledger, commands, tables, seen, found);
  }

  private static void unfinished(Tables tables, List<Finding> found) {
    tables.effects().stream()
        .filter(effect -> effect.state().matches("READY|SENDING|UNKNOWN"))
        .map(
            effect -> new Finding(Finding.What.UNFINISHED, effect.name() + " is " + effect.state()))
        .forEach(found::add);
  }

  private static Report report(
      Ledger ledger, CommandsKept commands, Tables tables, Seen seen, List<Finding> found) {
    int done = states(tables, "DONE");
    int superseded = states(tables, "SUPERSEDED");
    int parked = states(tables, "PARKED");
    return new Report(
        (int) commands.answered(true),
        (int) commands.answered(false),
        (int) commands.count(Said.NOT_RECORDED),
        (int) commands.count(Said.MAYBE),
        (int) commands.count(Said.NOTHING),
        ledger.all().stream()
            .filter(sent -> sent.claim() != Said.NOTHING)
            .map(Ledger.Sent::took)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO),
        (int) tables.inbox().values().stream().filter(Tables.Kept::recorded).count(),
        done,
        superseded,
        parked,
        tables.effects().size() - done - superseded - parked,
        seen.ours().size(),
        tables.swept(),
        found);
  }

  private static int states(Tables tables, String state) {
    return (int) tables.effects().stream().filter(effect -> effect.state().equals(state)).count();
  }
}
