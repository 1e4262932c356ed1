package io.evenkeel.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The bot, unchanged: its own program in a process of its own, told by its environment where
 * everything is.
 */
final class Bot implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LAST_LINES = 20;
  private static final int STOP_SECONDS = 25;

  private final Path folder;
  private final Map<String, String> environment;
  private final Process process;

  private Bot(Path folder, Map<String, String> environment) throws IOException {
    this.folder = folder;
    this.environment = environment;
    this.process = launch(folder, environment, "serve");
    Files.writeString(folder.resolve("bot.pid"), process.pid() + "\n");
  }

  /** Ends one that an earlier run left behind. */
  static void stopLeftover(Path folder) throws IOException {
    Leftover.stop(folder.resolve("bot.pid"), "java");
  }

  /** Brings the database up to date. */
  static void migrate(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    int exit = launch(folder, environment, "migrate").waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "The database could not be prepared. The last lines of %s:\n%s"
              .formatted(log(folder), lastWords(folder)));
    }
  }

  /** Starts it and waits until it answers. */
  static Bot serve(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Bot bot = new Bot(folder, environment);
    bot.awaitHealthy();
    return bot;
  }

  private static Process launch(Path folder, Map<String, String> environment, String verb)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add("io.evenkeel.bot.Main");
    line.add(verb);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private void awaitHealthy() throws IOException, InterruptedException {
    URI health = URI.create("http://127.0.0.1:" + environment.get("PORT") + "/healthz");
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!answers(http, request)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          process.destroy();
          throw new IllegalStateException(
              "The bot did not start. The last lines of %s:\n%s"
                  .formatted(log(folder), lastWords(folder)));
        }
        Thread.sleep(100);
      }
    }
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Completes when it has ended, for whatever reason. */
  CompletableFuture<Process> ended() {
    return process.onExit();
  }

  private static Path log(Path folder) {
    return folder.resolve("bot.log");
  }

  /** The end of its log. */
  static String lastWords(Path folder) throws IOException {
    List<String> lines = Files.exists(log(folder)) ? Files.readAllLines(log(folder)) : List.of();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(folder.resolve("bot.pid"));
  }
}
