package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.sandbox.workspace.State;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFileTest extends SandboxTest {

  @TempDir Path folder;

  @Test
  void aSecondRunSeesTheSameWorkspace() throws Exception {
    Settings kept = settings().withStateFile(folder.resolve("deep/slack.json"));
    State before;
    try (SlackSandbox first = SlackSandbox.start(0, kept)) {
      var client = client(first);
      String id = client.conversationsCreate(r -> r.name("inc-1")).getChannel().getId();
      String ts =
          client
              .chatPostMessage(
                  r -> r.channel(id).text("card").blocksAsString("[{\"type\":\"divider\"}]"))
              .getTs();
      client.pinsAdd(r -> r.channel(id).timestamp(ts));
      first.actions().join("alice", "inc-1");
      first.actions().markRead("alice", "inc-1", ts);
      client.filesUploadV2(r -> r.channel(id).filename("a.md").content("text").title("A"));
      before = first.workspace().snapshot();
    }
    try (SlackSandbox second = SlackSandbox.start(0, kept)) {
      assertThat(second.workspace().snapshot()).isEqualTo(before);
      String next = client(second).chatPostMessage(r -> r.channel("#inc-1").text("on")).getTs();
      assertThat(next)
          .isGreaterThan(before.messagesOf(before.channels().getLast().id()).getLast().ts());
    }
  }

  @Test
  void aBrokenFileIsNamedWithTheWayOut() throws Exception {
    Path file = Files.writeString(folder.resolve("slack.json"), "{");

    assertThatThrownBy(() -> SlackSandbox.start(0, settings().withStateFile(file)))
        .hasMessage(file + " cannot be read. Delete it to start with a new workspace.");
  }
}
