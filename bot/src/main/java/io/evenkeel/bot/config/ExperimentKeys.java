package io.evenkeel.bot.config;

import io.evenkeel.drill.AbortCondition;
import io.evenkeel.drill.Experiment;
import io.evenkeel.drill.Probe;
import io.evenkeel.drill.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
  static final Duration DAY = Duration.ofHours(24);

  private final Beside files;

  ExperimentKeys(Beside files) {
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
    List<Probe> steady = ProbeKeys.steady(key.at("steady_state"));
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
    List<AbortCondition> abort = ProbeKeys.aborts(key.at("abort_if"));
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

  static List<YamlKey> few(YamlKey key) {
    List<YamlKey> items = key.listed();
    if (items.size() > MOST) {
      key.fault("has more than " + MOST + " items", "Make two experiments of it");
    }
    return items;
  }

  /** Required words of a length that fits a post. */
  static String words(YamlKey key, String what) {
    String words = key.required(what);
    if (words.length() > LONGEST) {
      key.fault("is too long", "Write up to " + LONGEST + " characters");
    }
    return words;
  }
}
