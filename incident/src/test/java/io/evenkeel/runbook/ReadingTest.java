package io.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReadingTest {
  private static final Use USE = new Use(Set.of("api"), Set.of(), Map.of());
  private static final String WHOLE =
      """
      # API is down

      Read this when the API answers 5xx.

      ## Symptoms
      - Error rate above **5%**
      - [ ] `ApiDown` fires, see [the dashboard](https://grafana.example.org/d/api)

      ## Diagnosis
      ### Pool
      1. Look at the connections:
         ```bash
         psql -c 'select count(*)
           from pg_stat_activity'
         ```
         More than 90 is too many.
         - on the primary
      2. Look at the *deploys*

      Ask who deployed last.

      ## Mitigation (Immediate)
      Restart one pod:

      ```
      kubectl rollout restart deploy/api
      ```

      ## Resolution (Long-term)
      * Enlarge the pool
      """;

  @Test
  void listItemsAndParagraphsAreStepsAndBlocksOfCodeTheirCommands() {
    Runbook read = read(WHOLE);

    assertThat(read.title()).isEqualTo("API is down");
    assertThat(read.steps())
        .containsExactly(
            new Step(1, "Symptoms", "", "Error rate above 5%", List.of()),
            new Step(
                2,
                "Symptoms",
                "",
                "`ApiDown` fires, see the dashboard (https://grafana.example.org/d/api)",
                List.of()),
            new Step(
                3,
                "Diagnosis",
                "Pool",
                "Look at the connections:\nMore than 90 is too many.\n• on the primary",
                List.of("psql -c 'select count(*)\n  from pg_stat_activity'")),
            new Step(4, "Diagnosis", "Pool", "Look at the deploys", List.of()),
            new Step(5, "Diagnosis", "Pool", "Ask who deployed last.", List.of()),
            new Step(
                6,
                "Mitigation (Immediate)",
                "",
                "Restart one pod:",
                List.of("kubectl rollout restart deploy/api")),
            new Step(7, "Resolution (Long-term)", "", "Enlarge the pool", List.of()));
  }

  @Test
  void aWholeRunbookHasNothingToRemark() {
    assertThat(Reading.of("api-down", USE, WHOLE, 1).remarks()).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedWithWhatToWrite() {
    assertThat(
            Reading.of("bare", Use.UNSAID, "## Diagnosis\n\n## Symptoms\n- It is slow\n```\nls", 5)
                .remarks())
        .extracting(remark -> remark.in("bare.md"))
        .containsExactly(
            "bare.md: has no title. Begin it with \"# \" and what fails.",
            "bare.md: says in no front matter when it is meant. Write services:, alerts: or"
                + " labels: between two lines of three dashes at its top.",
            "bare.md: says nothing under \"Diagnosis\". Write its steps as a list.",
            "bare.md: has no heading \"## Mitigation (Immediate)\". Add it, with what is known.",
            "bare.md: has no heading \"## Resolution (Long-term)\". Add it, with what is known.",
            "bare.md:9: opens a block of code that never ends. Close it with ```.");
  }

  @Test
  void withoutAStepThereIsNothingToFollow() {
    assertThat(Reading.of("empty", USE, "# Nothing\n\nSome words.", 1).runbook()).isNull();
    assertThat(Reading.of("empty", USE, "", 1).runbook()).isNull();
  }

  @Test
  void theFrontMatterIsApart() {
    assertThat(Reading.Front.of("\uFEFF---\r\nservices: [api]\r\nalerts: [A]\r\n---\r\n# Down\r\n"))
        .isEqualTo(new Reading.Front("services: [api]\nalerts: [A]", "# Down\n", 5));
    assertThat(Reading.Front.of("# Down\n---\n").yaml()).isEmpty();
  }

  @Test
  void aStepThatReadsDifferentlyHasAnotherMark() {
    Step before = new Step(3, "Diagnosis", "", "Look", List.of("ls"));

    assertThat(before.mark()).isEqualTo(new Step(4, "Other", "", "Look", List.of("ls")).mark());
    assertThat(before.mark()).isNotEqualTo(new Step(3, "Diagnosis", "", "Look", List.of()).mark());
  }

  @Test
  void noTextBreaksTheReaderAndStepsAreCountedWithoutGaps() {
    var random = new Random(20_261_121);
    String[] pieces = {
      "# ", "## Symptoms\n", "- ", "1. ", "```", "~~~~", "\n", "\n\n", "    ", "\t", "**", "`",
      "[a](b)", "<!--", "-->", "---\n", "|x|", "> ", "word", "\u202E", "\u0000", "\uD83D", "\\",
          "![",
    };
    for (int round = 0; round < 3_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Runbook read = Reading.of("any", USE, text.toString(), 1).runbook();
      if (read != null) {
        for (int i = 0; i < read.steps().size(); i++) {
          assertThat(read.steps().get(i).number()).isEqualTo(i + 1);
          assertThat(read.steps().get(i).text()).isNotBlank().doesNotContain("\u202E", "\u0000");
        }
      }
    }
  }

  @Test
  void whatIsHugeIsCutAndSaid() {
    Reading read =
        Reading.of(
            "huge",
            USE,
            "# T\n## Diagnosis\n- " + "word ".repeat(1_000) + "\n" + "- step\n".repeat(300),
            1);

    assertThat(Objects.requireNonNull(read.runbook()).steps()).hasSize(Reading.MOST_STEPS);
    assertThat(read.runbook().steps().getFirst().text()).hasSizeLessThanOrEqualTo(1_500);
    assertThat(read.remarks())
        .extracting(Remark::wrong)
        .contains(
            "has 301 steps, and 200 are taken", "is a step that nobody reads to its end at night");
  }

  private static Runbook read(String markdown) {
    return Objects.requireNonNull(Reading.of("api-down", USE, markdown, 1).runbook());
  }
}
