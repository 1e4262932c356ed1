package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who copies the settings that are shown has a bot that starts, and nothing to mend. */
final class DocumentedSettingsTest extends Terminal {
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir private Path directory;

  @Test
  void thoseInTheReadmeHold() throws IOException {
    holds(shown("../README.md", "schedule:"));
  }

  @Test
  void thoseInTheDocsHoldTogether() throws IOException {
    holds(
        shown("../docs/oncall.md", "oncall:")
            + shown("../docs/paging.md", "paging:")
            + shown("../docs/paging.md", "rules:")
            + shown("../docs/reminders.md", "reminders:")
            + shown("../docs/operations.md", "retention:")
            + shown("../docs/signals.md", "alerts:\n  routes:"));
  }

  private void holds(String settings) throws IOException {
    Path file = Files.writeString(directory.resolve("evenkeel.yaml"), settings);
    var environment =
        Map.of(
            "EVENKEEL_CONFIG", file.toString(),
            "OPS_HOOK_SECRET", SECRET,
            "PAGERDUTY_PAYMENTS_KEY", SECRET,
            "ALERTMANAGER_TOKEN", SECRET);

    assertThat(cli(environment).run("config", "check")).as(out() + err()).isZero();
    assertThat(err()).contains("The bot would start with it.", "Findings: 0.");
  }

  /** The block of settings in a file that begins with this. */
  private static String shown(String file, String beginning) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Path.of(file)));
    while (block.find()) {
      if (block.group(1).startsWith(beginning)) {
        return block.group(1);
      }
    }
    throw new AssertionError(file + " shows nothing that begins with " + beginning);
  }
}
