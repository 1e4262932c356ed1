package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCheckTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aFileWithoutFaultsIsClean() throws IOException {
    assertThat(
            check(
                """
                oncall:
                  payments:
                    zone: Europe/Berlin
                    layers:
                      - {people: [alice, bob], starts: 2026-01-05}
                """))
        .isZero();

    assertThat(text(out)).isEmpty();
    assertThat(text(err))
        .isEqualTo(
            "The bot would start with it. Schedules: 1. Findings: 0. Whether Slack knows these"
                + " people was not looked up: that needs DATABASE_* of a bot that has run.\n");
  }

  @Test
  void findingsAreListedAndTheBotWouldStart() throws IOException {
    assertThat(
            check(
                """
                oncall:
                  sre:
                    zone: Europe/Berlin
                    starts: 2026-01-05
                    weeks:
                      - {week: 1, primary: alice}
                      - {week: 3, primary: bob}
                """))
        .isEqualTo(1);

    assertThat(text(out))
        .isEqualTo(
            "sre, primary, Mon 2026-11-23 09:00 to Mon 2026-11-30 09:00 (Europe/Berlin): nobody is"
                + " on call (nobody planned), and 17 times more until Mon 2027-11-22 13:00."
                + " Write somebody's name there, or add an override.\n");
    assertThat(text(err)).startsWith("The bot would start with it. Schedules: 1. Findings: 1.");
  }

  @Test
  void whatWouldStopTheStartIsAnError() throws IOException {
    assertThat(check("oncall:\n  sre: {zone: Europe/Berlim, weeks: [{week: 1, primary: a}]}\n"))
        .isEqualTo(2);

    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("(oncall → sre → zone) there is no zone \"Europe/Berlim\"");
  }

  @Test
  void theConfigAloneSaysWhatThereIs() {
    assertThat(new Cli(Map.of(), new NothingWorks(), out, err).run("config")).isEqualTo(2);

    assertThat(text(err)).contains("evenkeel config check");
  }

  private int check(String yaml) throws IOException {
    Path path = directory.resolve("evenkeel.yaml");
    Files.writeString(path, yaml);
    return new Cli(Map.of("EVENKEEL_CONFIG", path.toString()), new NothingWorks(), out, err)
        .run("config", "check");
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  /** A check opens nothing. */
  private static final class NothingWorks implements Works {
    @Override
    public Instant now() {
      return Instant.parse("2026-11-21T12:00:00Z");
    }

    @Override
    public int serve(Settings settings) {
      throw new AssertionError("nothing is served");
    }

    @Override
    public int migrate(Settings.Database database) {
      throw new AssertionError("nothing is migrated");
    }

    @Override
    public Records open(Settings.Reading settings) {
      throw new AssertionError("nothing is opened");
    }
  }
}
