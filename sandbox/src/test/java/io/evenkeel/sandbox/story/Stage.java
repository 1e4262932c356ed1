package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.Main;
import io.evenkeel.bot.Running;
import io.evenkeel.bot.config.Parsed;
import io.evenkeel.sandbox.Manifest;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.TestDatabase;
import io.evenkeel.sandbox.client.Delivery;
import io.evenkeel.sandbox.page.AppMenu;
import io.evenkeel.sandbox.page.Page;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A workspace, a Postgres and the bot, ready for a story. */
final class Stage implements AutoCloseable {
  static final String TOKEN = "evk-story-token-0123456789abcdef";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final int TRIES = 10;

  final WallClock clock;
  final TestDatabase database;
  final SlackSandbox slack;
  private final Door door;
  private @Nullable Running bot;
  private int port;

  /**
   * What follows in Slack comes at once: a story tells in seconds what takes people an hour, and
   * would wait for Slack's limits at each step.
   */
  static final String UNHINDERED = "delivery: {burst: 1000, posts_burst: 1000}\n";

  /**
   * A story jumps through the day, and whether somebody is reminded in between would be chance: so
   * nobody is, but in stories about that.
   */
  private static final String CALM =
      "reminders: {SEV-1: none, SEV-2: none, SEV-3: none, SEV-4: none}\n";

  /** Everything runs and is ready. */
  Stage() throws IOException {
    this(new WallClock(Instant.parse("2026-03-10T14:30:00Z")));
    startBot();
    ready();
  }

  /** The same where people are reminded. */
  static Stage reminding() throws IOException {
    var stage = withDoor();
    stage.startBot(
        Map.of(
            "EVENKEEL_CONFIG",
            file("reminding.yaml", UNHINDERED + "schedule: {look_every: 200ms}\n")));
    stage.ready();
    return stage;
  }

  /** The bot connects to Slack by itself, and has no signing secret. */
  static Stage inSocketMode(TestDatabase database) throws IOException {
    var stage = withDoor(database);
    stage.slack.sockets().enable(true);
    stage.startBot(
        Map.of(
            "EVENKEEL_CONFIG",
            file("socket.yaml", UNHINDERED + CALM),
            "SLACK_SIGNING_SECRET",
            "",
            "SLACK_APP_TOKEN",
            Settings.APP_TOKEN));
    stage.ready();
    eventually("the bot is connected", () -> stage.slack.sockets().connections() == 1);
    return stage;
  }

  private static String file(String name, String settings) throws IOException {
    Path path = Path.of("target").resolve(name);
    Files.writeString(path, settings);
    return path.toString();
  }

  private Stage(WallClock clock) throws IOException {
    this(clock, TestDatabase.fresh());
  }

  private Stage(WallClock clock, TestDatabase database) throws IOException {
    this.clock = clock;
    this.database = database;
    door = new Door(database.port());
    slack =
        SlackSandbox.start(
            0,
            Settings.forTests(clock).withManifest(Manifest.of(manifest())),
            Page.with(AppMenu.of("Sandbox", manifest())));
  }

  /** What the app asks for: scopes, events, menus. */
  private static JsonNode manifest() throws IOException {
    return Json.parse(Files.readString(Path.of("../bot/manifest.json")));
  }

  /** The bot is not started yet, so that Postgres can be away when it is. */
  static Stage withDoor() throws IOException {
    return withDoor(TestDatabase.fresh());
  }

  static Stage withDoor(TestDatabase database) throws IOException {
    return new Stage(new WallClock(Instant.parse("2026-03-10T14:30:00Z")), database);
  }

  /** A day that begins early. What is due is found as soon as it may be. */
  static Stage early() throws IOException {
    var stage = new Stage(new WallClock(Instant.parse("2026-03-10T02:30:00Z")));
    String settings = UNHINDERED + CALM + "schedule: {look_every: 100ms}\n";
    stage.startBot(Map.of("EVENKEEL_CONFIG", file("early.yaml", settings)));
    stage.ready();
    return stage;
  }

  /** Nobody is reminded, and what is due all the same is found soon. */
  static Stage looking() throws IOException {
    return with("looking", CALM + "schedule: {look_every: 200ms}\n");
  }

  /** With these settings; the name is for their file. */
  static Stage with(String name, String yaml) throws IOException {
    var stage = new Stage(new WallClock(Instant.parse("2026-03-10T14:30:00Z")));
    stage.startBot(Map.of("EVENKEEL_CONFIG", file(name + ".yaml", UNHINDERED + yaml)));
    stage.ready();
    return stage;
  }

  /** The same by the clock of this machine, for programs that have no other. */
  static Stage today(String name, String yaml, Map<String, String> more) throws IOException {
    var stage = new Stage(new WallClock(InstantSource.system().instant()));
    var all = new HashMap<>(more);
    all.put("EVENKEEL_CONFIG", file(name + ".yaml", UNHINDERED + yaml));
    stage.startBot(all);
    stage.ready();
    return stage;
  }

  Door door() {
    return door;
  }

  void startBot() {
    try {
      startBot(Map.of("EVENKEEL_CONFIG", file("calm.yaml", UNHINDERED + CALM)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With more in its environment. */
  void startBot(Map<String, String> more) {
    var environment = new HashMap<>(environment());
    environment.putAll(more);
    Running running = Main.start(settings(environment), clock);
    bot = running;
    port = running.port();
    slack.pointAt(URI.create("http://127.0.0.1:" + running.port()));
  }

  void ready() {
    eventually("the bot is ready", () -> status("/readyz") == 200);
  }

  int port() {
    return port;
  }

  private String databaseUrl() {
    return database.url(door.port());
  }

  Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("PORT", "0"),
        Map.entry("BIND_ADDRESS", "127.0.0.1"),
        Map.entry("BASE_URL", "http://127.0.0.1:3000"),
        Map.entry("DATABASE_URL", databaseUrl()),
        Map.entry("DATABASE_USER", "postgres"),
        Map.entry("DATABASE_PASSWORD", "postgres"),
        Map.entry("SLACK_SIGNING_SECRET", Settings.SIGNING_SECRET),
        Map.entry("SLACK_BOT_TOKEN", Settings.BOT_TOKEN),
        Map.entry("SLACK_API_URL", slack.apiUrl()),
        Map.entry("EVENKEEL_API_TOKEN", TOKEN));
  }

  private static io.evenkeel.bot.config.Settings settings(Map<String, String> environment) {
    return switch (io.evenkeel.bot.config.Settings.parse(environment)) {
      case Parsed.Ready<io.evenkeel.bot.config.Settings>(var settings) -> settings;
      case Parsed.Faulty<io.evenkeel.bot.config.Settings>(var faults) ->
          throw new IllegalStateException(faults.toString());
    };
  }

  /**
   * Types {@code /incident text} and returns the words of the answer. Whoever reads on a late
   * machine that it was not recorded types it again, as the answer asks for.
   */
  String say(String user, String channel, String text) {
    String said = once(user, channel, text);
    for (int tries = 1; said.contains("NOT recorded") && tries < TRIES; tries++) {
      said = once(user, channel, text);
    }
    return said;
  }

  /** The same where that may be the answer; once the person is in the channel. */
  String once(String user, String channel, String text) {
    String id =
        slack.workspace().snapshot().people().stream()
            .filter(person -> person.name().equals(user))
            .findFirst()
            .orElseThrow()
            .id();
    eventually(user + " is in #" + channel, () -> channel(channel).has(id));
    Delivery delivery = slack.actions().command(user, channel, "/incident", text);
    assertThat(delivery.status()).as("status of /incident %s", text).isEqualTo(200);
    return delivery.ack().isString()
        ? delivery.ack().stringValue()
        : delivery.ack().path("text").asString("");
  }

  /** The incident's channel, once it is there. */
  Channel channel(String name) {
    eventually("#" + name + " is there", () -> find(name) != null);
    Channel found = find(name);
    if (found == null) {
      throw new IllegalStateException("#" + name + " went away");
    }
    return found;
  }

  @Nullable Channel find(String name) {
    return slack.workspace().snapshot().channels().stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  List<Message> messages(String channel) {
    return slack.workspace().snapshot().messagesOf(channel(channel).id());
  }

  /** Everything a reader sees of the channel's messages, as JSON text. */
  String shown(String channel) {
    var all = new StringBuilder();
    messages(channel)
        .forEach(message -> all.append(message.text()).append(message.blocks()).append('\n'));
    return all.toString();
  }

  String export(int number) {
    HttpResponse<String> response = get("/incidents/INC-" + number + "/postmortem.md", TOKEN);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** The status without a token; 0 while nothing listens. */
  int status(String path) {
    try {
      return get(path, null).statusCode();
    } catch (IllegalStateException e) {
      return 0;
    }
  }

  HttpResponse<String> get(String path, @Nullable String token) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .timeout(Duration.ofSeconds(10));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("the bot does not answer " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until something is so; what is not so after 20 s fails. */
  static void eventually(String what, BooleanSupplier so) {
    long started = System.nanoTime();
    long asked = started;
    while (!so.getAsBoolean()) {
      long passed = System.nanoTime() - started;
      long took = System.nanoTime() - asked;
      assertThat(Duration.ofNanos(passed))
          .as("waiting until " + what)
          .isLessThan(Duration.ofSeconds(20));
      // A look costs too: the longer it takes, the rarer they are, and looks take a tenth of the
      // time.
      LockSupport.parkNanos(Math.clamp(Math.max(passed / 20, took * 9), 5_000_000, 100_000_000));
      asked = System.nanoTime();
    }
  }

  @Override
  public void close() throws IOException {
    Running running = bot;
    if (running != null) {
      running.close();
    }
    slack.close();
    door.remove();
    database.close();
  }
}
