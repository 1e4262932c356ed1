package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Keys;
import io.evenkeel.bot.access.SignIn;
import io.evenkeel.bot.access.Team;
import io.evenkeel.bot.access.Visits;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.House;
import io.evenkeel.bot.desk.Spent;
import io.evenkeel.bot.desk.Watched;
import io.evenkeel.bot.hooks.AlertDoors;
import io.evenkeel.bot.hooks.Taking;
import io.evenkeel.bot.plain.Spelled;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Budgets;
import io.evenkeel.bot.read.CalendarKey;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.bot.read.KnownPeople;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Rotas;
import io.evenkeel.bot.read.Services;
import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Hours;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Rotation;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Turn;
import io.evenkeel.paging.Escalations;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.policy.Policy;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.response.Rules;
import io.evenkeel.service.Catalogue;
import io.evenkeel.templates.Postmortems;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A real server on a free port, behind it a gateway that notes what it gets. */
final class TestSite implements AutoCloseable {
  static final String TOKEN = "token-of-the-operator";
  static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  static final HttpClient CLIENT = HttpClient.newHttpClient();

  /**
   * For tests that read no incident: closed, as an open one would look for its Postgres for ever.
   */
  static final Database NO_DATABASE = closed();

  /** alice and bob take weekly turns. */
  private static final Schedules ROTA =
      new Schedules(
          List.of(
              new Schedule(
                  new ScheduleName("payments"),
                  ZoneOffset.UTC,
                  List.of(
                      new Layer(
                          "primary",
                          new Rotation(
                              List.of(Turn.of("alice"), Turn.of("bob")),
                              Duration.ofDays(7),
                              LocalDateTime.parse("2026-01-05T09:00")),
                          Hours.ALWAYS,
                          false)),
                  List.of())),
          List.of());

  final List<String> missing = new ArrayList<>();

  /** {@code BASE_URL}, for what is started next. */
  URI base = URI.create("http://127.0.0.1");

  /** For what is started next: who may send alerts. */
  AlertDoors doors = new AlertDoors(AlertDoors.Keys.NONE, List.of());

  /** Who keeps them. */
  Taking taking = (arrival, _) -> new Taking.Taken(false, arrival.signals().size());

  final List<String> warnings = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();
  final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
  SlackDoor.Reply reply =
      new SlackDoor.Reply(200, "application/json", Map.of("X-From", List.of("slack")), "{}");
  private final boolean signsIn;
  private HttpServer server;

  /** What the gateway got; the body with one character for each byte. */
  record Received(
      String body, Map<String, List<String>> headers, @Nullable String query, String remote) {}

  TestSite(Database database) {
    this(database, false);
  }

  /** Where people may sign in with a Slack that never answers. */
  TestSite(Database database, boolean signsIn) {
    this.signsIn = signsIn;
    server = start(null, rooms(database, door(), TOKEN));
  }

  HttpServer server() {
    return server;
  }

  void restart(@Nullable Integer managementPort, HttpServer.Rooms rooms) {
    server.close();
    server = start(managementPort, rooms);
  }

  HttpServer.Rooms rooms(Database database, @Nullable SlackDoor door, @Nullable String token) {
    return new HttpServer.Rooms(
        door,
        condition(),
        new Entrance(
            new Keys(database, token == null ? null : token::equals),
            signsIn ? signIn(database) : null,
            base,
            1),
        new Drafts(database, SeverityScale.STANDARD),
        Postmortems.load(null),
        wire(database),
        io.evenkeel.blameless.Settings.STANDARD,
        new Calendars(database, ROTA),
        token == null ? null : new CalendarKey(token),
        budgets(database),
        new HttpServer.Alerts(doors, taking),
        () -> NOW,
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  private SignIn signIn(Database database) {
    return SignIn.with(
        "client-1",
        "secret-1",
        URI.create("http://127.0.0.1:1/api/"),
        base.resolve("/sign-in/back"),
        () -> Optional.of(new Team("T1", null)),
        new Visits(database));
  }

  /** Its Postgres is not there. */
  static Database away() {
    return Database.open(
        new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1));
  }

  private static Database closed() {
    Database database = away();
    database.close();
    return database;
  }

  private static Budgets budgets(Database database) {
    return new Budgets(database, Catalogue.NONE, Spent.OBJECTIVES, null);
  }

  private static Wire wire(Database database) {
    var people = new KnownPeople(database);
    return new Wire(
        new Desk(
            database,
            new House(
                SeverityScale.STANDARD,
                Policy.STANDARD,
                Finishing.STANDARD,
                draft -> "# Postmortem: " + draft.incident().title() + "\n",
                ROTA,
                Escalations.NONE,
                Rules.NONE,
                Cadences.STANDARD,
                Watched.NOTHING),
            () -> {}),
        new Questions(
            database,
            SeverityScale.STANDARD,
            draft -> "# Postmortem: " + draft.incident().title() + "\n",
            new Rotas(database, ROTA, _ -> Optional.empty()),
            budgets(database),
            new Services(database, Services.Known.NOTHING)),
        new Wire.House(
            new Spelled(people, "incidents"),
            people::zone,
            SeverityScale.STANDARD,
            Roles.STANDARD,
            null));
  }

  private Condition condition() {
    return new Condition() {
      @Override
      public List<String> missing() {
        return List.copyOf(missing);
      }

      @Override
      public List<Part> parts() {
        return List.copyOf(parts);
      }

      @Override
      public List<String> warnings() {
        return List.copyOf(warnings);
      }
    };
  }

  SlackDoor door() {
    return (body, headers, query, remote) -> {
      received.add(new Received(latin1(body), headers, query, remote));
      if (reply.contentType().equals("fail")) {
        throw new IllegalStateException("a bug");
      }
      return reply;
    };
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpResponse<String> get(String path, String authorization) throws Exception {
    var request = HttpRequest.newBuilder(address(path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** A command through the API; an empty header is left out. */
  HttpResponse<String> command(String key, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(address("/api/v1/commands"))
            .header("Authorization", "Bearer " + TOKEN)
            .POST(BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(byte[] body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(address("/slack/events"))
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> fetch(int port, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  /** Sends these characters and reads until the server closes. */
  String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return latin1(socket.getInputStream().readAllBytes());
    }
  }

  /** Whoever comes while the server stops listening is reset rather than refused. */
  boolean listens() throws IOException {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      return true;
    } catch (SocketException refused) {
      return false;
    }
  }

  static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    server.close();
  }

  private static HttpServer start(@Nullable Integer managementPort, HttpServer.Rooms rooms) {
    return HttpServer.start(new HttpServer.Ports("127.0.0.1", 0, managementPort), rooms);
  }
}
