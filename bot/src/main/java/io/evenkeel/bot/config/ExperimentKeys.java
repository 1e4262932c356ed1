package io.evenkeel.bot.config;

import io.evenkeel.drill.AbortCondition;
import io.evenkeel.drill.Bound;
import io.evenkeel.drill.Experiment;
import io.evenkeel.drill.Probe;
import io.evenkeel.drill.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One experiment as a file has it. docs/drills.md shows all keys.
 *
 * <pre>
 * name: database-failover
 * title: The database's primary dies
 * hypothesis: Commands are answered again within a minute.
 * steady_state:
 *   - {name: answered commands, promql: "…", at_least: 0.99, tolerate: 60s}
 * perturbation:
 *   - Tell everybody in the office that it begins
 *   - {do: Kill the primary, chaos_mesh: pod-kill.yaml}
 * abort_if:
 *   - {name: lost commands, promql: "…", at_least: 1}
 *   - Customers write to support
 * rollback: [Delete the PodChaos]
 * observe: 5m
 * </pre>
 */
final class ExperimentKeys {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,59}";
  private static final int LONGEST = 1_000;
  private static final int MOST = 20;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofHours(24);

  private final ExperimentFolder.Beside files;

  ExperimentKeys(ExperimentFolder.Beside files) {
    this.files = files;
  }

  /** The experiment, as far as it can be read; what is wrong stands among the faults. */
  Optional<Experiment> read(YamlKey key) {
    key.only(
        "name",
        "title",
        "service",
        "severity",
        "hypothesis",
        "steady_state",
        "perturbation",
        "expected",
        "abort_if",
        "rollback",
        "observe",
        "every",
        "recovery");
    String name =
        key.at("name")
            .matching(NAME, "lower-case words with hyphens, such as database-failover")
            .orElseGet(() -> key.at("name").required("its name, such as database-failover"));
    List<Probe> steady = steady(key.at("steady_state"));
    List<Step> perturbation = steps(key.at("perturbation"));
    if (perturbation.isEmpty() && !key.at("perturbation").present()) {
      key.at("perturbation").fault("is missing", "Write what people do, one step in each line");
    }
    List<Step> rollback = steps(key.at("rollback"));
    if (!key.at("rollback").present()) {
      key.at("rollback")
          .fault("is missing", "Write how it is taken back, or rollback: [] if nothing has to be");
    }
    String title = words(key.at("title"), "what happens, such as The database's primary dies");
    String hypothesis =
        words(key.at("hypothesis"), "what should hold, such as Commands are answered within 60 s");
    List<AbortCondition> abort = aborts(key.at("abort_if"));
    Duration every =
        key.at("every").duration(SHORTEST, Duration.ofMinutes(10)).orElse(Duration.ofSeconds(10));
    Duration observe = key.at("observe").duration(SHORTEST, DAY).orElse(Duration.ofMinutes(5));
    Duration recovery = key.at("recovery").duration(SHORTEST, DAY).orElse(Duration.ofMinutes(10));
    if (steady.isEmpty() || perturbation.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Experiment(
            name,
            title,
            key.at("service").text().orElse(null),
            key.at("severity").text().orElse(null),
            hypothesis,
            steady,
            perturbation,
            key.at("expected").text().orElse(null),
            abort,
            rollback,
            observe,
            every,
            recovery));
  }

  private static List<Probe> steady(YamlKey key) {
    if (!key.present()) {
      key.fault("is missing", "Write what shows that all is well, with a promql: for each");
      return List.of();
    }
    var probes = new ArrayList<Probe>();
    var names = new HashSet<String>();
    for (YamlKey item : few(key)) {
      item.only("name", "promql", "at_least", "at_most", "between", "unit", "tolerate");
      String name = words(item.at("name"), "what it shows, such as answered commands");
      if (!names.add(name)) {
        item.at("name").fault("is used twice", "Give each its own name");
      }
      String promql = words(item.at("promql"), "what Prometheus is asked");
      Bound bound = bound(item);
      Duration tolerate =
          item.at("tolerate").duration(Duration.ofSeconds(1), DAY).orElse(Duration.ZERO);
      if (bound != null) {
        probes.add(new Probe(name, promql, bound, item.at("unit").text().orElse(""), tolerate));
      }
    }
    return probes;
  }

  private static List<AbortCondition> aborts(YamlKey key) {
    var all = new ArrayList<AbortCondition>();
    for (YamlKey item : few(key)) {
      if (!item.isGroup()) {
        all.add(new AbortCondition(words(item, "what a person has to see"), null, null, ""));
        continue;
      }
      item.only("name", "promql", "at_least", "at_most", "between", "unit");
      String name = words(item.at("name"), "what it is, such as failed commands");
      String promql = words(item.at("promql"), "what Prometheus is asked");
      Bound bound = bound(item);
      if (bound != null) {
        all.add(new AbortCondition(name, promql, bound, item.at("unit").text().orElse("")));
      }
    }
    return all;
  }

  private static @Nullable Bound bound(YamlKey item) {
    Optional<BigDecimal> least = item.at("at_least").decimal();
    Optional<BigDecimal> most = item.at("at_most").decimal();
    YamlKey between = item.at("between");
    if (between.present()) {
      List<Optional<BigDecimal>> ends = between.items().stream().map(YamlKey::decimal).toList();
      if (ends.size() != 2 || least.isPresent() || most.isPresent()) {
        between.fault("is no pair of numbers alone", "Write between: [2, 4], and no other bound");
        return null;
      }
      least = ends.get(0);
      most = ends.get(1);
    }
    if (least.isEmpty() && most.isEmpty()) {
      if (!between.present() && !item.at("at_least").present() && !item.at("at_most").present()) {
        item.fault("has no bound", "Write at_least:, at_most: or between: [2, 4]");
      }
      return null;
    }
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      item.fault("has a bound that nothing can be within", "Write the smaller number first");
      return null;
    }
    return new Bound(least.orElse(null), most.orElse(null));
  }

  private List<Step> steps(YamlKey key) {
    return few(key).stream().map(this::step).toList();
  }

  private Step step(YamlKey item) {
    if (!item.isGroup()) {
      return new Step(words(item, "what a person does"), null, null);
    }
    item.only("do", "run", "chaos_mesh", "chaos_toolkit");
    Optional<ChaosFile> mesh = files.of(item.at("chaos_mesh"), true);
    Optional<ChaosFile> file = mesh.or(() -> files.of(item.at("chaos_toolkit"), false));
    String run = item.at("run").text().or(() -> file.map(ChaosFile::command)).orElse(null);
    String reference = file.map(ChaosFile::words).orElse(null);
    return new Step(words(item.at("do"), "what a person does"), run, reference);
  }

  private static List<YamlKey> few(YamlKey key) {
    List<YamlKey> items = key.listed();
    if (items.size() > MOST) {
      key.fault("has more than " + MOST + " items", "Make two experiments of it");
    }
    return items;
  }

  /** Required words of a length that fits a post. */
  private static String words(YamlKey key, String what) {
    String words = key.required(what);
    if (words.length() > LONGEST) {
      key.fault("is too long", "Write up to " + LONGEST + " characters");
    }
    return words;
  }
}
