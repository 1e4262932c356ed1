package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.prometheus.Measured;
import io.evenkeel.bot.prometheus.Prometheus;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.CommandLine;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The quarterly drill as it is run: an experiment on Evenkeel's own Postgres, by its own commands,
 * measured by a real Prometheus that scrapes it. The report is left in {@code target}.
 */
@Tag("long")
@ExtendWith(ShowLogs.class)
final class FailoverDrillTest {
  private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");

  private static final String EXPERIMENT =
      """
      name: database-failover
      title: The database's primary dies
      service: evenkeel
      severity: SEV-2
      hypothesis: A standby takes over within 20 seconds, and nothing that was acknowledged is lost.
      steady_state:
        - {name: Postgres answers, promql: max(evenkeel_database_up), at_least: 1, tolerate: 20s}
        - name: commands that are recorded
          promql: |
            sum(rate(evenkeel_commands_total{outcome="answered"}[4s]))
              / sum(rate(evenkeel_commands_total[4s]))
          at_least: 0.99
          tolerate: 20s
        - {name: Slack is reached, promql: 1 - max(evenkeel_slack_halted), at_least: 1}
      perturbation: [Kill the primary of Postgres, Promote its standby]
      abort_if:
        - name: Postgres has been away for 30 s
          promql: max_over_time(max(evenkeel_database_up)[30s:1s])
          at_most: 0
        - A real incident begins
      rollback: [Look whether the standby takes writes]
      observe: 6s
      every: 1s
      recovery: 30s
      """;

  @TempDir private Path folder;
  private final Postgres primary = Postgres.migrated();
  private final Postgres standby = primary.standby();

  @Test
  void anExperimentOnItsOwnPostgresIsRunMeasuredAndReported() throws Exception {
    if (!Files.isExecutable(PROMETHEUS)) {
      assertThat(System.getenv("EVENKEEL_REQUIRE_ALL")).isNotEqualTo("1");
      System.err.println("DRILL TEST SKIPPED: there is no " + PROMETHEUS + ".");
      Assumptions.abort("no " + PROMETHEUS);
    }
    Files.writeString(
        Files.createDirectory(folder.resolve("experiments")).resolve("failover.yaml"), EXPERIMENT);
    int port = free();
    String yaml =
        BotSettings.TENTH.replace("posts_per_second: 10", "posts_per_second: 1000")
            + "schedule: {look_every: 300ms}\n"
            + "prometheus: {url: \"http://127.0.0.1:%d\"}\n".formatted(port)
            + "experiments: %s\n".formatted(folder.resolve("experiments"));
    var office =
        new Office(
            "jdbc:postgresql://%s,%s/postgres?user=postgres"
                .formatted(primary.address(), standby.address()),
            yaml);
    Process scraping = null;
    var over = new AtomicBoolean();
    Thread typist = Thread.ofVirtual().unstarted(() -> typesOn(office, over));
    try {
      office.bot.ready();
      office.declare(1);
      scraping = prometheus(port, office.bot.port());
      typist.start();
      run(office, new Prometheus(URI.create("http://127.0.0.1:" + port), null));
      over.set(true);
      typist.join(Duration.ofSeconds(10));
      office.holds("7", 1, standby.url(), "an experiment on its own Postgres, run as a drill");
    } finally {
      over.set(true);
      if (typist.isAlive()) {
        typist.join(Duration.ofSeconds(10));
      }
      if (scraping != null) {
        scraping.destroy();
        scraping.waitFor(10, TimeUnit.SECONDS);
      }
      office.close();
      standby.close();
      primary.close();
    }
  }

  private void run(Office office, Prometheus seen) throws IOException {
    assertThat(office.say("drill run database-failover").said())
        .contains("INC-2 DRILL: The database's primary dies");
    at(office, "[2/6]");
    primary.kill();
    Waiting.until("it was seen that Postgres is away", () -> away(seen));
    standby.promote();
    Waiting.until(
        "the first step is done", () -> said(office, "drill next 2 --incident-id INC-2", "Now: ["));
    Waiting.until(
        "the second step is done",
        () -> said(office, "drill next 3 --incident-id INC-2", "Now: ["));
    at(office, "[5/6]");
    Waiting.until(
        "the rollback is done", () -> said(office, "drill next 5 --incident-id INC-2", "Now: ["));
    at(office, "Drill over.");
    String report = CommandLine.run(standby.url(), "drill", "report", "INC-2").said();
    Files.writeString(Path.of("target/drill-report.md"), report);
    assertThat(report)
        .contains("Result: The hypothesis held.")
        .containsPattern("\\| Postgres answers \\| .* \\| 1 \\| 0 to 1 \\(\\d+ measured\\) \\|")
        .contains("| [2/6] | Kill the primary of Postgres |");
    System.out.println(
        report
            .lines()
            .filter(line -> line.startsWith("| Postgres answers"))
            .findFirst()
            .orElse(""));
    seen.close();
  }

  /** For three seconds, as Prometheus has scraped it. */
  private static boolean away(Prometheus seen) {
    var asked =
        seen.query(
            "count_over_time((max(evenkeel_database_up) == 0)[20s:1s]) >= 3",
            InstantSource.system().instant());
    return asked instanceof Measured.Value;
  }

  /** People go on working meanwhile. */
  private static void typesOn(Office office, AtomicBoolean over) {
    while (!over.get()) {
      office.say(office.marked("note work goes on --incident-id INC-1"));
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static void at(Office office, String step) {
    Waiting.until(
        "the drill is at " + step,
        Duration.ofSeconds(60),
        () -> said(office, "drill status --incident-id INC-2", step));
  }

  private static boolean said(Office office, String text, String words) {
    return office.say(text).said().contains(words);
  }

  private Process prometheus(int port, int target) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("prometheus.yaml"),
            """
            global: {scrape_interval: 1s, scrape_timeout: 1s}
            scrape_configs:
              - job_name: evenkeel
                static_configs: [{targets: ["127.0.0.1:%d"]}]
            """
                .formatted(target));
    return new ProcessBuilder(
            PROMETHEUS.toString(),
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port,
            "--log.level=warn")
        .inheritIO()
        .start();
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
