package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Report;
import io.evenkeel.chaos.rig.BotSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** One run: a stand, people who talk, what goes wrong, calm, and the check. */
final class Run implements AutoCloseable {
  final Options options;
  final Ledger ledger = new Ledger();
  final Stand stand;
  final Backlog backlog;
  final Speech speech;
  private final PrintStream out;
  private final Load load;
  private final Progress progress;

  /** Everything is up and ready when this returns. */
  Run(Options options, int loud, PrintStream out) {
    this(options, loud, UnaryOperator.identity(), out);
  }

  /** The same with bots that are set up otherwise. */
  Run(Options options, int loud, UnaryOperator<BotSettings> change, PrintStream out) {
    this.options = options;
    this.out = out;
    out.println("seed " + options.seed() + "  to repeat: " + options);
    stand = Stand.open(options, change, ledger);
    backlog = new Backlog(stand.url());
    progress = new Progress(out, ledger, backlog, stand.kills());
    speech = new Speech(new Random(options.seed()), options.incidents(), loud);
    load = new Load(stand.client(), options.seed());
  }

  /** Declares the incidents that will be talked about; returns once each has its number. */
  void declare() {
    declare(20);
    await(
        "the incidents are declared",
        Duration.ofMinutes(2),
        () -> stand.number("select count(*) from incident") >= options.incidents());
  }

  /** Declares them, so many a second. */
  void declare(int rate) {
    load.run(rate, speech::declare, _ -> {}, n -> n < options.incidents());
    load.await();
  }

  /** People talk and things break at their commands, as long as {@code goOn} says. */
  void talk(Schedule schedule, IntPredicate goOn) {
    var steps = new ArrayDeque<>(schedule.steps());
    load.run(
        options.rate(),
        speech::next,
        n -> {
          while (!steps.isEmpty() && steps.getFirst().command() <= n) {
            stand.suffer(steps.removeFirst().mishap());
          }
        },
        goOn);
    load.await();
  }

  /** Waits until everything is done in Slack. */
  void settled(Duration limit) {
    await("everything is done in Slack", limit, () -> Checker.settled(stand.url()));
  }

  /** Nothing breaks any more; returns what the check says once everything is done. */
  Report settle(Duration limit) {
    stand.calm();
    settled(limit);
    Report report = Checker.check(ledger, stand.url(), stand.slack());
    if (!report.clean()) {
      Path logs = Path.of("target", "chaos-" + options.seed()).toAbsolutePath();
      stand.keepLogs(logs);
      out.println("  the logs are kept in " + logs);
    }
    return report;
  }

  /** Goes on as well when time is over: the check then tells what is missing. */
  private void await(String what, Duration limit, BooleanSupplier holds) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        out.println("  not within " + limit.toSeconds() + " s: " + what);
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  @Override
  public void close() {
    progress.close();
    backlog.close();
    stand.close();
  }
}
