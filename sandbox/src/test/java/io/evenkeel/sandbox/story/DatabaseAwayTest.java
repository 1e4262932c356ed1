package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** While Postgres is away nobody is told that something was recorded. */
final class DatabaseAwayTest {

  @Test
  void theBotStartsWithoutPostgresAndIsReadyWhenItComes() throws Exception {
    try (var stage = Stage.withDoor()) {
      stage.door().close();
      stage.startBot();
      assertThat(stage.get("/healthz", null).statusCode()).isEqualTo(200);
      assertThat(stage.get("/readyz", null).statusCode()).isEqualTo(503);
      assertThat(stage.say("alice", "general", "declare API service down"))
          .contains("NOT recorded");
      stage.door().open();
      stage.ready();
      assertThat(stage.say("alice", "general", "declare API service down"))
          .contains("Declared")
          .contains("INC-1");
    }
  }

  @Test
  void aCommandWhilePostgresIsAwayIsNotRecordedAndSaysSo() throws Exception {
    try (var stage = Stage.withDoor()) {
      stage.startBot();
      stage.ready();
      stage.say("alice", "general", "declare API service down --severity SEV-1");
      stage.door().close();
      assertThat(stage.say("alice", "general", "update --incident-id INC-1 all is well"))
          .contains("NOT recorded");
      stage.door().open();
      stage.ready();
      assertThat(stage.export(1)).doesNotContain("all is well");
      assertThat(stage.say("alice", "general", "update --incident-id INC-1 now it is"))
          .doesNotContain("NOT recorded")
          .contains("recorded");
      assertThat(stage.export(1)).contains("now it is");
    }
  }
}
