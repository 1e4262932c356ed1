package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The other story, in the words people use. */
final class PromotionStoryTest {
  private static final String ROOM = "inc-1-database-primary-down";

  @Test
  void aPrimaryGoesDownAndTheReplicaIsPromoted() throws Exception {
    try (var stage = new Stage()) {
      // The postmortem counts seconds: a late machine adds none.
      stage.clock.at("14:02", 0);
      assertThat(stage.say("alice", "general", "declare P0 database primary down --detected 14:00"))
          .contains("SEV-1")
          .contains("INC-1 database primary down");
      stage.channel(ROOM);
      assertThat(stage.say("alice", ROOM, "assign @alice tech lead, @bob comms, @charlie scribe"))
          .contains("tech lead")
          .contains("communications lead")
          .contains("scribe");
      stage.say("alice", ROOM, "note Alert fired: primary unreachable --at 14:00");
      stage.clock.at("14:05");
      stage.say("alice", ROOM, "update Database primary down, replica healthy");
      stage.clock.at("14:07");
      stage.say("alice", ROOM, "decision Promote the replica");
      stage.say("bob", ROOM, "note Posted status page update");
      stage.clock.at("14:12");
      assertThat(stage.say("alice", ROOM, "mitigate Replica promoted, writes are back"))
          .contains("mitigated");
      stage.clock.at("14:20");
      stage.say("alice", ROOM, "resolve Replica promoted; old primary rebuilt as replica");

      String document = stage.export(1);
      assertThat(document)
          .contains("14:00 UTC (T+0m): Alert fired")
          .contains("14:02 UTC (T+2m): ")
          .contains("14:05 UTC (T+5m): ");
      Golden.matches("story/promotion.md", document);
    }
  }
}
