package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The real {@code promtool}, and where the real {@code prometheus} is. Where they are not installed
 * a test that asks is skipped with a word about it, or fails if {@code EVENKEEL_REQUIRE_ALL=1} is
 * set.
 */
final class Promtool {
  /** Go's memory, four times as rarely as usual: a third less work, in 120 MB. */
  static final String TIDIED_UP = "400";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Promtool() {}

  /** The program's path, or the test ends here. */
  static Path program(String name) {
    Path path = Path.of("/usr/bin", name);
    if (!Files.isExecutable(path)) {
      String words = "PROMETHEUS TEST SKIPPED: there is no " + path + ".";
      if ("1".equals(System.getenv("EVENKEEL_REQUIRE_ALL"))) {
        throw new IllegalStateException(words + " EVENKEEL_REQUIRE_ALL=1 does not allow that.");
      }
      System.err.println(words);
      Assumptions.abort(words);
    }
    return path;
  }

  /** Runs it over this input; it must have nothing to find fault with. */
  static void finds(String nothing, String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program("promtool").toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("promtool", ".txt");
    Path given = Files.writeString(Files.createTempFile("promtool", ".in"), input);
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(given.toFile())
            .redirectOutput(output.toFile());
    builder.environment().put("GOGC", TIDIED_UP);
    Process run = builder.start();
    try {
      awaitEnd(run);
    } finally {
      run.destroyForcibly();
    }
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    Files.delete(given);
    assertThat(run.exitValue()).as("promtool %s: %s", nothing, said).isZero();
    if (arguments[0].equals("check") && arguments[1].equals("metrics")) {
      assertThat(said).isEmpty();
    }
  }

  /** It may work for 30 s of a processor's time, and goes on with that in each 30 s. */
  private static void awaitEnd(Process run) throws InterruptedException {
    Duration worked = Duration.ZERO;
    while (!run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      Duration by = run.info().totalCpuDuration().orElse(worked);
      if (run.isAlive()) {
        assertThat(by).as("promtool works").isBetween(worked.plusMillis(1), PATIENCE);
        worked = by;
      }
    }
  }
}
