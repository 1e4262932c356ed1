package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.evenkeel.bot.hooks.Sent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code evenkeel alert test}, against a server that notes what it gets. */
final class AlertTryTest extends Terminal {
  private static final String TOKEN = "0123456789abcdef-token";

  private final List<String> got = new ArrayList<>();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::note);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void note(HttpExchange exchange) throws IOException {
    got.add(
        exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] answer = "{\"recorded\":1}\n".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void anAlertIsSentAsAlertmanagerWouldAndTheAnswerIsPrinted() {
    assertThat(test(Map.of("ALERTMANAGER_TOKEN", TOKEN), "alert", "test", "--label", "service=api"))
        .isZero();
    assertThat(out()).isEqualTo("{\"recorded\":1}\n");
    assertThat(got)
        .singleElement()
        .asString()
        .startsWith("/hooks/alertmanager Bearer " + TOKEN)
        .contains("\"alertname\":\"EvenkeelTest\",\"severity\":\"warning\",\"service\":\"api\"");
  }

  @Test
  void whereEventsAloneAreTakenItIsAnEventThatADoorReads() {
    assertThat(
            test(
                Map.of("EVENTS_ROUTING_KEY", Sent.ROUTING_KEY),
                "alert",
                "test",
                "--name",
                "Disk is full",
                "--resolved"))
        .isZero();
    assertThat(got)
        .singleElement()
        .asString()
        .startsWith("/v2/enqueue null {\"routing_key\":\"" + Sent.ROUTING_KEY)
        .contains("\"event_action\":\"resolve\"", "\"summary\":\"Disk is full\"");
  }

  @Test
  void aRefusalIsPrintedAndIsAFinding() {
    status = 401;
    assertThat(test(Map.of("ALERTMANAGER_TOKEN", TOKEN), "alert", "test")).isEqualTo(Cli.FINDINGS);
    assertThat(err()).contains("answered 401").doesNotContain(TOKEN);
  }

  @Test
  void withoutASecretOrABotItSaysWhatToDo() {
    assertThat(test(Map.of(), "alert", "test")).isEqualTo(Cli.ERROR);
    assertThat(err()).contains("Set ALERTMANAGER_TOKEN or EVENTS_ROUTING_KEY");

    server.stop(0);
    assertThat(test(Map.of("ALERTMANAGER_TOKEN", TOKEN), "alert", "test")).isEqualTo(Cli.ERROR);
    assertThat(err()).contains("is not reached: ConnectException. Is the bot running there?");
    assertThat(test(Map.of(), "alert")).isEqualTo(Cli.ERROR);
    assertThat(err()).contains("evenkeel alert test");
  }

  private int test(Map<String, String> secrets, String... arguments) {
    var environment = new HashMap<>(secrets);
    environment.put("BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    return cli(environment).run(arguments);
  }
}
