package io.evenkeel.bot.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FolderTest {
  @TempDir private Path root;

  @Test
  void aPostmortemStandsUnderItsYearAndIsRenewed() throws IOException {
    Incident incident = incident("API service down!", Visibility.PUBLIC);
    Path file = root.resolve("postmortems/2026/INC-42-api-service-down.md");

    assertThat(folder().keep(incident, 2026, "one\n")).isEqualTo(new Folder.Kept.Written(file));
    assertThat(folder().keep(incident, 2026, "two\n")).isEqualTo(new Folder.Kept.Written(file));

    assertThat(file).hasContent("two\n");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatPeopleHaveChangedInTheFolderIsNotOverwritten() throws IOException {
    Incident incident = incident("API service down", Visibility.PUBLIC);
    Path file = root.resolve("postmortems/2026/INC-42-api-service-down.md");
    folder().keep(incident, 2026, "one\n");
    Files.writeString(file, "one, and what I know\n");

    assertThat(folder().keep(incident, 2026, "two\n")).isEqualTo(new Folder.Kept.Edited(file));
    assertThat(file).hasContent("one, and what I know\n");
  }

  @Test
  void aPrivateIncidentIsWrittenIntoNoFolder() throws IOException {
    assertThat(folder().keep(incident("Leaked key", Visibility.PRIVATE), 2026, "secret\n"))
        .isEqualTo(new Folder.Kept.Private());
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aPrivateOneIsKeptWhereThatIsWanted() throws IOException {
    assertThat(new Folder(root, true).keep(incident("Leak", Visibility.PRIVATE), 2026, "one\n"))
        .isInstanceOf(Folder.Kept.Written.class);
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, INC-42-etc-passwd.md",
    "Größe über alles, INC-42-große-uber-alles.md",
    "データベース, INC-42.md",
  })
  void aTitleCannotLeaveTheFolder(String title, String name) {
    assertThat(Folder.name(incident(title, Visibility.PUBLIC)))
        .isEqualTo(name.replace("große", "gro-e"));
  }

  @Test
  void aPicturesNameCannotLeaveItsDirectory() throws IOException {
    Path into = root.resolve("INC-1-down");
    Folder.picture(into, "F1-../../etc/pool graph.png", new byte[] {1});
    Folder.picture(into, "F1-../../etc/pool graph.png", new byte[] {2});
    Folder.picture(into, "..", new byte[] {3});
    try (var all = Files.list(into)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("F1-..-..-etc-pool-graph.png", "picture");
    }
    assertThat(Files.readAllBytes(into.resolve("F1-..-..-etc-pool-graph.png"))).containsExactly(1);
  }

  private Folder folder() {
    return new Folder(root, false);
  }

  private static Incident incident(String title, Visibility visibility) {
    var declare =
        new Command.Declare(title, null, List.of(), null, null, visibility, Mode.LIVE, false, null);
    return switch (Incident.declare(
        new IncidentNumber(42),
        declare,
        new Actor.Human(new Person(new PersonId("U1"), "alice")),
        Instant.parse("2026-11-21T14:32:00Z"),
        SeverityScale.STANDARD)) {
      case Decision.Accepted accepted -> accepted.next();
      case Decision.Refused refused -> throw new AssertionError(refused);
    };
  }
}
