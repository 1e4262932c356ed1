package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.postmortem.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostmortemsTest {
  private final Postmortems postmortems = Postmortems.load(null);

  @ParameterizedTest
  @CsvSource({
    "api-service-down",
    "database-primary-down",
    "hostile-and-open",
    "cancelled",
    "guided",
  })
  void theStoryBecomesTheGoldenDocument(String name) throws IOException {
    String written = postmortems.markdown(story(name));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(Path.of("src/test/resources/golden/" + name + ".md"), written);
    }
    assertThat(written).isEqualTo(golden(name));
  }

  @Test
  void theHeadingsAreTheDocumentedOnesInTheirOrderAndAnAppendixFollows() {
    assertThat(
            postmortems
                .markdown(Stories.apiServiceDown())
                .lines()
                .filter(line -> line.startsWith("# ") || line.startsWith("## ")))
        .containsExactly(
            "# Postmortem: API service down on 2026-11-21",
            "## Summary",
            "## Timeline",
            "## Root Cause",
            "## Contributing Factors",
            "## Impact",
            "## Action Items",
            "## Lessons Learned",
            "## Appendix");
  }

  @Test
  void itOpensWithSeverityDetectionAndMitigation() {
    assertThat(postmortems.markdown(Stories.apiServiceDown()))
        .contains(
            "\n**SEV-1** (critical: complete outage); detected 14:30 UTC → mitigated 14:40 UTC"
                + " (10m).\n\n<!-- evenkeel:end opening -->\n\n<!-- prompt: Impact in one line");
  }

  @Test
  void aMitigationThatNobodyTellsStaysUnknownEverywhere() {
    assertThat(postmortems.markdown(Stories.neverMitigated()))
        .contains("\n  mitigated: unknown\n")
        .contains(
            """
              time_to_mitigate:
                took: unknown
                seconds: unknown
                computed: "mitigated is unknown"
            """)
        .contains("→ mitigated unknown.")
        .contains("| Mitigated | unknown |  |")
        .contains("| Time to mitigate | unknown | mitigated is unknown |")
        .contains("How long users were hurt is unknown: mitigated is unknown.");
  }

  @Test
  void everyBlockStandsBetweenItsTwoMarkersOnLinesOfTheirOwn() {
    for (String name : List.of("api-service-down", "hostile-and-open", "cancelled")) {
      List<String> markers =
          postmortems
              .markdown(story(name))
              .lines()
              .filter(line -> line.contains("<!-- evenkeel:") && !line.contains("\\<!--"))
              .toList();

      assertThat(markers).allMatch(line -> line.matches("<!-- evenkeel:(begin|end) [a-z-]+ -->"));
      for (int i = 0; i < markers.size(); i += 2) {
        assertThat(markers.get(i + 1)).isEqualTo(markers.get(i).replace("begin", "end"));
      }
      assertThat(markers).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }
  }

  @Test
  void actionItemsFillTheirTableAndShowWhatIsMissing() {
    assertThat(postmortems.markdown(Stories.withActionItems()))
        .contains("| 1 | alert on \\| disk \\<use> | bob | 2026-12-01 | detect | open |")
        .contains("| 2 | write the runbook | _nobody yet_ | _no day yet_ | _not said_ | open |")
        .contains(
            "| 3 | rotate logs | alice | _no day yet_ | mitigate | done"
                + " ([evidence](https://git.example.org/logs/7)) |")
        .doesNotContain("No action item is recorded");
  }

  @Test
  void theAppendixTellsHowManyUpdatePromisesWereKept() {
    assertThat(postmortems.markdown(Stories.withPromises()))
        .contains("\nUpdate promises kept: 1 of 2.\n")
        .contains("| 10:00 UTC | 10:30 UTC | 10:20 UTC |")
        .contains("| 10:20 UTC | 10:40 UTC | 11:00 UTC, 20m late |");
  }

  @Test
  void theBytesDependOnNeitherLocaleNorZone() {
    String expected = postmortems.markdown(Stories.databasePrimaryDown());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      assertThat(Postmortems.load(null).markdown(Stories.databasePrimaryDown()))
          .isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theDocumentHasUnixLineEndsAndEndsInOne() {
    assertThat(postmortems.markdown(Stories.hostileAndOpen()))
        .doesNotContain("\r")
        .doesNotContain("\n\n\n")
        .doesNotContainPattern("[ \\t]\\n")
        .endsWith("\n")
        .doesNotEndWith("\n\n");
  }

  /** Prints what it takes; the budget is a second. */
  @Test
  void aTimelineOfTenThousandEntriesIsWrittenToItsEnd() {
    Draft draft = Stories.ofManyEntries(10_000);
    for (int i = 1; i <= 3; i++) {
      long began = System.nanoTime();
      String markdown = postmortems.markdown(draft);
      long took = (System.nanoTime() - began) / 1_000_000;
      System.out.println("10,000 entries as Markdown, time " + i + ": " + took + " ms");
      assertThat(markdown).contains("entry 9999 with");
    }
  }

  @Test
  void anOperatorsTemplateReplacesOurs(@TempDir Path own) throws IOException {
    Files.createDirectories(own.resolve("postmortem"));
    Files.writeString(own.resolve("postmortem/default.md"), "# Ours: {{ incident.title }}");

    assertThat(Postmortems.load(own).markdown(Stories.apiServiceDown()))
        .startsWith("---\nincident: INC-1\n")
        .endsWith("\n---\n\n# Ours: API service down\n");
  }

  @Test
  void aDirectoryWithoutTheTemplateLeavesOurs(@TempDir Path own) throws IOException {
    assertThat(Postmortems.load(own).markdown(Stories.apiServiceDown()))
        .isEqualTo(golden("api-service-down"));
  }

  private static Draft story(String name) {
    return switch (name) {
      case "api-service-down" -> Stories.apiServiceDown();
      case "database-primary-down" -> Stories.databasePrimaryDown();
      case "hostile-and-open" -> Stories.hostileAndOpen();
      case "cancelled" -> Stories.cancelled();
      case "guided" -> Stories.guided();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = PostmortemsTest.class.getResourceAsStream("/golden/" + name + ".md")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
