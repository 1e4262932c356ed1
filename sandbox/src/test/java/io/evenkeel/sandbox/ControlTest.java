package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ControlTest extends SandboxTest {

  @Test
  void aCommandAnswersStatusTimeAndAcknowledgement() throws Exception {
    bot.answers(r -> StandInBot.Response.json("{\"text\":\"hello\"}"));
    JsonNode answer =
        control(
            "command",
            """
            {"user":"alice","channel":"#general","command":"/incident","text":"help"}
            """);

    assertThat(answer.path("status").asInt()).isEqualTo(200);
    assertThat(answer.has("took_ms")).isTrue();
    assertThat(answer.at("/ack/text").asString()).isEqualTo("hello");
  }

  @Test
  void theStateHasTheShapeThatScriptsRelyOn() throws Exception {
    control("message", "{\"user\":\"bob\",\"channel\":\"general\",\"text\":\"hi\"}");
    JsonNode state = control("state", "");

    assertThat(state.path("users").valueStream().map(u -> u.path("name").asString()))
        .contains("alice", "bob", "charlie", "dana", "erin", "frank", "evenkeel");
    JsonNode general = state.path("channels").get(0);
    assertThat(general.path("name").asString()).isEqualTo("general");
    assertThat(general.propertyNames())
        .contains(
            "id", "is_private", "is_archived", "members", "topic", "pins", "bookmarks", "messages");
    JsonNode message = general.path("messages").get(1);
    assertThat(message.path("text").asString()).isEqualTo("hi");
    assertThat(message.path("user").asString()).isEqualTo("U0BOB");
    assertThat(state.propertyNames()).contains("views", "files", "ephemerals");
  }

  @Test
  void callsAndFaultsAreListedAndForgottenAtAReset() throws Exception {
    post("C0GENERAL", "x");
    JsonNode faults =
        control("faults", "[{\"method\":\"chat.update\",\"times\":-1,\"kind\":\"500_applied\"}]");
    assertThat(faults.get(0).path("kind").asString()).isEqualTo("500_applied");
    JsonNode call = control("calls", "").get(0);
    assertThat(call.path("method").asString()).isEqualTo("chat.postMessage");
    assertThat(call.path("applied").asBoolean()).isTrue();
    assertThat(call.at("/args/text").asString()).isEqualTo("x");
    assertThat(call.at("/answer/ok").asBoolean()).isTrue();
    assertThat(call.path("at").asString()).isEqualTo("2026-03-02T14:30:00Z");

    control("reset", "{\"workspace\":true}");
    assertThat(control("calls", "")).isEmpty();
    assertThat(sandbox.faults().all()).isEmpty();
    assertThat(sandbox.workspace().messages().in("C0GENERAL")).hasSize(1);
  }

  @Test
  void aBadRequestIsAnsweredInWords() throws Exception {
    assertThat(error("message", "{\"user\":\"bob\"}"))
        .isEqualTo("\"channel\" is missing: give it as a string.");
    assertThat(error("message", "{")).startsWith("The body is not JSON");
    assertThat(error("faults", "[{\"kind\":\"fire\"}]")).contains("There are: ratelimited");
    assertThat(
            error(
                "click",
                "{\"user\":\"bob\",\"channel\":\"nowhere\",\"ts\":\"1\",\"action_id\":\"a\"}"))
        .contains("no channel \"nowhere\"");
  }

  private String error(String path, String body) throws Exception {
    JsonNode answer = control(path, body);
    assertThat(answer.path("_status").asInt()).isEqualTo(400);
    return answer.path("error").asString();
  }

  @Test
  void anotherSiteAndAnotherHostAreRefused() throws Exception {
    HttpRequest forged =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "_sandbox/reset"))
            .header("Origin", "https://evil.example")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(http.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);

    URI base = URI.create(sandbox.baseUrl());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String request =
          "GET /_sandbox/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }
}
