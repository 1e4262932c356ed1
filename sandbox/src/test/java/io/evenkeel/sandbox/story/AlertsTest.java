package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart's alerts by themselves: that they are sound, fire when they should, and lead on. */
final class AlertsTest {
  private static final Path RULES = Path.of("../helm/files/rules.yaml");

  @Test
  void promtoolFindsNoFaultWithTheRules() throws Exception {
    Promtool.finds("check rules", "", "check", "rules", RULES.toString());
  }

  @Test
  void alertsFireWhenTheyShouldAndElseNot(@TempDir Path folder) throws Exception {
    Files.copy(RULES, folder.resolve("rules.yaml"));
    for (String name : List.of("burn", "slowly", "causes")) {
      Path tests = folder.resolve(name + ".yaml");
      Files.copy(Path.of("src/test/resources/alerts/" + name + ".yaml"), tests);
      Promtool.finds("test rules", "", "test", "rules", tests.toString());
    }
  }

  @Test
  void eachAlertLeadsToWhatToDo() throws IOException {
    String rules = Files.readString(RULES);
    var headings =
        Files.readAllLines(Path.of("../docs/operations.md")).stream()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    long alerts = rules.lines().filter(line -> line.contains("- alert: ")).count();
    var links =
        Pattern.compile("runbook_url: docs/operations.md#(.+)")
            .matcher(rules)
            .results()
            .map(link -> link.group(1))
            .toList();
    assertThat(links).hasSize((int) alerts);
    assertThat(headings).containsAll(links);
  }
}
