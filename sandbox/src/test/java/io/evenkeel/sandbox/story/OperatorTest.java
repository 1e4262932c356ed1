package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.TestDatabase;
import io.evenkeel.sandbox.faults.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs the bot reads in /readyz, /healthz and /metrics while something is wrong. */
final class OperatorTest {
  @TempDir private static Path folder;
  private static Stage stage;

  @BeforeAll
  static void start() throws IOException {
    stage = Stage.withDoor(TestDatabase.alone());
    Path config = Files.writeString(folder.resolve("evenkeel.yaml"), "delivery: {probe: 500ms}\n");
    stage.startBot(Map.of("EVENKEEL_CONFIG", config.toString()));
    stage.ready();
  }

  @AfterAll
  static void stop() throws IOException {
    stage.close();
  }

  @Test
  void metricsTellWhatWaitsAndWhatSlackSaid() {
    stage.say("alice", "general", "declare metrics are wanted --new");
    shows("evenkeel_slack_calls_total{method=\"conversations.create\",outcome=\"ok\"}");
    shows("evenkeel_slack_calls_total{method=\"chat.postMessage\",outcome=\"ok\"}");
    assertThat(metrics())
        .contains(
            "evenkeel_slack_call_seconds_count{method=\"conversations.create\"}",
            "evenkeel_slack_acknowledged_seconds_bucket{le=\"0.1\"}",
            "evenkeel_effects{state=\"unknown\"} 0.0",
            "evenkeel_effects{state=\"parked\"} ",
            "evenkeel_effect_retries_total ",
            "evenkeel_sweeps_total ",
            "evenkeel_swept_total ",
            "evenkeel_slack_halted 0.0",
            "evenkeel_database_connections{pool=\"commands\",state=\"idle\"}")
        .doesNotContain("xoxb");
    shows("evenkeel_effects{state=\"pending\"} 0.0");
    shows("evenkeel_effects_oldest_seconds 0.0");
  }

  @Test
  void whileTheDatabaseIsAwayItsFiguresAreNoNumbersAndAScrapeIsShort() throws Exception {
    stage.door().close();
    shows("evenkeel_effects{state=\"pending\"} NaN");
    shows("evenkeel_effects_oldest_seconds NaN");
    long began = System.nanoTime();
    metrics();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    assertThat(stage.get("/readyz", null).body())
        .contains(
            "Postgres does not answer",
            "\"name\":\"commands\",\"works\":false,\"since\":\"2026-03-10T14:");
    stage.door().open();
    stage.ready();
    shows("evenkeel_effects{state=\"pending\"} 0.0");
  }

  @Test
  void whileSlackRefusesTheTokenCommandsAreTakenAndItIsSaid() {
    stage.slack.faults().add(Fault.always("*", Fault.Kind.REVOKED, 0));
    assertThat(stage.say("alice", "general", "declare nobody hears us --new")).contains("Declared");
    shows("evenkeel_slack_halted 1.0");
    for (String path : new String[] {"/readyz", "/healthz"}) {
      var answer = stage.get(path, null);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("Slack refuses the bot's token (token_revoked): commands are recorded");
    }
    shows("outcome=\"token_revoked\"}");
    stage.slack.faults().clear();
    shows("evenkeel_slack_halted 0.0");
    assertThat(stage.get("/readyz", null).body()).doesNotContain("token");
  }

  @Test
  void aServerThatTakesNoWritesIsNotReadyAndItIsSaidWhy() {
    set("default_transaction_read_only = on");
    says503("Postgres takes no writes, as a standby does");
    assertThat(stage.once("alice", "general", "declare on a standby --new"))
        .contains("NOT recorded");
    set("default_transaction_read_only = off");
    stage.ready();
    assertThat(stage.say("alice", "general", "declare on a primary --new")).contains("Declared");
  }

  @Test
  void aServerThatConfirmsNoWritesIsNotReadyAndItIsSaidWhy() {
    set("synchronous_standby_names = 'away'");
    says503("Postgres does not confirm writes in time");
    set("synchronous_standby_names = ''");
    stage.ready();
  }

  private static void says503(String words) {
    Stage.eventually("/readyz says why", () -> stage.get("/readyz", null).body().contains(words));
    assertThat(stage.get("/readyz", null).statusCode()).isEqualTo(503);
  }

  private static void shows(String line) {
    Stage.eventually("/metrics shows " + line, () -> metrics().contains(line));
  }

  private static String metrics() {
    return stage.get("/metrics", null).body();
  }

  /** Past the bot, and also where the server takes no writes. */
  private static void set(String setting) {
    try (var connection = stage.database.connection();
        var sql = connection.createStatement()) {
      sql.execute("alter system set " + setting);
      sql.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IllegalStateException(setting, e);
    }
  }
}
