package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.workspace.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment is run by its buttons where nobody measures: the report claims nothing. */
final class DrillStoryTest {
  private static final String ROOM = "inc-1-drill-the-cache-is-lost";

  @TempDir private Path folder;

  @Test
  void anExperimentIsRunByItsButtonsAndSaysWhatNobodyMeasured() throws Exception {
    Files.writeString(
        folder.resolve("cache.yaml"),
        """
        name: lost-cache
        title: The cache is lost
        hypothesis: Pages still come, only slower. <!channel> @bob
        steady_state:
          - {name: pages that come, promql: pages, at_least: 0.99}
        perturbation: [Empty the cache]
        abort_if: [Customers write to support]
        rollback: [Warm the cache]
        observe: 1s
        every: 1s
        recovery: 1s
        """);
    try (var stage =
        Stage.with(
            "drill",
            "schedule: {look_every: 200ms}\n"
                + "reminders: {SEV-1: none, SEV-2: none, SEV-3: none, SEV-4: none}\n"
                + "experiments: "
                + folder
                + "\n")) {
      assertThat(stage.say("alice", "general", "drill run lost-cache"))
          .contains("INC-1 DRILL: The cache is lost")
          .contains("announced nowhere");
      press(stage, "Go on all the same", "Before: pages that come was not measured");
      press(stage, "Done", "[2/5] Empty the cache");
      press(stage, "Done", "[4/5] Warm the cache");
      Stage.eventually("it is over", () -> stage.shown(ROOM).contains("Drill over."));
      assertThat(stage.shown(ROOM))
          .contains("Whether the hypothesis held cannot be said")
          .contains("no prometheus: is configured")
          .contains("only slower. &lt;!channel&gt; @bob");
      assertThat(stage.say("alice", ROOM, "drill report"))
          .contains("not measured: no prometheus: is configured");
      assertThat(stage.shown("incidents")).doesNotContain("cache");
    }
  }

  /** Presses a button under the post that says so, once it is there. */
  private static void press(Stage stage, String label, String words) {
    Stage.eventually("“" + words + "” is there", () -> find(stage, words) != null);
    Message post = find(stage, words);
    if (post == null) {
      throw new IllegalStateException(words);
    }
    assertThat(String.valueOf(post.blocks())).contains(label);
    assertThat(stage.slack.actions().click("alice", ROOM, post.ts(), "say:1", null).status())
        .isEqualTo(200);
  }

  private static @Nullable Message find(Stage stage, String words) {
    return stage.find(ROOM) == null
        ? null
        : stage.messages(ROOM).stream()
            .filter(message -> message.text().contains(words))
            .findFirst()
            .orElse(null);
  }
}
