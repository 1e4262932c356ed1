package io.evenkeel.slo.rules;

import io.evenkeel.slo.BurnAlert.Urgency;
import io.evenkeel.slo.Figures;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Groups of rules as Prometheus reads them. For each objective the share that was bad over each
 * time that an alert looks at ({@code slo:bad:ratio_rate5m} and so on) and over its window ({@code
 * slo:bad:ratio_window}), its target, what is left of its budget, and one alert that pages and one
 * that makes a ticket (multiwindow, multi-burn-rate: Google's SRE Workbook, "Alerting on SLOs").
 */
public final class PrometheusRules {
  /** Always recorded, as boards show them. */
  private static final List<Duration> SHOWN = List.of(Duration.ofMinutes(5), Duration.ofHours(1));

  /** From this time on it is enough to look every two minutes. */
  private static final Duration LONG = Duration.ofDays(1);

  private final StringBuilder text = new StringBuilder();

  private PrometheusRules() {}

  /** The file; what is the same is written the same. */
  public static String of(Objectives objectives) {
    var rules = new PrometheusRules();
    rules.line("# Written by evenkeel slo rules. Change the objectives, not this file.");
    rules.line("groups:" + (objectives.all().isEmpty() ? " []" : ""));
    objectives.all().forEach(rules::add);
    return rules.text.toString();
  }

  private void add(Objective objective) {
    SortedMap<String, String> own = new TreeMap<>();
    own.put("service", objective.service());
    own.put("slo", objective.name());
    SortedSet<Duration> times = new TreeSet<>(SHOWN);
    for (Condition condition : Condition.of(objective)) {
      times.add(condition.alert().shortTime());
      times.add(condition.alert().longTime());
    }
    group("slo " + objective.key(), heading(objective));
    record("slo:maintenance:max", Expressions.maintained(objective.service()), own);
    times.headSet(LONG).forEach(time -> share(objective, time, own));
    events(objective, own, false);
    for (Urgency urgency : Urgency.values()) {
      alert(objective, urgency, own);
    }
    group("slo " + objective.key() + ", long", "");
    line("    interval: 2m");
    line("    rules:");
    times.tailSet(LONG).forEach(time -> share(objective, time, own));
    events(objective, own, true);
    budget(objective, own);
  }

  private void budget(Objective objective, SortedMap<String, String> own) {
    String window = Ranges.promql(Ranges.length(objective.window()));
    BigDecimal allowed = objective.target().allowed();
    record("slo:bad:ratio_window", objective.indicator().share(window), own);
    record(
        "slo:target:ratio",
        "vector(" + Expressions.plain(BigDecimal.ONE.subtract(allowed)) + ")",
        own);
    record("slo:allowed:ratio", "vector(" + Expressions.plain(allowed) + ")", own);
    String selector = Yaml.selector(own);
    record(
        "slo:budget_left:ratio",
        "1 - slo:bad:ratio_window" + selector + " / slo:allowed:ratio" + selector,
        own);
  }

  private static String heading(Objective objective) {
    return "%s over %s; alerts from %s times as fast as allowed%s"
        .formatted(
            objective.target(),
            Ranges.words(objective.window()),
            Condition.of(objective).stream()
                .map(one -> Figures.times(one.rate()))
                .collect(Collectors.joining(", ")),
            objective.quietBelow() == 0 ? "" : ", quiet below " + objective.quietBelow());
  }

  private void group(String name, String comment) {
    line("  - name: " + Yaml.quoted(name) + (comment.isEmpty() ? "" : " # " + comment));
    if (!comment.isEmpty()) {
      line("    rules:");
    }
  }

  private void share(Objective objective, Duration time, SortedMap<String, String> own) {
    String range = Ranges.promql(time);
    record(
        "slo:bad:ratio_rate" + range, Expressions.rounded(objective.indicator().share(range)), own);
  }

  /** How much there was in the long times of its alerts, where they look at that. */
  private void events(Objective objective, SortedMap<String, String> own, boolean rarely) {
    if (objective.quietBelow() == 0) {
      return;
    }
    Condition.of(objective).stream()
        .map(one -> one.alert().longTime())
        .filter(time -> time.compareTo(LONG) >= 0 == rarely)
        .sorted()
        .forEach(time -> {
          String range = Ranges.promql(time);
          record("slo:valid:increase" + range, objective.indicator().events(time, range), own);
        });
  }

  private void record(String name, String expression, SortedMap<String, String> labels) {
    line("      - record: " + name);
    line("        labels: " + Yaml.labels(labels));
    line("        expr: " + Yaml.line(expression));
  }

  private void alert(Objective objective, Urgency urgency, SortedMap<String, String> own) {
    List<Condition> conditions = Condition.of(objective, urgency);
    if (conditions.isEmpty()) {
      return;
    }
    var labels = new TreeMap<String, String>(objective.labels());
    labels
        .keySet()
        .removeIf(name -> !name.matches("[a-zA-Z_][a-zA-Z0-9_]*") || name.startsWith("__"));
    labels.remove("alertname");
    labels.replaceAll((_, value) -> Words.literal(value));
    labels.putAll(own);
    String severity = Words.severity(urgency);
    labels.put("severity", severity);
    line("      - alert: " + Words.name(urgency));
    line("        labels: " + Yaml.labels(labels));
    line("        expr: >-");
    String selector = Yaml.selector(own);
    for (int i = 0; i < conditions.size(); i++) {
      line(
          "          "
              + (i == 0 ? "" : "or ")
              + Expressions.burns(objective, conditions.get(i), selector));
    }
    line("        annotations:");
    line("          summary: " + Yaml.quoted(Words.summary(objective)));
    line("          description: " + Yaml.quoted(Words.description(objective, conditions)));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
