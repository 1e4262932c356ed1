package io.evenkeel.chaos.rig;

import io.evenkeel.sandbox.Settings;
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

  private final ProcessBuilder command;
  private final int port;
  private final Path log;
  private Process process;

  private Bot(ProcessBuilder command, int port, Path log) {
    this.command = command;
    this.port = port;
    this.log = log;
    process = launch();
    Logs.keep(log);
  }

  /** {@code serve} on a free port; not ready yet. */
  public static Bot start(BotSettings settings) {
    return start(settings, ours(settings, List.of("io.evenkeel.bot.Main", "serve")));
  }

  /** The same of another build: a jar that lies beside its libraries. */
  public static Bot of(Path jar, BotSettings settings) {
    return start(settings, List.of("-jar", jar.toString(), "serve"));
  }

  /**
   * The same with a clock that is wrong.
   *
   * @param skew a file that holds the milliseconds by which it is; it may change at any time
   */
  public static Bot skewed(BotSettings settings, Path skew) {
    return start(settings, ours(settings, List.of(SkewedBot.class.getName(), skew.toString())));
  }

  /**
   * The same by a command line of one's own: another JDK, other options.
   *
   * @param command all of it, with {@code serve} at the end
   */
  public static Bot by(List<String> command, BotSettings settings) {
    return launch(settings, command);
  }

  private static List<String> ours(BotSettings settings, List<String> what) {
    var command = new ArrayList<>(settings.shortLived() ? ClassData.options() : List.of());
    command.addAll(List.of("-cp", ClassData.CLASS_PATH));
    command.addAll(what);
    return command;
  }

  private static Bot start(BotSettings settings, List<String> what) {
    var command = new ArrayList<>(java(settings));
    command.addAll(what);
    return launch(settings, command);
  }

  private static Bot launch(BotSettings settings, List<String> command) {
    int port = Ports.free();
    Path folder = Folders.temporary("evenkeel-bot");
    Path log = folder.resolve("bot.log");
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.matches("(SLACK|DATABASE|EVENKEEL)_.*"));
    builder.environment().putAll(settings.environment(folder, port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new Bot(builder, port, log);
  }

  private Process launch() {
    try {
      return Running.keep(command.start());
    } catch (IOException e) {
      throw new IllegalStateException("the bot cannot be started", e);
    }
  }

  /**
   * The same bot once more, on the same port; not ready yet.
   *
   * @throws IllegalStateException when the old one still runs
   */
  public void startAgain() {
    if (runs()) {
      throw new IllegalStateException("the bot on port " + port + " still runs");
    }
    process = launch();
  }

  /** The beginning of a command line. */
  static List<String> java(BotSettings settings) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(settings.jvm());
    return command;
  }

  public int port() {
    return port;
  }

  /** Where it takes what Slack sends. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
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
   * A page, asked for with the bot's own token.
   *
   * @throws IllegalStateException when nothing answers within 5 s
   */
  public HttpResponse<String> get(String path) {
    var request =
        HttpRequest.newBuilder(address().resolve(path))
            .timeout(Duration.ofSeconds(5))
            .header("Authorization", "Bearer " + Settings.API_TOKEN)
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
    // Not onExit(): that comes from a pool that a test may keep busy.
    Waiting.until("the bot has ended", () -> !process.isAlive());
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

  /** How long processors have worked for it so far. */
  public Duration worked() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * How much of the machine's memory it takes now, in bytes.
   *
   * @throws IllegalStateException where that cannot be told, as outside Linux
   */
  public long resident() {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .map(line -> line.replaceAll("[^0-9]", ""))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElseThrow()
          * 1024;
    } catch (IOException e) {
      throw new IllegalStateException("the memory of the bot cannot be told", e);
    }
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
    if (runs()) {
      kill();
    }
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
