package io.evenkeel.chaos.rig;

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

/** The bot as a process of its own, so that it can be killed, frozen and asked to end. */
public final class Bot implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;
  private final Path log;

  private Bot(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** {@code serve} on a free port; not ready yet. */
  public static Bot start(BotSettings settings) {
    return start(settings, "io.evenkeel.bot.Main", "serve");
  }

  /** The same through another main class. */
  static Bot start(BotSettings settings, String main, String... arguments) {
    int port = Ports.free();
    Path folder = Folders.temporary("evenkeel-bot");
    Path log = folder.resolve("bot.log");
    var command = new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED"));
    command.addAll(settings.jvm());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.matches("(SLACK|DATABASE|EVENKEEL)_.*"));
    builder.environment().putAll(settings.environment(folder, port));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      return new Bot(builder.start(), port, log);
    } catch (IOException e) {
      throw new IllegalStateException("the bot cannot be started", e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  public int port() {
    return port;
  }

  /** Waits until {@code /readyz} says so. */
  public Bot ready() {
    try {
      Waiting.until("the bot is ready", () -> status("/readyz") == 200 || !process.isAlive());
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + logged(), e);
    }
    if (!process.isAlive()) {
      throw new AssertionError("the bot has ended:\n" + logged());
    }
    return this;
  }

  /** The status of a GET; 0 while nothing answers. */
  public int status(String path) {
    try {
      return get(path).statusCode();
    } catch (IllegalStateException e) {
      return 0;
    }
  }

  /**
   * @throws IllegalStateException when nothing answers within 5 s
   */
  public HttpResponse<String> get(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("the bot does not answer " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGKILL: nothing is tidied up. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGSTOP. */
  public void pause() {
    Signals.send("STOP", List.of(process.pid()));
  }

  /** SIGCONT. */
  public void resume() {
    Signals.send("CONT", List.of(process.pid()));
  }

  /** SIGTERM: it is asked to end. */
  public void terminate() {
    process.destroy();
  }

  public boolean runs() {
    return process.isAlive();
  }

  /** What it has said so far, for a failing test. */
  public String logged() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "no log: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    resume();
    kill();
  }

  /** The environment of a bot, by name. */
  static Map<String, String> loopback(int port) {
    return Map.of(
        "PORT",
        Integer.toString(port),
        "BIND_ADDRESS",
        "127.0.0.1",
        "BASE_URL",
        "http://127.0.0.1:" + port);
  }
}
