package io.evenkeel.postmortem.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class SectionTest {
  private static final String TEXT =
      """
      ---
      number: INC-1
      ---

      # Postmortem

      ## Timeline

      Mind the clock.

      <!-- evenkeel:begin timeline -->
      - 14:02 down
      <!-- evenkeel:end timeline -->

      ## Impact

      <!-- prompt: How many? -->
      """;

  @Test
  void theMachinesTextIsFoldedIntoOneLine() {
    assertThat(Section.of(TEXT))
        .extracting(Section::heading, Section::body)
        .containsExactly(
            tuple("", ""),
            tuple("Postmortem", ""),
            tuple("Timeline", "Mind the clock.\n\n[evenkeel: timeline]"),
            tuple("Impact", "<!-- prompt: How many? -->"));
  }

  @Test
  void anEditedSectionHasItsBlockWhereItWasNamed() {
    assertThat(Section.replace(TEXT, "2:Timeline", "[evenkeel: timeline]\n\nAll of it."))
        .hasValue(
            TEXT.replace("Mind the clock.\n\n", "")
                .replace("end timeline -->\n", "end timeline -->\n\nAll of it.\n"));
  }

  @Test
  void aBlockThatAnEditLeavesOutStays() {
    assertThat(Section.replace(TEXT, "2:Timeline", "Only this."))
        .get()
        .asString()
        .contains("Only this.\n\n<!-- evenkeel:begin timeline -->\n- 14:02 down\n");
  }

  @Test
  void whatIsNotEditedStaysByteForByte() {
    String odd = TEXT.replace("\n", "\r\n").stripTrailing();

    assertThat(Section.replace(odd, "2:Timeline", Section.of(odd).get(2).body())).hasValue(odd);
    assertThat(Section.replace(odd, "9:Nothing", "x")).isEmpty();
  }
}
