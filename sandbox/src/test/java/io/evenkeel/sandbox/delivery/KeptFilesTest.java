package io.evenkeel.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.delivery.Postmortems;
import io.evenkeel.bot.folder.Folder;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    bed.say(incident, new Command.MovePostmortem(Postmortem.State.REVIEWED, "read together"));
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

  private Postmortems folder(Path where, boolean secret) {
    var folder = new Folder(where, secret);
    return new Postmortems() {
      @Override
      public String markdown(IncidentNumber incident) {
        return "draft";
      }

      @Override
      public void keep(IncidentNumber incident) throws IOException {
        if (new Drafts(bed.database, SeverityScale.STANDARD).of(incident)
            instanceof Drafts.Drafted.Found found) {
          folder.keep(found.draft(), "revision of " + found.draft().head().count() + " entries\n");
        }
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
