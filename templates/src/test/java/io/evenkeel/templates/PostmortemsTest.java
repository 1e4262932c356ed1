package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.postmortem.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  })
  void theStoryBecomesTheGoldenDocument(String name) throws IOException {
    assertThat(postmortems.markdown(story(name))).isEqualTo(golden(name));
  }

  @Test
  void theHeadingsAreTheDocumentedOnesInTheirOrder() {
    assertThat(
            postmortems.markdown(Stories.apiServiceDown()).lines().filter(l -> l.startsWith("#")))
        .containsExactly(
            "# Postmortem: API service down on 2026-11-21",
            "## Summary",
            "## Timeline",
            "## Root Cause",
            "## Contributing Factors",
            "## Impact",
            "## Action Items",
            "## Lessons Learned");
  }

  @Test
  void actionItemsFillTheirTableAndAskForWhatIsMissing() {
    assertThat(postmortems.markdown(Stories.withActionItems()))
        .contains("| alert on \\| disk \\<use> | bob | 2026-12-01 |")
        .contains("| write the runbook | _one name_ | _a date_ |")
        .contains("| rotate logs (done) | alice | _a date_ |")
        .doesNotContain("To be written: one change");
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

  @Test
  void aTimelineOfTenThousandEntriesIsWrittenWithinASecond() {
    Draft draft = Stories.ofManyEntries(10_000);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long begin = System.nanoTime();
      assertThat(postmortems.markdown(draft)).contains("entry 9999 with");
      best = Math.min(best, System.nanoTime() - begin);
    }

    assertThat(best).isLessThan(1_000_000_000L);
  }

  @Test
  void anOperatorsTemplateReplacesOurs(@TempDir Path own) throws IOException {
    Files.createDirectories(own.resolve("postmortem"));
    Files.writeString(own.resolve("postmortem/default.md"), "# Ours: {{ incident.title }}");

    assertThat(Postmortems.load(own).markdown(Stories.apiServiceDown()))
        .isEqualTo("# Ours: API service down\n");
  }

  @Test
  void aDirectoryWithoutTheTemplateLeavesOurs(@TempDir Path own) throws IOException {
    assertThat(Postmortems.load(own).markdown(Stories.apiServiceDown()))
        .isEqualTo(golden("api-service-down"));
  }

  @Test
  void anOperatorsTemplateThatIsBrokenIsNamedAtOnce(@TempDir Path own) throws IOException {
    Files.createDirectories(own.resolve("postmortem"));
    Files.writeString(own.resolve("postmortem/default.md"), "# Ours\n{% include 'x' %}");

    assertThatThrownBy(() -> Postmortems.load(own))
        .isInstanceOf(BadTemplate.class)
        .hasMessageContaining("postmortem/default.md cannot be used")
        .hasMessageContaining("line 2");
  }

  private static Draft story(String name) {
    return switch (name) {
      case "api-service-down" -> Stories.apiServiceDown();
      case "database-primary-down" -> Stories.databasePrimaryDown();
      case "hostile-and-open" -> Stories.hostileAndOpen();
      case "cancelled" -> Stories.cancelled();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = PostmortemsTest.class.getResourceAsStream("/golden/" + name + ".md")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
