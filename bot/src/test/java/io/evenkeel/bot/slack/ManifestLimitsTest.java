package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever pastes the manifest into Slack has it taken, with their own host in it. */
final class ManifestLimitsTest {

  /**
   * Slack refuses a manifest as a whole when one of its texts is too long (github.com,
   * slackapi/manifest-schema, schemas/manifest.schema.1.0.0.json).
   */
  @ParameterizedTest
  @CsvSource({
    "/display_information,     name,         35",
    "/display_information,     description,  140",
    "/features/bot_user,       display_name, 80",
    "/features/slash_commands, command,      32",
    "/features/slash_commands, description,  2000",
    "/features/slash_commands, usage_hint,   1000",
    "/features/shortcuts,      name,         24",
    "/features/shortcuts,      callback_id,  255",
    "/features/shortcuts,      description,  150"
  })
  void noTextIsLongerThanSlackTakes(String place, String field, int most) throws IOException {
    for (String file : List.of("manifest.json", "manifest-socket-mode.json")) {
      JsonNode manifest = JsonMapper.shared().readTree(Files.readString(Path.of(file)));

      assertThat(manifest.at(place).findValuesAsString(field))
          .isNotEmpty()
          .allSatisfy(text -> assertThat(text).hasSizeBetween(1, most));
    }
  }

  @Test
  void theHostStandsAsOftenAsTheDocsSay() throws IOException {
    assertThat(Files.readString(Path.of("manifest.json")).split("evenkeel\\.example\\.com", -1))
        .hasSize(4 + 1);
    assertThat(Files.readString(Path.of("../docs/slack-app.md")))
        .contains("in the place of `evenkeel.example.com`, four times");
  }
}
