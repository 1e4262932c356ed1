package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.workspace.Message;
import org.junit.jupiter.api.Test;

/**
 * The story that the field trains with, in its own command forms, ends in a postmortem that equals
 * the golden file.
 */
final class TrainingStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  @Test
  void theTrainingStoryEndsInItsPostmortem() throws Exception {
    try (var stage = new Stage()) {
      // The postmortem counts seconds: a late machine adds none.
      stage.clock.at("14:32", 0);
      assertThat(
              stage.say(
                  "alice",
                  "general",
                  "declare --severity SEV-1 --title \"API service down\" --channel #incidents"
                      + " --detected 14:30"))
          .contains("INC-1 API service down")
          .contains("SEV-1")
          .contains("acting incident commander");
      stage.channel(ROOM);
      stage.say("alice", ROOM, "note Monitoring alerts for a high error rate --at 14:30");
      stage.clock.at("14:33");
      stage.say("alice", ROOM, "assign --role incident-commander --user alice");
      stage.say("alice", ROOM, "assign --role communications --user bob");
      stage.say("alice", ROOM, "assign --role technical-lead --user charlie");
      assertThat(stage.say("bob", "general", "war-room create --incident-id INC-1"))
          .contains("<#" + stage.channel(ROOM).id());
      stage.clock.at("14:35");
      stage.say(
          "charlie",
          ROOM,
          "update --message \"Identified database connection pool exhaustion\" --status"
              + " identified");
      stage.clock.at("14:40");
      stage.say("charlie", ROOM, "mitigate Connection pool enlarged");
      stage.clock.at("14:45");
      stage.say("bob", ROOM, "update Recovered: error rate is back to normal");
      assertThat(
              stage.say(
                  "alice",
                  "general",
                  "resolve --incident-id INC-1 --resolution \"Increased connection pool size\""))
          .contains("Resolved")
          .contains("INC-1 API service down");
      stage.clock.at("15:15");
      stage.say(
          "charlie", ROOM, "note Permanent fix: pool size and its alert are now configuration");

      Golden.matches("story/training.md", stage.export(1));
      theRoomShowsIt(stage);
    }
  }

  private static void theRoomShowsIt(Stage stage) {
    Stage.eventually("everything is posted", () -> stage.shown(ROOM).contains("Permanent fix"));
    Stage.eventually("all is in Slack", () -> open(stage) == 0);
    var room = stage.channel(ROOM);
    assertThat(room.members()).hasSize(4);
    assertThat(room.pins()).hasSize(1);
    assertThat(room.topic().value()).contains("SEV-1").contains("resolved").contains("alice");
    assertThat(stage.shown(ROOM))
        .contains("Identified database connection pool exhaustion")
        .contains("Connection pool enlarged")
        .contains("Increased connection pool size");
    Message announcement =
        stage.messages("incidents").stream()
            .filter(message -> String.valueOf(message.blocks()).contains("API service down"))
            .findFirst()
            .orElseThrow();
    assertThat(String.valueOf(announcement.blocks()))
        .contains("\"channel_id\":\"" + room.id())
        .containsIgnoringCase("resolved");
  }

  private static long open(Stage stage) {
    return stage.database.number(
        "select count(*) from effect where state in ('READY', 'SENDING', 'UNKNOWN')");
  }
}
