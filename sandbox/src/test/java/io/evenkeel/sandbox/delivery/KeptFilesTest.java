package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.delivery.Postmortems;
import io.evenkeel.bot.desk.Captures;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.folder.Folder;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mark;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.sandbox.workspace.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Postmortems as files: written once by whichever relay is there, whatever stopped in between. */
final class KeptFilesTest {
  private static final String FILE = "INC-1-api-service-down.md";

  @TempDir private Path root;
  private final Bed bed = new Bed();

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void itIsWrittenWhenTheIncidentIsResolved() throws IOException {
    bed.drafts(folder(root, false));
    var incident = bed.declare("API service down");
    bed.work();
    assertThat(files()).isEmpty();
    bed.say(incident, new Command.Resolve("Enlarged the pool"));
    bed.work();
    assertThat(files()).containsExactly(FILE);
    assertThat(text()).contains("revision of 3 entries");
  }

  @Test
  void aRelayThatWasStoppedInBetweenLosesNothing() throws IOException {
    var incident = bed.declare("API service down");
    bed.say(incident, new Command.Resolve("Enlarged the pool"));
    bed.drafts(folder(root, false));
    bed.work();
    assertThat(files()).containsExactly(FILE);
  }

  @Test
  void whatIsReviewedIsWrittenAnew() throws IOException {
    bed.drafts(folder(root, false));
    var incident = bed.declare("API service down");
    bed.say(incident, new Command.Resolve("Enlarged the pool"));
    bed.work();
    bed.say(incident, new PostmortemCommand.Move(Postmortem.State.REVIEWED, "read together"));
    bed.work();
    assertThat(files()).containsExactly(FILE);
    assertThat(text()).contains("revision of 4 entries");
  }

  @Test
  void aPrivateOneIsWrittenOnlyWhereThatIsWanted() throws IOException {
    bed.drafts(folder(root, false));
    var incident = bed.declare("API service down", Visibility.PRIVATE, null);
    bed.say(incident, new Command.Resolve("Enlarged the pool"));
    bed.work();
    assertThat(files()).isEmpty();
    bed.drafts(folder(root, true));
    bed.say(incident, new Command.Close(null));
    bed.work();
    assertThat(files()).containsExactly(FILE);
  }

  @Test
  void aFolderThatIsAwayIsToldToAPersonAndHoldsUpNothingElse() throws IOException {
    bed.drafts(folder(root.resolve("unmounted"), false));
    var incident = bed.declare("API service down");
    bed.say(incident, new Command.Resolve("Enlarged the pool"));
    bed.work();
    assertThat(bed.posts("inc-1-api-service-down")).isNotEmpty();
    bed.workUntil(() -> bed.parked(incident).size() == 1);
    assertThat(bed.parked(incident).getFirst().toString()).contains("EXPORT_DIR cannot be written");
  }

  @Test
  void thePictureOfACapturedMessageIsKeptBesideIt() throws IOException {
    bed.drafts(folder(root, false));
    var incident = bed.declare("API service down");
    bed.work();
    var room = bed.channel("inc-1-api-service-down");
    var workspace = bed.sandbox.workspace();
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    var files = workspace.files();
    var graph = files.announce("U0BOB", "pool graph.png", png.length, "image/png");
    files.completed(files.uploaded(graph, png), "Pool");
    var posted =
        workspace
            .messages()
            .post(room.id(), Draft.text("U0BOB", "look").withFiles(List.of(graph.id())));
    captured(incident, new MessageRef(new ChannelId(room.id()), posted.ts()));
    bed.say(incident, new Command.Resolve("Enlarged the pool"));
    bed.workUntil(bed::settled);
    Path beside = root.resolve("postmortems");
    try (var all = Files.walk(beside)) {
      Path picture = all.filter(path -> path.toString().endsWith(".png")).findFirst().orElseThrow();
      assertThat(picture.getFileName()).hasToString(graph.id() + "-pool-graph.png");
      assertThat(picture.toString()).contains("INC-1-api-service-down");
      assertThat(Files.readAllBytes(picture)).isEqualTo(png);
    }
  }

  /** As a pin does. */
  private void captured(IncidentNumber incident, MessageRef message) {
    var key = InboxKey.event("Ev1", "pinned " + message);
    new Captures(bed.database, () -> {})
        .marked(key, message, new Mark(Mark.Kind.PIN, Bed.ALICE.id(), true, Bed.now()), Bed.now());
    bed.workUntil(() ->
        bed.number(
                "select count(*) from captured_message where shown and incident = "
                    + incident.value())
            == 1);
  }

  private Postmortems folder(Path where, boolean secret) {
    var folder = new Folder(where, secret);
    return new Postmortems() {
      @Override
      public String markdown(IncidentNumber incident) {
        return "draft";
      }

      @Override
      public @Nullable Path keep(IncidentNumber incident) throws IOException {
        if (new Drafts(bed.database, SeverityScale.STANDARD).of(incident)
            instanceof Drafts.Drafted.Found found) {
          var kept =
              folder.keep(
                  found.draft(), "revision of " + found.draft().head().count() + " entries\n");
          return kept instanceof Folder.Kept.Private ? null : folder.pictures(found.draft());
        }
        return null;
      }
    };
  }

  private List<String> files() throws IOException {
    try (var all = Files.walk(root)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .toList();
    }
  }

  private String text() throws IOException {
    try (var all = Files.walk(root)) {
      return Files.readString(all.filter(path -> path.endsWith(FILE)).findFirst().orElseThrow());
    }
  }
}
