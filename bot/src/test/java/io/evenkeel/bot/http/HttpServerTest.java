package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.templates.Postmortems;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpServerTest {
  private static final String TOKEN = "token-of-the-operator";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Database DATABASE = Database.open(TestPostgres.migrated());

  private final List<String> missing = new ArrayList<>();
  private final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
  private SlackDoor.Reply reply =
      new SlackDoor.Reply(200, "application/json", Map.of("X-From", List.of("slack")), "{}");
  private HttpServer server = start(DATABASE, null, TOKEN);

  private record Received(
      String body, Map<String, List<String>> headers, @Nullable String query, String remote) {}

  @BeforeAll
  static void incidents() {
    RecordedIncident.resolved(DATABASE, "API service down");
    RecordedIncident.secret(DATABASE, "Leaked key");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPostmortemIsDownloadedWithTheToken() throws Exception {
    var response = get("/incidents/INC-1/postmortem.md", "Bearer " + TOKEN);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .startsWith("# Postmortem: API service down on 2026-11-21\n")
        .contains("Increased connection pool size → 20");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/markdown;"));
    assertThat(response.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"INC-1-postmortem.md\"");
    assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void theOperatorsTokenReadsPrivateIncidentsToo() throws Exception {
    assertThat(get("/incidents/INC-2/postmortem.md", "Bearer " + TOKEN).body())
        .startsWith("# Postmortem: Leaked key");
  }

  @ParameterizedTest
  @CsvSource({
    "'', This page needs an API token. Send it as: Authorization: Bearer <token>",
    "Basic dG9rZW4=, This page needs an API token. Send it as: Authorization: Bearer <token>",
    "Bearer, This page needs an API token. Send it as: Authorization: Bearer <token>",
    "Bearer wrong, This API token is not the right one.",
    "Bearer token-of-the-operator-, This API token is not the right one.",
  })
  void withoutTheTokenNothingIsShownAndTheWordsSayWhatToDo(String sent, String words)
      throws Exception {
    for (String number : List.of("INC-1", "INC-99", "nonsense")) {
      var response = get("/incidents/" + number + "/postmortem.md", sent);

      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).isEqualTo(words + "\n");
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"evenkeel\"");
    }
  }

  @Test
  void whereNoTokenIsSetUpNobodyReads() throws Exception {
    restart(DATABASE, null, null);

    var response = get("/incidents/INC-1/postmortem.md", "Bearer " + TOKEN);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo("No API token is set up here. Set EVENKEEL_API_TOKEN and start again.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "INC-99, There is no incident INC-99.",
    "nonsense, An incident's number looks like INC-42. This one does not.",
    "INC-99999999999, An incident's number looks like INC-42. This one does not.",
  })
  void anIncidentThatIsNotThereIsToldInWords(String number, String words) throws Exception {
    var response = get("/incidents/" + number + "/postmortem.md", "Bearer " + TOKEN);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo(words + "\n");
  }

  @Test
  void whileTheDatabaseIsAwayAPostmortemIsToldToWait() throws Exception {
    try (Database away =
        Database.open(
            new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1))) {
      restart(away, null, TOKEN);

      var response = get("/incidents/INC-1/postmortem.md", "Bearer " + TOKEN);

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body())
          .isEqualTo("The database does not answer right now. Try again in a few seconds.\n");
    }
  }

  @Test
  void slacksRequestReachesTheGatewayByteForByte() throws Exception {
    byte[] body = "payload=%7B%7D&x=\u00e9\r\n\n".getBytes(StandardCharsets.ISO_8859_1);

    var response =
        CLIENT.send(
            HttpRequest.newBuilder(address("/slack/events?a=b%20c"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Signature", "v0=abc")
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{}");
    assertThat(response.headers().firstValue("X-From")).contains("slack");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    Received sent = received.remove();
    assertThat(sent.body()).isEqualTo(latin1(body));
    assertThat(sent.query()).isEqualTo("a=b%20c");
    assertThat(sent.remote()).isEqualTo("127.0.0.1");
    assertThat(sent.headers())
        .hasEntrySatisfying("X-Slack-Signature", v -> assertThat(v).containsExactly("v0=abc"));
  }

  @Test
  void whatTheGatewayRefusesIsRefused() throws Exception {
    reply = new SlackDoor.Reply(401, "text/plain", Map.of(), "bad signature");

    var response = post(new byte[0]);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("bad signature");
  }

  @Test
  void aBodyOfAMegabyteIsTakenAndOneByteMoreIsTooLarge() throws Exception {
    assertThat(post(new byte[HttpServer.LARGEST_BODY]).statusCode()).isEqualTo(200);
    assertThat(received).hasSize(1);

    var response = post(new byte[HttpServer.LARGEST_BODY + 1]);

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("The request is larger than 1 MB.\n");
    assertThat(received).hasSize(1);
  }

  @Test
  void inSocketModeSlacksPathIsOff() throws Exception {
    server.close();
    server =
        HttpServer.start(new HttpServer.Ports("127.0.0.1", 0, null), rooms(DATABASE, null, TOKEN));

    assertThat(post(new byte[0]).statusCode()).isEqualTo(404);
  }

  @Test
  void aGatewayThatFailsGivesAReferenceAndNoStackTrace() throws Exception {
    reply = new SlackDoor.Reply(200, "fail", Map.of(), "");

    var response = post(new byte[0]);

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .matches("Something went wrong here and was written down \\(ref [0-9a-f]{8}\\)\\.\n");
  }

  @Test
  void theProcessLivesWhateverIsMissing() throws Exception {
    missing.add("database: no connection");

    assertThat(get("/healthz", "").statusCode()).isEqualTo(200);
  }

  @Test
  void readinessSaysWhatIsMissing() throws Exception {
    var ready = get("/readyz", "");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("{\"ready\":true,\"missing\":[]}");

    missing.add("database: no connection");
    var waiting = get("/readyz", "");
    assertThat(waiting.statusCode()).isEqualTo(503);
    assertThat(waiting.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(waiting.body())
        .isEqualTo("{\"ready\":false,\"missing\":[\"database: no connection\"]}");
  }

  @Test
  void withoutAManagementPortMetricsAreOnTheOnlyOne() throws Exception {
    post(new byte[0]);

    var response = get("/metrics", "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("evenkeel_slack_acknowledged_seconds_count 1");
    assertThat(server.managementPort()).isEqualTo(server.port());
  }

  @Test
  void withAManagementPortMetricsAreOnlyThereAndHealthIsOnBoth() throws Exception {
    restart(DATABASE, 0, TOKEN);

    assertThat(get("/metrics", "").statusCode()).isEqualTo(404);
    assertThat(get("/healthz", "").statusCode()).isEqualTo(200);
    int management = server.managementPort();
    assertThat(management).isNotEqualTo(server.port());
    assertThat(fetch(management, "/metrics").statusCode()).isEqualTo(200);
    assertThat(fetch(management, "/healthz").statusCode()).isEqualTo(200);
    assertThat(fetch(management, "/readyz").statusCode()).isEqualTo(200);
    assertThat(fetch(management, "/incidents/INC-1/postmortem.md").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/incidents/INC-1", "/slack", "/../etc/passwd", "/%00"})
  void anUnknownPathIsAnsweredPlainly(String path) throws Exception {
    String response = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(response).matches("(?s)HTTP/1.1 40[04] .*").doesNotContainIgnoringCase("jetty");
    assertThat(response).doesNotContain("<html", "\tat ");
  }

  @ParameterizedTest
  @CsvSource({"GET, /slack/events", "POST, /healthz", "DELETE, /incidents/INC-1/postmortem.md"})
  void anotherMethodIsAnsweredPlainly(String method, String path) throws Exception {
    String response =
        raw(
            "%s %s HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(method, path));

    assertThat(response)
        .startsWith("HTTP/1.1 405 ")
        .contains("This address does not take that method.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      })
  void aRequestThatIsNoHttpIsRefusedWithoutAPage(String request) throws Exception {
    assertThat(raw(request))
        .startsWith("HTTP/1.1 ")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("<html", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/nothing", "/incidents/INC-1/postmortem.md"})
  void everyAnswerForbidsGuessingFramingAndKeeping(String path) throws Exception {
    var headers = get(path, "").headers();

    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Content-Security-Policy"))
        .contains("default-src 'none'; frame-ancestors 'none'");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void aTakenPortIsNamedWithTheVariableThatSetsIt() {
    assertThatThrownBy(() ->
            HttpServer.start(
                new HttpServer.Ports("127.0.0.1", server.port(), null),
                rooms(DATABASE, door(), TOKEN)))
        .isInstanceOf(CannotListen.class)
        .hasMessageStartingWith("PORT " + server.port() + " cannot be listened on at 127.0.0.1: ");
  }

  private void restart(Database on, @Nullable Integer managementPort, @Nullable String token) {
    server.close();
    server = start(on, managementPort, token);
  }

  private HttpServer start(Database on, @Nullable Integer managementPort, @Nullable String token) {
    return HttpServer.start(
        new HttpServer.Ports("127.0.0.1", 0, managementPort), rooms(on, door(), token));
  }

  private HttpServer.Rooms rooms(Database on, @Nullable SlackDoor door, @Nullable String token) {
    return new HttpServer.Rooms(
        door,
        () -> List.copyOf(missing),
        token == null ? null : token::equals,
        new Drafts(on, SeverityScale.STANDARD),
        Postmortems.load(null)::markdown,
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  private SlackDoor door() {
    return (body, headers, query, remote) -> {
      received.add(new Received(latin1(body), headers, query, remote));
      if (reply.contentType().equals("fail")) {
        throw new IllegalStateException("a bug");
      }
      return reply;
    };
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> get(String path, String authorization) throws Exception {
    var request = HttpRequest.newBuilder(address(path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(address("/slack/events"))
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> fetch(int port, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return latin1(socket.getInputStream().readAllBytes());
    }
  }

  /** One character for each byte. */
  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
