package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Report;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/**
 * Everything of the fault list at random, until so many kills and so many acknowledged commands are
 * reached.
 */
final class Kills {
  static final Options USUAL = new Options(0, 10_000, 200, 3, 20, 30, Duration.ZERO, 10);

  private Kills() {}

  /** Returns whether every promise was kept. */
  static boolean run(Options options, PrintStream out) {
    // A few commands are not answered: twice as many are planned, and it stops when there are
    // enough.
    int planned = 2 * options.commands();
    // A few answers say why nothing was done, or come to a repeat.
    int enough = options.commands() * 21 / 20;
    int between = Math.max(1, options.commands() / Math.max(1, options.kills()));
    var schedule =
        Schedule.ofEverything(
            new Random(options.seed()), planned, between, options.replicas(), options.scale());
    try (var run = new Run(options, 100, out)) {
      run.declare();
      long began = System.nanoTime();
      run.talk(
          schedule,
          n ->
              n < planned
                  && (run.ledger.answered() < enough || run.stand.kills().get() < options.kills()));
      Duration talked = Duration.ofNanos(System.nanoTime() - began);
      Report report = run.settle(Duration.ofMinutes(5));
      out.printf(
          Locale.ROOT,
          "kills: seed %d, %d kills and %d other mishaps in %d s; %d commands acknowledged, %d"
              + " effects applied, settled after %d s%n%s%n",
          options.seed(),
          run.stand.kills().get(),
          run.stand.others().get(),
          talked.toSeconds(),
          report.acknowledged(),
          report.done(),
          Duration.ofNanos(System.nanoTime() - began).minus(talked).toSeconds(),
          report);
      return report.clean() && report.acknowledged() >= options.commands();
    }
  }
}
