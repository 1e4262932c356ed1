package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.TestDatabase;
import io.evenkeel.sandbox.client.Delivery;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.node.StringNode;

/** An incident where nobody reaches the bot from outside: all comes over the socket. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SocketStoryTest {
  private static @Nullable Stage opened;

  @BeforeAll
  static void open() throws IOException {
    opened = Stage.inSocketMode(TestDatabase.fresh());
  }

  @AfterAll
  static void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  private static Stage stage() {
    if (opened == null) {
      throw new IllegalStateException("the stage is not open");
    }
    return opened;
  }

  @Test
  @Order(1)
  void anIncidentIsDeclaredInAFormWorkedOnAndResolved() {
    Stage stage = stage();
    assertThat(stage.say("alice", "general", "declare API is down --severity SEV-1"))
        .contains("INC-1");
    Channel room = stage.channel("inc-1-api-is-down");
    stage.say("alice", room.name(), "update Pool exhausted --status identified");
    stage.say("alice", "general", "declare");
    Stage.eventually(
        "the form is open", () -> !stage.slack.workspace().snapshot().views().isEmpty());
    String view = stage.slack.workspace().snapshot().views().getLast().id();
    var sent =
        stage
            .slack
            .actions()
            .submit("alice", view, Map.of("title", StringNode.valueOf("Typed into a form")));
    assertThat(sent.errors()).isEmpty();
    Stage.eventually(
        "the second has its channel", () -> stage.find("inc-2-typed-into-a-form") != null);
    stage.say("alice", room.name(), "resolve Pool enlarged");
    Stage.eventually(
        "it is resolved in Slack", () -> stage.shown(room.name()).contains("Pool enlarged"));
    assertThat(stage.export(1)).contains("Pool exhausted").contains("Pool enlarged");
    assertThat(stage.slack.sockets().complaints()).isEmpty();
  }

  @Test
  @Order(2)
  void aCommandWhoseConnectionIsCutIsTakenOnceAndAnswered() {
    Stage stage = stage();
    stage.slack.sockets().cutAfterNext();
    assertThat(stage.say("bob", "general", "declare Mail is late")).contains("INC-3");
    assertThat(stage.say("bob", "general", "declare --new Other thing")).contains("INC-4");
    stage.say("bob", "inc-3-mail-is-late", "note I am in");
  }

  @Test
  @Order(3)
  void anEventWhoseAcknowledgementIsLostIsToldAgainAndTakenOnce() {
    Stage stage = stage();
    Channel room = stage.channel("inc-3-mail-is-late");
    Message said = stage.slack.actions().message("bob", room.name(), "Queue is at 9000", null);
    stage.slack.sockets().loseNext();
    stage.slack.actions().react("bob", room.name(), said.ts(), "pushpin", false);
    Stage.eventually("it stands there", () -> stage.export(3).contains("Queue is at 9000"));
    Stage.eventually("it was acknowledged again", () -> stage.slack.sockets().sentAgain() > 0);
    assertThat(stage.export(3).split("Queue is at 9000", -1)).hasSize(2);
  }

  @Test
  @Order(4)
  void nothingIsLostWhileSlackHasTheConnectionReplaced() {
    Stage stage = stage();
    var answers = new ArrayList<Integer>();
    for (int i = 0; i < 12; i++) {
      if (i % 4 == 1) {
        stage.slack.sockets().refresh(i == 1 ? "warning" : "refresh_requested");
      }
      Delivery told =
          stage.slack.actions().command("bob", "inc-3-mail-is-late", "/incident", "note step " + i);
      answers.add(told.status());
    }
    assertThat(answers).containsOnly(200);
    String export = stage.export(3);
    for (int i = 0; i < 12; i++) {
      assertThat(export.split("step " + i + "\\b", -1)).as("step %s", i).hasSize(2);
    }
  }

  @Test
  @Order(5)
  void requestsOverHttpAreNotTaken() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stage().port() + "/slack/events"))
            .POST(HttpRequest.BodyPublishers.ofString("ssl_check=1"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(List.of(answer.body())).singleElement().asString().contains("Socket Mode");
    }
  }
}
