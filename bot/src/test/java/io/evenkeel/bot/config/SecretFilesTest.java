package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.DatabaseSettings;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each variable by file or environment, and no secret in anything that is printed. */
final class SecretFilesTest {
  private static final String DATABASE = "jdbc:postgresql://localhost/evenkeel";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Parsed<Settings> parse(Map<String, String> more) {
    var environment = new HashMap<String, String>();
    environment.put("DATABASE_URL", DATABASE);
    environment.put("DATABASE_USER", "evenkeel");
    environment.put("SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef");
    environment.put("SLACK_BOT_TOKEN", "xoxb-1-2-three");
    environment.putAll(more);
    environment.values().removeIf("-"::equals);
    return Settings.parse(environment);
  }

  private static List<String> faults(Map<String, String> more) {
    return switch (parse(more)) {
      case Parsed.Faulty<Settings>(var faults) -> faults.stream().map(Fault::toString).toList();
      case Parsed.Ready<Settings> _ -> List.of();
    };
  }

  private static Settings settings(Map<String, String> more) {
    return switch (parse(more)) {
      case Parsed.Ready<Settings>(var settings) -> settings;
      case Parsed.Faulty<Settings>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  @Test
  void everySecretMayComeFromAFileWithALineEnd() throws IOException {
    Settings settings =
        settings(
            Map.of(
                "SLACK_SIGNING_SECRET", "-",
                "SLACK_SIGNING_SECRET_FILE", file("signing", "fedcba9876543210\n"),
                "SLACK_SIGNING_SECRET_PREVIOUS_FILE", file("previous", "0123\r\n"),
                "SLACK_BOT_TOKEN", "-",
                "SLACK_BOT_TOKEN_FILE", file("bot", "xoxb-from-file\n"),
                "SLACK_APP_TOKEN_FILE", file("app", "xapp-from-file"),
                "DATABASE_PASSWORD_FILE", file("password", " with blanks \n"),
                "EVENKEEL_API_TOKEN_FILE", file("api", "0123456789abcdef0123\n")));
    Settings.Slack slack = settings.slack();
    assertThat(slack.signingSecret()).isEqualTo(new Secret("fedcba9876543210"));
    assertThat(slack.previousSigningSecret()).isEqualTo(new Secret("0123"));
    assertThat(slack.botToken()).isEqualTo(new Secret("xoxb-from-file"));
    assertThat(slack.appToken()).isEqualTo(new Secret("xapp-from-file"));
    assertThat(settings.database().password()).isEqualTo(new Secret(" with blanks "));
    assertThat(settings.apiToken()).isEqualTo(new Secret("0123456789abcdef0123"));
  }

  @Test
  void aVariableThatIsBlankLeavesTheFileItsPlace() throws IOException {
    Settings settings =
        settings(
            Map.of("SLACK_BOT_TOKEN", " ", "SLACK_BOT_TOKEN_FILE", file("bot", "xoxb-from-file")));
    assertThat(settings.slack().botToken()).isEqualTo(new Secret("xoxb-from-file"));
  }

  @Test
  void bothAreAFault() throws IOException {
    assertThat(faults(Map.of("SLACK_BOT_TOKEN_FILE", file("bot", "xoxb-other"))))
        .containsExactly(
            "SLACK_BOT_TOKEN is set, and so is SLACK_BOT_TOKEN_FILE. Take one of the two away.");
  }

  @Test
  void aFileThatIsNotThereOrEmptyIsToldOnceAndNotAsMissingToo() throws IOException {
    assertThat(
            faults(
                Map.of(
                    "SLACK_BOT_TOKEN",
                    "-",
                    "SLACK_BOT_TOKEN_FILE",
                    folder.resolve("nowhere").toString())))
        .singleElement()
        .asString()
        .startsWith("SLACK_BOT_TOKEN_FILE names \"")
        .contains("which is not there. Name a file");
    assertThat(faults(Map.of("SLACK_BOT_TOKEN", "-", "SLACK_BOT_TOKEN_FILE", file("empty", " \n"))))
        .singleElement()
        .asString()
        .startsWith("SLACK_BOT_TOKEN_FILE names a file in which nothing stands.");
    assertThat(faults(Map.of("SLACK_BOT_TOKEN", "-", "SLACK_BOT_TOKEN_FILE", folder.toString())))
        .singleElement()
        .asString()
        .startsWith("SLACK_BOT_TOKEN_FILE names ");
  }

  @Test
  void aTokenThatEndsAfterTwelveHoursIsRefusedInWords() {
    assertThat(faults(Map.of("SLACK_BOT_TOKEN", "xoxe.xoxb-1-abc")))
        .singleElement()
        .asString()
        .startsWith("SLACK_BOT_TOKEN ends after 12 hours: token rotation is on")
        .doesNotContain("abc");
  }

  @Test
  void nothingThatIsPrintedShowsASecret() {
    Settings settings =
        settings(
            Map.of(
                "DATABASE_PASSWORD", "hidden-database",
                "DATABASE_OWNER_USER", "owner",
                "DATABASE_OWNER_PASSWORD", "hidden-owner",
                "SLACK_SIGNING_SECRET_PREVIOUS", "hidden-previous",
                "SLACK_APP_TOKEN", "xapp-hidden",
                "EVENKEEL_API_TOKEN", "hidden-api-0123456789"));
    assertThat(settings.toString())
        .doesNotContain("hidden", "xoxb", "xapp", "0123456789")
        .contains("(secret)");
    assertThat(new DatabaseSettings(DATABASE, "evenkeel", "hidden", 1).toString())
        .doesNotContain("hidden");
  }

  @Test
  void noRecordOfTheSettingsHoldsASecretAsPlainText() throws Exception {
    try (Stream<Path> classes = Files.walk(Path.of("target/classes/io/evenkeel/bot/config"))) {
      List<Class<?>> records =
          classes
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
              .map(name -> "io.evenkeel.bot.config." + name.replace(".class", ""))
              .<Class<?>>map(SecretFilesTest::load)
              .filter(Class::isRecord)
              .toList();
      assertThat(records).hasSizeGreaterThan(8);
      for (Class<?> type : records) {
        for (RecordComponent part : type.getRecordComponents()) {
          String name = part.getName().toLowerCase(Locale.ROOT);
          if (name.matches(".*(password|secret|token|routingkey).*")) {
            assertThat(part.getGenericType().getTypeName())
                .as("%s.%s", type, name)
                .contains(Secret.class.getName());
          }
        }
      }
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
