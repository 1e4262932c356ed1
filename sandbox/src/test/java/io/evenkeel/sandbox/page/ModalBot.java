package io.evenkeel.sandbox.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.workspace.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A small app: {@code /incident} with words is answered with them, without words opens a modal
 * whose title must not be "x"; a click is remembered.
 */
final class ModalBot implements AutoCloseable {

  static final String MODAL =
      """
      {"type":"modal","callback_id":"declare",
       "title":{"type":"plain_text","text":"Declare an incident"},
       "submit":{"type":"plain_text","text":"Declare"},"close":{"type":"plain_text","text":"Cancel"},
       "blocks":[
        {"type":"input","block_id":"title","label":{"type":"plain_text","text":"What is broken?"},
         "hint":{"type":"plain_text","text":"A few words. The channel is named after them."},
         "element":{"type":"plain_text_input","action_id":"title","max_length":150,
          "placeholder":{"type":"plain_text","text":"API service down"}}},
        {"type":"input","block_id":"severity","label":{"type":"plain_text","text":"Severity"},
         "element":{"type":"static_select","action_id":"severity","options":[
          {"text":{"type":"plain_text","text":"SEV-1 critical: complete outage"},"value":"SEV-1"},
          {"text":{"type":"plain_text","text":"SEV-2 high: significant degradation"},"value":"SEV-2"}],
          "initial_option":
          {"text":{"type":"plain_text","text":"SEV-2 high: significant degradation"},"value":"SEV-2"}}},
        {"type":"input","block_id":"visible","optional":true,
         "label":{"type":"plain_text","text":"Who sees it"},
         "element":{"type":"radio_buttons","action_id":"visible","options":[
          {"text":{"type":"plain_text","text":"Everybody"},"value":"public"},
          {"text":{"type":"plain_text","text":"Only people who are invited"},"value":"private"}]}},
        {"type":"input","block_id":"started","optional":true,
         "label":{"type":"plain_text","text":"Since when"},
         "element":{"type":"datetimepicker","action_id":"started"}},
        {"type":"input","block_id":"note","optional":true,
         "label":{"type":"plain_text","text":"What do you see?"},
         "element":{"type":"plain_text_input","action_id":"note","multiline":true}}]}
      """;

  private final SlackSandbox slack;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JsonNode> interactions = new CopyOnWriteArrayList<>();

  ModalBot(SlackSandbox slack) throws IOException {
    this.slack = slack;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    slack.pointAt(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  /** What was clicked and submitted so far. */
  List<JsonNode> interactions() {
    return List.copyOf(interactions);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] answer = body.startsWith("{") ? new byte[0] : answer(form(body));
    if (answer.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
    }
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private byte[] answer(Map<String, String> form) {
    String payload = form.get("payload");
    if (payload == null) {
      String text = form.getOrDefault("text", "");
      if (text.isEmpty()) {
        call(
            "views.open",
            Map.of("trigger_id", form.getOrDefault("trigger_id", ""), "view", Json.parse(MODAL)));
        return new byte[0];
      }
      return Json.bytes(Map.of("response_type", "ephemeral", "text", "You said: " + text));
    }
    JsonNode said = Json.parse(payload);
    interactions.add(said);
    String title = said.at("/view/state/values/title/title/value").asString("");
    return title.equals("x")
        ? Json.bytes(
            Map.of(
                "response_action",
                "errors",
                "errors",
                Map.of("title", "Say in a few words what is broken.")))
        : new byte[0];
  }

  /** Calls the Web API and answers what it says. */
  JsonNode call(String method, Map<String, ?> args) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
            .header("Authorization", "Bearer " + Settings.BOT_TOKEN)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(args)))
            .build();
    try {
      JsonNode answer = Json.parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
      if (!answer.path("ok").asBoolean(false)) {
        throw new IllegalStateException(method + " was refused: " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
