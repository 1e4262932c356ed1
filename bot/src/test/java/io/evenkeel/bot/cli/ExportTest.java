package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class ExportTest extends Terminal {
  @Test
  void exportWritesTheDocumentAndNothingElse() {
    DatabaseSettings database = withIncidents("API service down", "Another one");

    assertThat(run(database, "export", "INC-1")).isZero();

    assertThat(out())
        .startsWith("---\nincident: INC-1\n")
        .contains("\n# Postmortem: API service down on 2026-11-21\n")
        .contains("Increased connection pool size → 20")
        .endsWith("\n<!-- evenkeel:end coverage -->\n");
    assertThat(err()).isEmpty();
    String first = out();
    out.reset();
    assertThat(run(database, "export", "1", "--format", "md")).isZero();
    assertThat(out()).isEqualTo(first);
  }

  @Test
  void exportWritesTheFormatAndTheTemplateThatAreAskedFor() {
    DatabaseSettings database = withIncidents("API service down");

    assertThat(run(database, "export", "INC-1", "--format=html", "--template", "howie", "--gantt"))
        .isZero();
    assertThat(out())
        .startsWith("<!DOCTYPE html>")
        .contains("<h2>Narrative</h2>")
        .contains("aria-label=\"Phases of the incident\"");
    out.reset();
    assertThat(run(database, "export", "INC-1", "--template", "howie", "--gantt")).isZero();
    assertThat(out()).contains("## Narrative").contains("```mermaid");
    out.reset();
    assertThat(run(database, "export", "INC-1", "--format", "json")).isZero();
    assertThat(JsonMapper.shared().readTree(out()).at("/incident/title").asString())
        .isEqualTo("API service down");
    assertThat(err()).isEmpty();
  }

  @Test
  void aTemplateOfTheTeamThatFailsIsToldAndOursIsUsed(@TempDir Path templates) throws IOException {
    Path own = Files.createDirectory(templates.resolve("postmortem")).resolve("default.md");
    Files.writeString(own, "{% if incident.title == 'Odd one' %}{{ nosuch }}{% endif %}x\n");
    var environment = new HashMap<>(environment(withIncidents("Odd one")));
    environment.put("TEMPLATES_DIR", templates.toString());

    assertThat(cli(environment).run("export", "INC-1")).isZero();

    assertThat(out()).contains("\n# Postmortem: Odd one on 2026-11-21\n");
    assertThat(err()).contains("default.md cannot be used: ").endsWith("Evenkeel's own is used.\n");
  }

  @Test
  void aTemplateThatIsNotThereIsToldWithThoseThatAre() {
    assertThat(run(withIncidents("API service down"), "export", "INC-1", "--template", "howy"))
        .isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err())
        .isEqualTo(
            "There is no template \"howy\". There are: default, google-sre, howie, lightweight,"
                + " pagerduty.\n");
  }

  @Test
  void exportForReadersOutsideNamesNobody() {
    DatabaseSettings database = withIncidents("alice saw the API service down");

    assertThat(run(database, "export", "INC-1", "--audience", "outside")).isZero();

    assertThat(out())
        .contains("incident commander saw the API service down")
        .doesNotContainIgnoringCase("alice");
    assertThat(run(database, "export", "INC-1", "--audience", "outside", "--format", "json"))
        .isEqualTo(2);
  }

  @Test
  void exportOfWhatIsNotThereIsAnErrorInWords() {
    assertThat(run(withIncidents(), "export", "INC-7")).isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err()).isEqualTo("There is no incident INC-7.\n");
  }

  @Test
  void exportWithoutADatabaseSaysWhatToCheck() {
    var away = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);

    assertThat(run(away, "export", "INC-1")).isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err()).startsWith("The database could not be read: ").contains("DATABASE_URL");
  }
}
