package io.evenkeel.sandbox.attack;

import io.evenkeel.bot.Main;
import io.evenkeel.bot.Running;
import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.access.Tokens;
import io.evenkeel.bot.access.Visits;
import io.evenkeel.bot.access.WantedToken;
import io.evenkeel.bot.config.Parsed;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.TestDatabase;
import io.evenkeel.sandbox.workspace.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bot as it would be run: a workspace, a Postgres, signing in, tokens. INC-1 is public; INC-2 and
 * INC-3, which is resolved, are bob's private ones, alone SEV-3 and with the word zanzibar in
 * everything; charlie is no part of them.
 */
final class Site implements AutoCloseable {
  /** Of the private ones alone: where an outsider reads it, something leaked. */
  static final String CANARY = "zanzibar";

  static final String OPERATOR = "operator-token-0123456789abcdef";

  final InstantSource clock = InstantSource.system();
  final Path exports;
  final SlackSandbox slack;
  final int port;
  final int management;
  private final Map<String, String> tokens;

  /** A visit of charlie's, as the browser would send it. */
  final String charlie;

  private final TestDatabase data = TestDatabase.fresh();
  private final Database database;
  private final Running bot;

  /**
   * @param trap where a calendar is said to be
   */
  Site(Trap trap) throws IOException {
    exports = Files.createTempDirectory("evenkeel-attacks");
    slack = SlackSandbox.start(0, Settings.forTests(clock));
    database = Database.open(new DatabaseSettings(data.url(), "postgres", "postgres", 4));
    port = free();
    management = free();
    bot = Main.start(settings(trap), clock);
    slack.pointAt(java.net.URI.create("http://127.0.0.1:" + port));
    var http = new Http(this);
    eventually("the bot is ready", () -> http.get("/readyz").status() == 200);
    say("alice", "declare API service down --severity SEV-2");
    say("bob", "declare zanzibar keys leaked --severity SEV-3 --private --new --service zanzibar");
    say("bob", "update INC-2 zanzibar is contained --next 30m");
    say("bob", "declare zanzibar again --severity SEV-3 --private --new");
    say("bob", "resolve INC-3 zanzibar is over");
    tokens =
        Map.of(
            "read", token("reader", null, Scope.READ),
            "as", token("speaker", null, Scope.WRITE, Scope.AS),
            "alice", token("alices", new Person(new PersonId("U0ALICE"), "alice"), Scope.WRITE),
            "private", token("insider", null, Scope.READ, Scope.PRIVATE));
    charlie = new Visits(database).begin(new PersonId("U0CHARLIE"), "127.0.0.1", now());
    eventually("INC-1 has its channel", () -> channels().contains("inc-1"));
    eventually("INC-2 has its channel", () -> channels().contains("inc-2"));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private io.evenkeel.bot.config.Settings settings(Trap trap) throws IOException {
    Path file = Files.createTempFile("evenkeel-attacks", ".yaml");
    String feed = trap.address().replace("http://127.0.0.1", "https://localhost") + "rota.ics";
    // What an attack leaves in Slack is looked for: it comes at once and not by Slack's limits.
    Files.writeString(
        file,
        """
        oncall: {inside: {feed: "%s"}}
        schedule: {look_every: 1s}
        delivery: {burst: 1000, posts_burst: 1000}
        """
            .formatted(feed));
    var environment =
        Map.ofEntries(
            Map.entry("PORT", String.valueOf(port)),
            Map.entry("MANAGEMENT_PORT", String.valueOf(management)),
            Map.entry("BIND_ADDRESS", "127.0.0.1"),
            Map.entry("BASE_URL", "http://127.0.0.1:" + port),
            Map.entry("DATABASE_URL", data.url()),
            Map.entry("DATABASE_USER", "postgres"),
            Map.entry("DATABASE_PASSWORD", "postgres"),
            Map.entry("SLACK_SIGNING_SECRET", Settings.SIGNING_SECRET),
            Map.entry("SLACK_BOT_TOKEN", Settings.BOT_TOKEN),
            Map.entry("SLACK_API_URL", slack.apiUrl()),
            Map.entry("SLACK_CLIENT_ID", Settings.CLIENT_ID),
            Map.entry("SLACK_CLIENT_SECRET", Settings.CLIENT_SECRET),
            Map.entry("EVENKEEL_API_TOKEN", OPERATOR),
            Map.entry("ALERTMANAGER_TOKEN", Alarms.TOKEN),
            Map.entry("EVENTS_ROUTING_KEY", Alarms.ROUTING_KEY),
            Map.entry("PAGERDUTY_WEBHOOK_SECRET", Alarms.SECRET),
            Map.entry("EVENKEEL_CONFIG", file.toString()),
            Map.entry("EXPORT_DIR", exports.toString()));
    return switch (io.evenkeel.bot.config.Settings.parse(environment)) {
      case Parsed.Ready<io.evenkeel.bot.config.Settings>(var settings) -> settings;
      case Parsed.Faulty<io.evenkeel.bot.config.Settings>(var faults) ->
          throw new IllegalStateException(faults.toString());
    };
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String token(String name, @Nullable Person person, Scope... scopes) {
    var wanted = new WantedToken(name, Set.of(scopes), person, now().plusSeconds(3600), "test");
    return switch (new Tokens(database).make(wanted, now())) {
      case Tokens.Made.Token(String text) -> text;
      case Tokens.Made.Refused(String words) -> throw new IllegalStateException(words);
    };
  }

  /** Of one of the kinds above. */
  String token(String kind) {
    return Objects.requireNonNull(tokens.get(kind), kind);
  }

  /** A token that is ended by now. */
  String ended() {
    var wanted = new WantedToken("ended", Set.of(Scope.READ), null, now().minusSeconds(1), "test");
    return switch (new Tokens(database).make(wanted, now())) {
      case Tokens.Made.Token(String text) -> text;
      case Tokens.Made.Refused(String words) -> throw new IllegalStateException(words);
    };
  }

  /** Types {@code /incident text} in #general and returns the answer. */
  String say(String user, String text) {
    var delivery = slack.actions().command(user, "general", "/incident", text);
    return delivery.ack().isString() ? delivery.ack().stringValue() : delivery.ack().toString();
  }

  /** How many rows that is. */
  long count(String table) {
    return data.number("select count(*) from " + table);
  }

  String channels() {
    return slack.workspace().snapshot().channels().stream()
        .map(channel -> channel.name())
        .collect(Collectors.joining(" "));
  }

  /** Everything that somebody can read, by channel or direct message. */
  String shownTo(String user) {
    var state = slack.workspace().snapshot();
    return state.channels().stream()
        .filter(one -> one.visibleTo(user))
        .flatMap(one ->
            Stream.concat(
                Stream.of(one.name() + " " + one.topic()),
                state.messagesOf(one.id()).stream().map(Site::shown)))
        .collect(Collectors.joining("\n"));
  }

  /** Everything that is seen in a channel: texts and blocks. */
  String seen(String channel) {
    var state = slack.workspace().snapshot();
    return state.channels().stream()
        .filter(one -> one.name().startsWith(channel))
        .flatMap(one -> state.messagesOf(one.id()).stream())
        .map(Site::shown)
        .collect(Collectors.joining("\n"));
  }

  private static String shown(Message message) {
    return message.text() + " " + message.blocks();
  }

  static void eventually(String what, BooleanSupplier so) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain until " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() throws IOException {
    bot.close();
    database.close();
    slack.close();
    data.close();
  }
}
