package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnTemplatesTest {
  @TempDir private Path directory;

  @Test
  void aTeamAddsATemplateOfItsOwn() throws IOException {
    bring("our-team.md", "# {{ incident.number }}\n\n{{ blocks.timeline }}\n");
    var postmortems = Postmortems.load(directory);

    assertThat(postmortems.faults()).isEmpty();
    assertThat(postmortems.names())
        .containsExactly("default", "google-sre", "howie", "lightweight", "our-team", "pagerduty");
    assertThat(write(postmortems, "our-team").markdown())
        .contains("\n# INC-1\n\n<!-- evenkeel:begin timeline -->\n\nT+0 is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% include '/etc/passwd' %}",
        "{{ incident.nosuch }}",
        "{{ incident.number.getClass() }}",
        "{{ blocks.timeline.markdown }}",
        "{{ blocks.timeline | upper | nosuch }}",
        "{{ timeline }}",
        "{{ incident }}",
        "{{ template }}",
        "{{ template.name }}",
        "{{ _context.size }}",
        "{{ _context.scopeChain }}",
        "{{ incident.number.bytes }}",
        "{{ timeline.iterator() }}",
        "{{ beans }}",
        "{{ _context }}",
        "{% macro m() %}{{ m() }}{% endmacro %}",
        "{% for a in timeline %}",
      })
  void aBrokenTemplateIsRefusedWithFileLineAndReasonAndOursIsUsed(String broken)
      throws IOException {
    bring("default.md", "# Ours\n" + broken + "\n");
    var postmortems = Postmortems.load(directory);

    assertThat(postmortems.faults())
        .singleElement()
        .asString()
        .contains(directory + "/postmortem/default.md cannot be used: ")
        .endsWith("Evenkeel's own is used.");
    assertThat(postmortems.markdown(Stories.apiServiceDown()))
        .isEqualTo(Postmortems.load(null).markdown(Stories.apiServiceDown()));
  }

  @Test
  void theLineOfTheFaultIsTold() throws IOException {
    bring("default.md", "# Ours\n\n{{ incident.nosuch }}\n");

    assertThat(Postmortems.load(directory).faults().getFirst()).contains("(line 3)");
  }

  @Test
  void whatFailsOnlyOnOneIncidentIsToldWithTheDocument() throws IOException {
    bring("default.md", "{% if incident.status == 'cancelled' %}{{ nosuch }}{% endif %}x\n");
    var postmortems = Postmortems.load(directory);
    var written = postmortems.write(Stories.cancelled(), Postmortems.Wanted.USUAL);

    assertThat(postmortems.faults()).isEmpty();
    assertThat(written.fault()).contains("default.md cannot be used: ").contains("(line 1)");
    assertThat(written.markdown()).contains("## Lessons Learned");
  }

  @Test
  void aTemplateThatNeverEndsIsStoppedAndOursIsUsed() throws IOException {
    bring(
        "default.md",
        "{% for a in timeline %}{% for b in timeline %}{% for c in timeline %}{% for d in timeline"
            + " %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}\n");
    var postmortems = Postmortems.load(directory);
    var written = postmortems.write(Stories.ofManyEntries(2_000), Postmortems.Wanted.USUAL);

    assertThat(written.fault()).contains("it takes longer than 2 s");
    assertThat(written.markdown()).contains("## Timeline");
  }

  @Test
  void aTemplateThatWritesWithoutEndIsStoppedAndOursIsUsed() throws IOException {
    bring(
        "default.md",
        "{% for a in timeline %}{% for b in timeline %}"
            + "x".repeat(100_000)
            + "{% endfor %}{% endfor %}\n");
    var written =
        Postmortems.load(directory).write(Stories.ofManyEntries(2_000), Postmortems.Wanted.USUAL);

    assertThat(written.fault()).contains("cannot be used");
    assertThat(written.markdown()).contains("## Timeline");
  }

  @Test
  void eachSeverityHasItsTemplate() {
    var postmortems =
        Postmortems.load(null, Map.of("SEV-1", "howie", "SEV-4", "lightweight", "", "pagerduty"));

    assertThat(postmortems.markdown(Stories.apiServiceDown())).contains("## Narrative");
    assertThat(postmortems.markdown(Stories.cancelled())).contains("## What We Learned");
    assertThat(postmortems.markdown(Stories.withActionItems())).contains("## How'd We Do?");
  }

  @Test
  void aChoiceThatIsNotThereIsToldAndTheDefaultIsUsed() {
    var postmortems = Postmortems.load(null, Map.of("SEV-1", "howy"));

    assertThat(postmortems.faults())
        .containsExactly(
            "For SEV-1: There is no template \"howy\". There are: default, google-sre, howie,"
                + " lightweight, pagerduty.");
    assertThat(postmortems.markdown(Stories.apiServiceDown())).contains("## Lessons Learned");
  }

  private static Postmortems.Document write(Postmortems postmortems, String template) {
    return postmortems.write(Stories.apiServiceDown(), new Postmortems.Wanted(template, false));
  }

  private void bring(String file, String source) throws IOException {
    Files.createDirectories(directory.resolve("postmortem"));
    Files.writeString(directory.resolve("postmortem").resolve(file), source);
  }
}
