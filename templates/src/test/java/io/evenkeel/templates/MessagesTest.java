package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Occasion;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesTest {
  private static final SeverityScale SCALE = SeverityScale.STANDARD;

  @TempDir private Path directory;
  private final List<String> refused = new ArrayList<>();

  private Messages messages() {
    return Messages.load(directory, SCALE, refused::add);
  }

  private void own(String name, String source) throws IOException {
    Files.createDirectories(directory.resolve("messages"));
    Files.writeString(directory.resolve("messages").resolve(name), source);
  }

  private static Incident apiDown() {
    return Stories.apiServiceDown().incident();
  }

  private String written(Occasion occasion) {
    return messages().text(occasion, apiDown(), apiDown().status(), null);
  }

  @ParameterizedTest
  @EnumSource(Occasion.class)
  void eachBeginsWithWhatIsKnownAndAsksForTheRest(Occasion occasion) {
    for (Incident incident : Samples.of(SCALE)) {
      String text = messages().text(occasion, incident, incident.status(), null);
      assertThat(text).contains("12:00 UTC").containsPattern("\\[[^\\]]+\\?\\]");
      assertThat(text).doesNotContain("{", "Next update", "\n\n\n").isEqualTo(text.strip());
      assertThat(text).hasSizeLessThan(600);
      assertThat(text.startsWith("DRILL. ")).isEqualTo(incident.mode() == Mode.DRILL);
    }
  }

  /** The samples know when they were declared, and not when they began. */
  @ParameterizedTest
  @EnumSource(Occasion.class)
  void whatNobodyKnowsTheBeginningOfIsNotSaidToHaveBegun(Occasion occasion) {
    for (Incident incident : Samples.of(SCALE)) {
      assertThat(messages().text(occasion, incident, incident.status(), null))
          .containsPattern("(known|seen|known of it|known of) (since|from) 12:00 UTC")
          .doesNotContain("began", "Since");
    }
  }

  @Test
  void aBeginningThatSomebodySaidIsToldAsOne() {
    Incident began = Stories.hostileAndOpen().incident();

    assertThat(messages().text(Occasion.MITIGATED, began, Status.MONITORING, null))
        .contains("; it began at 23:41 UTC");
    assertThat(messages().text(Occasion.UPDATE, began, Status.IDENTIFIED, null))
        .contains("Impact since 23:41 UTC");
    assertThat(messages().text(Occasion.CUSTOMER, began, Status.IDENTIFIED, null))
        .contains("Since 23:41 UTC there is a problem with our service");
  }

  @Test
  void thePromiseIsSaidAsItWasMade() {
    String text =
        messages()
            .text(
                Occasion.UPDATE,
                apiDown(),
                Status.IDENTIFIED,
                Instant.parse("2026-11-21T15:05:00Z"));
    assertThat(text).contains("Status: identified.").endsWith("Next update by 15:05 UTC.");
  }

  @Test
  void whatIsWrittenForCustomersNamesNobodyAndRepeatsNoInternalText() {
    assertThat(written(Occasion.CUSTOMER))
        .doesNotContain("alice", "bob", "charlie", "INC-", "API service down", "pool");
  }

  @Test
  void aTeamsOwnTemplateForTheSeverityComesBeforeTheirOneForAll() throws IOException {
    own("update.md", "all of {{ incident.number }}");
    assertThat(written(Occasion.UPDATE)).isEqualTo("all of INC-1");
    own("update-SEV-1.md", "worst: {{ incident.title }}");
    assertThat(written(Occasion.UPDATE)).isEqualTo("worst: API service down");
    assertThat(written(Occasion.INITIAL)).contains("We are looking into a problem");
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one\n{{ incident.commander }}",
        "one\n{% include '/etc/passwd' %}",
        "one\n{{ incident.number",
        "one\n{{ incident.getClass() }}",
      })
  void aBrokenOneIsToldWithFileLineAndReasonAndTheNextInOrderServes(String source)
      throws IOException {
    own("update-SEV-1.md", source);
    own("update.md", "all");
    assertThat(written(Occasion.UPDATE)).isEqualTo("all");
    assertThat(refused)
        .singleElement()
        .asString()
        .contains("update-SEV-1.md", "line 2", "next one in order");
  }

  @Test
  void oneThatIsNotTextIsToldAndTheBuiltInServes() throws IOException {
    Files.createDirectories(directory.resolve("messages"));
    Files.write(directory.resolve("messages/initial.md"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(written(Occasion.INITIAL)).contains("We are looking into a problem");
    assertThat(refused).singleElement().asString().contains("initial.md", "UTF-8");
  }

  @Test
  void hostileTitlesStayTextWithoutHiddenMarks() throws IOException {
    own("initial.md", "{{ incident.title }}|{{ incident.services }}");
    String text =
        messages()
            .text(
                Occasion.INITIAL, Stories.hostileAndOpen().incident(), Status.INVESTIGATING, null);
    assertThat(text).doesNotContain("\u202e", "\u0007", "&lt;", "\\*");
  }
}
