package io.evenkeel.image;

import io.evenkeel.chaos.rig.Bot;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code mvn -Pbench -Dbench.only=footprint}: from the start of the process to {@code /readyz}, and
 * how much memory it takes at rest, on the whole JDK and on the cut one, with the AOT cache and
 * without. Prints and asserts nothing.
 */
public final class Footprint {
  private static final int RUNS = Integer.getInteger("bench.runs", 5);

  /** At rest: so long after the last of a few commands was done in Slack. */
  private static final Duration REST = Duration.ofSeconds(5);

  private static final Path JDK = Path.of(System.getProperty("java.home"));

  private Footprint() {}

  /** One way to start it. */
  private record Way(String name, List<String> command) {}

  /**
   * What one run took.
   *
   * @param ready from the start to ready
   * @param worked how long processors worked for it until then
   * @param resident at rest, in bytes
   */
  private record Run(Duration ready, Duration worked, long resident) {}

  /**
   * @param arguments the bot's target folder, and the folder for what comes of it
   */
  public static void main(String[] arguments) {
    Path built = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path out = Path.of(arguments[1]).toAbsolutePath().normalize();
    Stage stage = Stage.of(built, out.resolve("footprint"), Instant.EPOCH);
    System.out.println("The runtime is cut, and the AOT caches are made …");
    var _ = stage.cut();
    Stage whole = Stage.of(built, out.resolve("footprint-jdk"), Instant.EPOCH);
    try (var training = new Training()) {
      training.cache(stage);
      training.cache(whole, whole.command(JDK, Stage.OPTIONS));
      List<Way> ways =
          List.of(
              new Way("java -jar", whole.command(JDK, List.of())),
              new Way("JDK, image's options", whole.command(JDK, Stage.OPTIONS)),
              new Way(
                  "JDK, options, cache",
                  whole.command(JDK, Stage.OPTIONS, "-XX:AOTCache=" + whole.cache())),
              new Way("cut runtime, options", stage.command()),
              new Way("the image", stage.command("-XX:AOTCache=" + stage.cache())));
      // In turns, so that all share what else the machine does.
      var runs = new ArrayList<List<Run>>();
      ways.forEach(_ -> runs.add(new ArrayList<>()));
      for (int run = 0; run < RUNS; run++) {
        for (int way = 0; way < ways.size(); way++) {
          runs.get(way).add(measured(training, ways.get(way)));
        }
      }
      print(ways, runs);
    }
    Folders.delete(whole.root());
    Folders.delete(stage.root());
    System.exit(0);
  }

  private static Run measured(Training training, Way way) {
    long began = System.nanoTime();
    try (Bot bot = training.serving(way.command())) {
      bot.ready();
      var ready = Duration.ofNanos(System.nanoTime() - began);
      Duration worked = bot.worked();
      training.work(bot);
      LockSupport.parkNanos(REST.toNanos());
      return new Run(ready, worked, bot.resident());
    }
  }

  private static void print(List<Way> ways, List<List<Run>> runs) {
    System.out.printf(
        "%n%-22s %-26s %-18s %s%n",
        "footprint", "start to ready in s", "processor until then", "resident at rest");
    for (int way = 0; way < ways.size(); way++) {
      List<Run> all = runs.get(way);
      System.out.printf(
          Locale.ROOT,
          "%-22s median %.2f (%.2f to %.2f)  median %.2f s       median %.0f MB (most %.0f)%n",
          ways.get(way).name(),
          median(all.stream().map(run -> run.ready().toMillis() / 1e3).toList()),
          all.stream().mapToDouble(run -> run.ready().toMillis() / 1e3).min().orElse(0),
          all.stream().mapToDouble(run -> run.ready().toMillis() / 1e3).max().orElse(0),
          median(all.stream().map(run -> run.worked().toMillis() / 1e3).toList()),
          median(all.stream().map(run -> run.resident() / 1e6).toList()),
          all.stream().mapToDouble(run -> run.resident() / 1e6).max().orElse(0));
    }
    System.out.printf(
        Locale.ROOT,
        "machine                %d processors, load %.1f, %d runs each%n",
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
