package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.doctor.Checkup;
import io.evenkeel.bot.doctor.Finding;
import io.evenkeel.bot.doctor.Finding.Level;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code evenkeel doctor} says of an installation that works, and of each fault. */
final class DoctorStoryTest {
  private static final Pattern COMMIT = Pattern.compile("a commit takes ([0-9.]+) ms");

  @TempDir private static Path folder;
  private static @Nullable Stage opened;

  @BeforeAll
  static void open() throws IOException {
    opened = Stage.inSocketMode(TestDatabase.alone());
  }

  @AfterAll
  static void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  private static Stage stage() {
    if (opened == null) {
      throw new IllegalStateException("the stage is not open");
    }
    return opened;
  }

  /** As that of a bot in Socket Mode that works, and with this. */
  private static Map<String, String> environment(Map<String, String> more) {
    var environment = new HashMap<>(stage().environment());
    environment.put("SLACK_SIGNING_SECRET", "");
    environment.put("SLACK_APP_TOKEN", Settings.APP_TOKEN);
    environment.put("BASE_URL", "http://127.0.0.1:" + stage().port());
    environment.putAll(more);
    return environment;
  }

  private static List<Finding> looked(Map<String, String> more) throws InterruptedException {
    return Checkup.of(environment(more), InstantSource.system());
  }

  /** The disk of a busy machine is as it is; what is said of it must be right. */
  private static boolean slow(Finding one) {
    Matcher took = COMMIT.matcher(one.said());
    return one.about().equals("commit") && took.matches() && Double.parseDouble(took.group(1)) > 50;
  }

  private static Finding failure(Map<String, String> more) throws InterruptedException {
    List<Finding> failures =
        looked(more).stream().filter(one -> one.level() == Level.FAIL).toList();
    assertThat(failures).hasSize(1);
    return failures.getFirst();
  }

  @Test
  void whereAllIsWellEveryLineSaysSo() throws Exception {
    assertThat(looked(Map.of()))
        .allSatisfy(one ->
            assertThat(one.level()).as(one.toString()).isEqualTo(slow(one) ? Level.WARN : Level.OK))
        .extracting(Finding::about)
        .contains(
            "settings",
            "database",
            "schema",
            "role",
            "durability",
            "commit",
            "clock",
            "Slack",
            "bot token",
            "scopes",
            "#incidents",
            "Socket Mode",
            "BASE_URL");
  }

  @Test
  void theCommandPrintsAListAndEndsWithItsLevel() throws Exception {
    Told well = run(environment(Map.of()));
    boolean slow = well.out().contains("warn  commit");
    assertThat(well.code()).as(well.out()).isEqualTo(slow ? 1 : 0);
    assertThat(well.out().lines())
        .filteredOn(line -> !slow || !line.matches("warn  commit .*|  .*"))
        .allSatisfy(line -> assertThat(line).startsWith("ok "));

    Told warned =
        run(
            environment(
                Map.of(
                    "SLACK_SIGNING_SECRET", "not-hexadecimal", "BASE_URL", "http://127.0.0.1:1")));
    assertThat(warned.code()).as(warned.out()).isEqualTo(1);

    Told failed = run(environment(Map.of("SLACK_BOT_TOKEN", "xoxb-other")), "--json");
    assertThat(failed.code()).isEqualTo(2);
    assertThat(failed.out()).startsWith("[{").contains("invalid_auth").doesNotContain("xoxb");
  }

  @Test
  void everyFaultOfTheSettingsIsTold() throws Exception {
    Path file =
        Files.writeString(folder.resolve("wrong.yaml"), "nonsense: 1\ndelivery: {poll: x}\n");
    List<Finding> found =
        looked(Map.of("PORT", "x", "EVENKEEL_CONFIG", file.toString(), "DATABASE_POOL_SIZE", "0"));
    assertThat(found.stream().filter(one -> one.level() == Level.FAIL).map(Finding::said))
        .anySatisfy(said -> assertThat(said).startsWith("PORT"))
        .anySatisfy(said -> assertThat(said).startsWith("DATABASE_POOL_SIZE"))
        .anySatisfy(said -> assertThat(said).contains("nonsense"))
        .anySatisfy(said -> assertThat(said).contains("poll"));
    assertThat(found).extracting(Finding::about).contains("bot token");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamed() throws Exception {
    Finding failure = failure(Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/postgres"));
    assertThat(failure.about()).isEqualTo("database");
    assertThat(failure.said()).contains("Connection refused");
    assertThat(failure.mend()).contains("DATABASE_URL");
  }

  @Test
  void aDatabaseThatIsNotMigratedIsSentToMigrate() throws Exception {
    try (var connection = stage().database.connection();
        var statement = connection.createStatement()) {
      statement.execute("create database unmigrated");
    }
    Finding failure =
        failure(
            Map.of(
                "DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + stage().database.port() + "/unmigrated"));
    assertThat(failure.about()).isEqualTo("schema");
    assertThat(failure.mend()).contains("migrate");
  }

  @Test
  void aUserWithoutTheBotsRoleIsToldWhatToGrant() throws Exception {
    try (var connection = stage().database.connection();
        var statement = connection.createStatement()) {
      statement.execute("create user stranger password 'x'");
    }
    Finding failure = failure(Map.of("DATABASE_USER", "stranger", "DATABASE_PASSWORD", "x"));
    assertThat(failure.about()).isEqualTo("role");
    assertThat(failure.mend()).contains("GRANT evenkeel_app TO \"stranger\"");
  }

  @Test
  void aDatabaseThatAnswersSomeQuestionsIsNotSaidToBeAway() throws Exception {
    try (var connection = stage().database.connection();
        var statement = connection.createStatement()) {
      statement.execute("create database sullen");
      statement.execute("create user guest password 'x'");
    }
    String sullen = "jdbc:postgresql://127.0.0.1:" + stage().database.port() + "/sullen";
    try (var connection = DriverManager.getConnection(sullen, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute(
          "revoke execute on function pg_logical_emit_message(boolean, text, text, boolean)"
              + " from public");
    }
    List<Finding> found =
        looked(Map.of("DATABASE_URL", sullen, "DATABASE_USER", "guest", "DATABASE_PASSWORD", "x"));
    assertThat(found.stream().filter(one -> one.about().equals("database")))
        .extracting(Finding::level)
        .containsExactly(Level.OK, Level.FAIL);
    assertThat(found)
        .anySatisfy(one ->
            assertThat(one.said())
                .contains("answered", "permission denied")
                .doesNotContain("does not answer"));
  }

  @Test
  void aTokenThatSlackRefusesIsTold() throws Exception {
    Finding failure = failure(Map.of("SLACK_BOT_TOKEN", "xoxb-other"));
    assertThat(failure.about()).isEqualTo("bot token");
    assertThat(failure.said()).contains("invalid_auth").doesNotContain("xoxb");
  }

  @Test
  void anAppLevelTokenThatSlackRefusesIsTold() throws Exception {
    Finding failure = failure(Map.of("SLACK_APP_TOKEN", "xapp-other"));
    assertThat(failure.about()).isEqualTo("Socket Mode");
    assertThat(failure.mend()).contains("connections:write");
  }

  @Test
  void aSlackThatIsNotReachedIsTold() throws Exception {
    List<Finding> found = looked(Map.of("SLACK_API_URL", "http://127.0.0.1:1/api/"));
    assertThat(found)
        .anySatisfy(one -> {
          assertThat(one.level()).isEqualTo(Level.FAIL);
          assertThat(one.about()).isEqualTo("Slack");
        });
  }

  @Test
  void eachMissingScopeIsNamedWithWhatItIsForAndWhereToAddIt() throws Exception {
    try (var poor =
        SlackSandbox.start(
            0,
            Settings.forTests(InstantSource.system())
                .withScopes(Set.of("channels:read", "groups:read", "chat:write", "commands")))) {
      List<Finding> found = looked(Map.of("SLACK_API_URL", poor.apiUrl()));
      assertThat(found)
          .contains(
              new Finding(
                  Level.FAIL,
                  "scope reactions:read",
                  "is missing, for 📌 puts a message onto the timeline",
                  "At api.slack.com/apps open the app, OAuth & Permissions, Scopes, Bot Token"
                      + " Scopes, add it, and install the app again"));
      assertThat(found.stream().filter(one -> one.about().startsWith("scope "))).hasSize(18);
    }
  }

  @Test
  void anAnnouncementChannelThatIsNotThereIsTold() throws Exception {
    Path file =
        Files.writeString(folder.resolve("channel.yaml"), "channels: {announcement: nowhere}\n");
    Finding failure = failure(Map.of("EVENKEEL_CONFIG", file.toString()));
    assertThat(failure.about()).isEqualTo("#nowhere");
  }

  @Test
  void aClockThatIsOffIsToldTwice() throws Exception {
    Instant ahead = InstantSource.system().instant().plus(Duration.ofMinutes(20));
    List<Finding> found = Checkup.of(environment(Map.of()), () -> ahead);
    assertThat(found.stream().filter(one -> one.about().equals("clock")))
        .extracting(Finding::level)
        .containsExactly(Level.WARN, Level.FAIL);
  }

  private record Told(int code, String out) {}

  private static Told run(Map<String, String> environment, String... more) throws Exception {
    var line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It is over before the second compiler pays.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.evenkeel.bot.Main",
                "doctor"));
    line.addAll(List.of(more));
    Path out = folder.resolve("doctor-" + System.nanoTime() + ".txt");
    var builder =
        new ProcessBuilder(line)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Told(process.exitValue(), Files.readString(out));
  }
}
