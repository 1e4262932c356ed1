package io.evenkeel.image;

import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs what the image will run, on its runtime and with its cache, from another folder: what is
 * missing in the runtime, or a cache that does not fit, is found here and not in production.
 */
final class Smoke {
  /** Ends at once when the cache does not fit, in place of going on without. */
  private static final String MUST = "-XX:AOTMode=on";

  private final Stage stage;
  private final Training training;

  Smoke(Stage stage, Training training) {
    this.stage = stage;
    this.training = training;
  }

  void run() {
    List<String> command =
        Files.exists(stage.cache())
            ? stage.command("-XX:AOTCache=" + stage.cache(), MUST)
            : stage.command();
    try (var empty = Postgres.empty(Map.of(), List.of())) {
      expect(0, command, empty.url(), "--version");
      expect(0, command, empty.url(), "migrate");
      expect(0, command, empty.url(), "verify");
      expect(0, command, empty.url(), "lint", text());
      expect(2, command, empty.url(), "export", "INC-1");
    }
    try (Bot bot = training.serve(command)) {
      training.work(bot);
      bot.terminate();
      Waiting.until("it has stopped", () -> !bot.runs());
      expect(0, command, training.postgres().url(), "export", "INC-1", "--format", "html");
    }
  }

  private static String text() {
    try {
      Path file = Files.createTempFile("evenkeel-smoke", ".md");
      file.toFile().deleteOnExit();
      return Files.writeString(file, "# INC-1\n\nThe pool was full.\n").toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void expect(int code, List<String> command, String url, String... arguments) {
    var all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    var builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("DATABASE_URL", url);
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int ended = process.waitFor();
      if (ended != code) {
        throw new IllegalStateException(
            "On the image's runtime \"%s\" ended in %d in place of %d:\n%s"
                .formatted(String.join(" ", arguments), ended, code, said));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
