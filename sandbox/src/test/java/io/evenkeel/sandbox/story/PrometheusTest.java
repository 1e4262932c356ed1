package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.faults.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus scrapes a running bot, with the rules and the boards of the chart. */
@TestMethodOrder(OrderAnnotation.class)
final class PrometheusTest {
  private static final Path FILES = Path.of("../helm/files");

  /** A metric as rules and boards name it, with what stands in braces behind it. */
  private static final Pattern SELECTOR =
      Pattern.compile("\\b((?:evenkeel[_:]|jvm_|process_)[a-zA-Z0-9_:]+)(\\{[^}]*})?");

  @TempDir private static Path folder;
  private static Stage stage;
  private static Door door;
  private static Prometheus prometheus;

  @BeforeAll
  static void start() throws Exception {
    Promtool.program("prometheus");
    stage = Stage.looking();
    // It looks for its targets after 5 s: meanwhile the bot gets something to tell.
    door = new Door(stage.port());
    door.close();
    prometheus = Prometheus.start(folder, rules(), door.port());
    stage.say("alice", "general", "declare api is down --severity SEV-1 --detected 14:20");
    stage.say("alice", "general", "mitigate INC-1");
    stage.say("alice", "general", "resolve INC-1 more connections");
    stage.say("alice", "general", "declare hidden word --severity SEV-4 --private --new");
    // The last one, as the others' topics would have to wait too.
    stage.slack.faults().add(Fault.once("conversations.setTopic", Fault.Kind.RATELIMITED));
    stage.say("alice", "general", "declare checkout is slow --severity SEV-2 --new");
    stage.get("/nowhere", null);
    System.gc();
    Stage.eventually("it is looked for what is due", () -> figure("evenkeel_due_looks_total") >= 2);
    // This story's clock is not the database's: what is delivered while it is scraped looks late.
    Stage.eventually("all is in Slack", () -> figure("evenkeel_effects{state=\"pending\"}") == 0);
    door.open();
    Stage.eventually("the bot is scraped", () -> prometheus.series("evenkeel_build_info") == 1);
  }

  private static double figure(String name) {
    return stage
        .get("/metrics", null)
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @AfterAll
  static void stop() throws Exception {
    prometheus.stop();
    door.remove();
    stage.close();
  }

  @Test
  @Order(1)
  void promtoolFindsNoFaultWithAScrape() throws Exception {
    String scrape = stage.get("/metrics", null).body();
    Promtool.finds("check metrics", scrape, "check", "metrics");
    assertThat(scrape).doesNotContain("hidden", "SEV-4", "xoxb", "# HELP evenkeel_http_request \n");
    Files.writeString(Path.of("target/scrape.txt"), scrape);
    long began = System.nanoTime();
    stage.get("/metrics", null);
    System.out.printf(
        "scrape: %d series, %.1f ms%n",
        scrape.lines().filter(line -> !line.startsWith("#")).count(),
        (System.nanoTime() - began) / 1e6);
  }

  @Test
  @Order(2)
  void everyMetricThatRulesAndBoardsNameIsThere() throws Exception {
    var missing = new TreeSet<String>();
    for (String expression : expressions()) {
      assertThat(prometheus.series("(" + expression + ") or vector(1)")).isPositive();
      var named = SELECTOR.matcher(expression);
      while (named.find()) {
        missing.add(named.group());
      }
    }
    assertThat(missing).hasSizeGreaterThan(50);
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!missing.isEmpty() && System.nanoTime() - deadline < 0) {
      missing.removeIf(selector -> prometheus.series(selector) > 0);
      LockSupport.parkNanos(100_000_000);
    }
    assertThat(missing).as("what no scrape has").isEmpty();
  }

  @Test
  @Order(3)
  void nothingFiresWhileAllIsWell() {
    assertThat(prometheus.firing()).isEmpty();
  }

  @Test
  @Order(4)
  void anAlertFiresWhenEffectsStallAndEndsWhenTheyGoOn() {
    stage.slack.faults().add(Fault.always("conversations.create", Fault.Kind.ERROR, 0));
    stage.say("alice", "general", "declare slack is away --new");
    Stage.eventually("it fires", () -> prometheus.firing().contains("EvenkeelEffectsStall"));
    stage.slack.faults().clear();
  }

  @Test
  @Order(5)
  void anAlertFiresWhenTheDatabaseIsAwayAndIncidentsAreStillTold() throws Exception {
    stage.door().close();
    Stage.eventually("it fires", () -> prometheus.firing().contains("EvenkeelDatabaseAway"));
    assertThat(prometheus.series("evenkeel_incidents{severity=\"SEV-1\"}")).isPositive();
    assertThat(prometheus.firing()).doesNotContain("EvenkeelAway");
    stage.door().open();
    Stage.eventually("it ends", () -> !prometheus.firing().contains("EvenkeelDatabaseAway"));
  }

  /** The chart's own with the patience of a test. */
  private static String rules() throws IOException {
    return Files.readString(FILES.resolve("rules.yaml"))
        .replace("interval: 1m", "interval: 1s")
        .replace("offset 3m", "offset 5s")
        .replaceAll("for: [0-9]+m", "for: 2s")
        .replace("oldest_seconds) > 120", "oldest_seconds) > 2");
  }

  private static List<String> expressions() throws IOException {
    var all = new ArrayList<String>();
    for (String board : List.of("bot", "incidents")) {
      JsonNode json =
          JsonMapper.builder()
              .build()
              .readTree(Files.readString(FILES.resolve("dashboards/" + board + ".json")));
      json.findValuesAsString("expr").forEach(all::add);
    }
    assertThat(all).hasSizeGreaterThan(40);
    all.replaceAll(query ->
        query.replace("$namespace", ".*").replace("$job", ".*").replace("$__rate_interval", "1m"));
    var rule = Pattern.compile("expr: (?:>-\\n)?((?:.+\\n)(?: {10}.+\\n)*)").matcher(rules());
    while (rule.find()) {
      all.add(rule.group(1).strip());
    }
    return all;
  }
}
