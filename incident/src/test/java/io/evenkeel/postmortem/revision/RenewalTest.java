package io.evenkeel.postmortem.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RenewalTest {
  private static final String BASE =
      """
      ---
      entries: 1
      ---

      ## Timeline

      <!-- evenkeel:begin timeline -->
      - down
      <!-- evenkeel:end timeline -->
      """;
  private static final String NEXT =
      BASE.replace("entries: 1", "entries: 2").replace("- down\n", "- down\n- up\n");

  @Test
  void aDraftThatNobodyEditedIsWhatTheMachineWritesNow() {
    Renewal renewal = Renewal.of(BASE, BASE, NEXT + "\n## More\n");

    assertThat(renewal.text()).isEqualTo(NEXT + "\n## More\n");
    assertThat(renewal.changes())
        .contains(new Renewal.Changed("timeline", 1, 0, 1, false, List.of("- up")));
  }

  @Test
  void anEditInsideABlockIsKeptAsAConflict() {
    String edited = BASE.replace("- down\n", "- down, says --> alice\n");

    Renewal renewal = Renewal.of(BASE, edited, NEXT);

    assertThat(renewal.text()).contains("- down\n- up\n").contains("- down, says --\\> alice\n");
    assertThat(Document.parse(renewal.text()).conflicts())
        .extracting(Piece.Conflict::kept)
        .containsExactly("- down, says --> alice\n");
    assertThat(renewal.text()).doesNotContain("<<<<<<<");
  }

  @Test
  void aBlockThatWasTakenOutStaysOutAndAnEmptyOneIsFilled() {
    String without = BASE.replaceFirst("(?s)<!-- evenkeel:begin.*", "None.\n");
    String empty = BASE.replace("- down\n", "");

    assertThat(Renewal.of(BASE, without, NEXT).text()).doesNotContain("- up").contains("None.");
    assertThat(Renewal.of(BASE, empty, NEXT).text()).isEqualTo(NEXT);
  }

  @Test
  void aNewBlockComesUnderItsHeading() {
    String roles = "<!-- evenkeel:begin roles -->\n- ic: bob\n<!-- evenkeel:end roles -->\n";
    String edited = BASE + "\nMine.\n";

    assertThat(Renewal.of(BASE, edited, NEXT + "\n" + roles).text())
        .isEqualTo(NEXT + "\n" + roles + "\nMine.\n");
    assertThat(Renewal.of(BASE, edited, BASE + "\n## Roles\n\n" + roles).text())
        .isEqualTo(edited + "\n## Roles\n\n" + roles);
  }

  @Test
  void carriageReturnsAndAMissingLastLineEndStay() {
    String edited = (BASE + "\nMine.").replace("\n", "\r\n");

    assertThat(Renewal.of(BASE, edited, NEXT).text())
        .isEqualTo((NEXT + "\nMine.").replace("\n", "\r\n"));
  }

  @Test
  void aHundredThousandHostileLinesAreReadInNoTime() {
    String hostile = "<!-- evenkeel:begin x -->\n<!-- evenkeel:conflict x: y\n".repeat(50_000);

    assertThat(Document.parse(hostile).text()).isEqualTo(hostile);
    assertThat(Renewal.of(BASE, hostile + BASE, NEXT).text()).startsWith(hostile);
  }
}
