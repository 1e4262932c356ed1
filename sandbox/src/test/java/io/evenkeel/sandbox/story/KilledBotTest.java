package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.workspace.Message;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL right after the acknowledgement: the effects appear with the next start, each once. */
final class KilledBotTest {
  private static final String ROOM = "inc-1-api-service-down";

  /** A dead bot's lease is waited for: a tenth of the usual keeps the test short. */
  private static final String FAST = "delivery: {lease: 3s, call: 1s, settle: 3s, poll: 100ms}\n";

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedAppearsAfterTheNextStart() throws Exception {
    try (var stage = Stage.withDoor(InstantSource.system())) {
      int port = BotProcess.freePort();
      var environment = new HashMap<>(stage.environment());
      environment.put("PORT", String.valueOf(port));
      Path config = Files.writeString(folder.resolve("evenkeel.yaml"), FAST);
      environment.put("EVENKEEL_CONFIG", config.toString());
      stage.slack.pointAt(URI.create("http://127.0.0.1:" + port));
      try (var bot = new BotProcess(environment, "serve")) {
        stage.usePort(port);
        stage.ready();
        stage.slack.faults().add(Fault.always("*", Fault.Kind.SLOW, 3_000));
        assertThat(stage.say("alice", "general", "declare API service down --severity SEV-1"))
            .contains("INC-1");
        bot.kill();
      }
      assertThat(stage.slack.workspace().snapshot().channels())
          .noneMatch(c -> c.name().startsWith("inc-"));
      stage.slack.faults().clear();
      try (var bot = new BotProcess(environment, "serve")) {
        stage.ready();
        Stage.eventually("the card is pinned", () -> stage.channel(ROOM).pins().size() == 1);
        Stage.eventually("it is announced", () -> announcements(stage) == 1);
        assertThat(cards(stage)).as("cards in the channel").hasSize(1);
        Stage.eventually("alice is invited", () -> stage.channel(ROOM).members().size() == 2);
        assertThat(stage.say("alice", ROOM, "update still looking")).contains("recorded");
        Stage.eventually(
            "the card shows it",
            () -> cards(stage).getFirst().toString().contains("still looking"));
        bot.kill();
      }
    }
  }

  private static List<Message> cards(Stage stage) {
    return stage.messages(ROOM).stream()
        .filter(message -> String.valueOf(message.blocks()).contains("open:update"))
        .toList();
  }

  private static long announcements(Stage stage) {
    return stage.messages("incidents").stream()
        .filter(message ->
            !message.reply() && String.valueOf(message.blocks()).contains("API service down"))
        .count();
  }
}
