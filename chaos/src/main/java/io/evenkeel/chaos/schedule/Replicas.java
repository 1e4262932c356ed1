package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Report;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/**
 * Row 23: several replicas under load over many open incidents, one of them killed every few
 * seconds. What they leave is taken over by the others.
 */
public final class Replicas {
  static final Options USUAL = new Options(0, 0, 0, 3, 50, 100, Duration.ofMinutes(2), 10);

  /** A lease as shipped, and what it takes to notice: nothing may stand still for longer. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(40);

  private static final int SECONDS_BETWEEN_KILLS = 5;

  private Replicas() {}

  /** Returns whether every promise was kept. */
  public static boolean run(Options options, PrintStream out) {
    long seconds = options.length().toSeconds();
    int commands = (int) (options.rate() * seconds);
    var schedule =
        Schedule.ofKills(
            new Random(options.seed()),
            commands,
            options.rate() * SECONDS_BETWEEN_KILLS,
            options.replicas());
    try (var run = new Run(options, Math.min(100, 10 * options.scale()), out)) {
      run.declare();
      run.settled(Duration.ofMinutes(15));
      run.backlog.forget();
      run.talk(schedule, n -> n < commands);
      long ended = System.nanoTime();
      Report report = run.settle(Duration.ofMinutes(5));
      Backlog.Sample worst = run.backlog.worst();
      out.printf(
          Locale.ROOT,
          "row 23: %d replicas, %d kills, %d commands acknowledged in %d s over %d incidents;"
              + " oldest effect %.1f s, of which Slack's limits impose all but %.1f s (%s);"
              + " drained in %.1f s; lost %d duplicated %d%n%s%n",
          options.replicas(),
          run.stand.kills().get(),
          report.acknowledged(),
          seconds,
          options.incidents(),
          worst.oldest().toMillis() / 1000.0,
          worst.stuck().toMillis() / 1000.0,
          worst.which(),
          (System.nanoTime() - ended) / 1e9,
          report.lost(),
          report.duplicated(),
          report);
      return report.clean() && worst.stuck().compareTo(TAKEN_OVER) < 0;
    }
  }
}
