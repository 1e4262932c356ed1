package io.evenkeel.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Remark;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShelfTest {
  @TempDir Path folder;
  private long nanos;
  private long written;

  @Test
  void aFileThatChangedIsReadAgainWithoutARestart() throws IOException {
    write("api-down.md", "# API is down\n## Diagnosis\n- Look\n");
    Shelf shelf = shelf();
    assertThat(shelf.get().all()).extracting(Runbook::title).containsExactly("API is down");

    write("api-down.md", "# The API is down\n## Diagnosis\n- Look twice\n");
    write("db.md", "# DB\n## Diagnosis\n- Look\n");
    assertThat(shelf.get().all()).as("within the same second").hasSize(1);
    aSecondLater();
    assertThat(shelf.get().all())
        .extracting(Runbook::title)
        .containsExactly("The API is down", "DB");

    Files.delete(folder.resolve("api-down.md"));
    aSecondLater();
    assertThat(shelf.get().all()).extracting(Runbook::name).containsExactly("db");
  }

  @Test
  void aBrokenFileIsToldAndWhatItSaidBeforeStays() throws IOException {
    write("api.md", "# API\n## Diagnosis\n- Look\n");
    Shelf shelf = shelf();
    assertThat(shelf.get().faults()).isEmpty();

    write("api.md", "---\nservices: [api\n---\n# API\n## Diagnosis\n- Look elsewhere\n");
    aSecondLater();

    Library now = shelf.get();
    assertThat(now.all().getFirst().steps().getFirst().text()).isEqualTo("Look");
    assertThat(now.faults())
        .singleElement()
        .satisfies(fault ->
            assertThat(fault)
                .startsWith("api.md:")
                .contains("no YAML")
                .endsWith("What it said before is shown."));

    write("api.md", "# API\n## Diagnosis\n- Look elsewhere\n");
    aSecondLater();
    assertThat(shelf.get().faults()).isEmpty();
    assertThat(shelf.get().all().getFirst().steps().getFirst().text()).isEqualTo("Look elsewhere");
  }

  @Test
  void readmesAndOtherFilesAreNoRunbooks() throws IOException {
    write("README.md", "# All of them\n## Diagnosis\n- Look\n");
    write("notes.txt", "# No\n## Diagnosis\n- Look\n");
    Files.createDirectory(folder.resolve("folder.md"));

    assertThat(shelf().get()).isEqualTo(Library.NONE);
  }

  @Test
  void aFolderThatIsGoneLeavesWhatWasRead() throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    Files.writeString(gone.resolve("a.md"), "# A\n## Diagnosis\n- Look\n");
    var shelf = new Shelf(gone, () -> nanos);
    assertThat(shelf.get().all()).hasSize(1);

    Files.delete(gone.resolve("a.md"));
    Files.delete(gone);
    aSecondLater();

    assertThat(shelf.get().all()).hasSize(1);
    assertThat(shelf.get().faults()).hasSize(1);
  }

  @Test
  void theFrontMatterSaysWhenItIsMeant() {
    RunbookFile read =
        RunbookFile.of(
            "a",
            """
            ---
            services: [api, web]
            alerts: ApiDown
            labels: {team: payments, tier: 1}
            owner: sre
            ---
            # A
            ## Diagnosis
            - Look
            """);

    assertThat(Objects.requireNonNull(read.runbook()).use())
        .isEqualTo(
            new Use(
                Set.of("api", "web"), Set.of("ApiDown"), Map.of("team", "payments", "tier", "1")));
    assertThat(read.remarks())
        .extracting(Remark::wrong)
        .contains("has \"owner\" in its front matter, which means nothing here");
  }

  @Test
  void aHostileFrontMatterIsAnswered() {
    for (String front :
        new String[] {
          "[".repeat(20_000),
          "a: &a [x]\nb: [*a, *a]",
          "labels: {a: {b: c}}",
          "services: {a: b}",
          "alerts: [[a]]",
          "- list",
          "services: " + "x".repeat(100_000),
          "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost\"]]"
        }) {
      RunbookFile read =
          RunbookFile.of("a", "---\n" + front + "\n---\n# A\n## Diagnosis\n- Look\n");
      assertThat(read.remarks()).as(front.substring(0, 6)).isNotEmpty();
    }
  }

  @Test
  void whatIsNoTextOrTooLargeIsNotFollowed() throws IOException {
    Path latin = folder.resolve("latin.md");
    Files.write(latin, new byte[] {(byte) 0xe4, (byte) 0xf6});
    assertThat(Objects.requireNonNull(RunbookFile.read(latin).fault()).wrong())
        .isEqualTo("is not in UTF-8");
    Path large = write("large.md", "# A\n## Diagnosis\n" + "- Look\n".repeat(60_000));
    assertThat(Objects.requireNonNull(RunbookFile.read(large).fault()).wrong())
        .isEqualTo("is larger than 256 KB");
    assertThat(Objects.requireNonNull(RunbookFile.read(folder.resolve("none.md")).fault()).wrong())
        .isEqualTo("cannot be read");
  }

  private Shelf shelf() {
    return new Shelf(folder, () -> nanos);
  }

  private void aSecondLater() {
    nanos += TimeUnit.SECONDS.toNanos(1);
  }

  /** Each writing has a time of its own, as editors' have. */
  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    written += 2_000;
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + written));
    return file;
  }
}
