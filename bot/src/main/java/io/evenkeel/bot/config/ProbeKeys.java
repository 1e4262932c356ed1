package io.evenkeel.bot.config;

import io.evenkeel.drill.AbortCondition;
import io.evenkeel.drill.Bound;
import io.evenkeel.drill.Probe;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an experiment looks at: what shows that all is well, and when it is broken off. */
final class ProbeKeys {
  private ProbeKeys() {}

  static List<Probe> steady(YamlKey key) {
    if (!key.present()) {
      key.fault("is missing", "Write what shows that all is well, with a promql: for each");
      return List.of();
    }
    var probes = new ArrayList<Probe>();
    var names = new HashSet<String>();
    for (YamlKey item : ExperimentKeys.few(key)) {
      item.only("name", "promql", "at_least", "at_most", "between", "unit", "tolerate");
      String name =
          ExperimentKeys.words(item.at("name"), "what it shows, such as answered commands");
      if (!names.add(name)) {
        item.at("name").fault("is used twice", "Give each its own name");
      }
      String promql = ExperimentKeys.words(item.at("promql"), "what Prometheus is asked");
      Bound bound = bound(item);
      Duration tolerate =
          item.at("tolerate")
              .duration(Duration.ofSeconds(1), ExperimentKeys.DAY)
              .orElse(Duration.ZERO);
      if (bound != null) {
        probes.add(new Probe(name, promql, bound, item.at("unit").text().orElse(""), tolerate));
      }
    }
    return probes;
  }

  static List<AbortCondition> aborts(YamlKey key) {
    var all = new ArrayList<AbortCondition>();
    for (YamlKey item : ExperimentKeys.few(key)) {
      if (!item.isGroup()) {
        all.add(
            new AbortCondition(
                ExperimentKeys.words(item, "what a person has to see"), null, null, ""));
        continue;
      }
      item.only("name", "promql", "at_least", "at_most", "between", "unit");
      String name = ExperimentKeys.words(item.at("name"), "what it is, such as failed commands");
      String promql = ExperimentKeys.words(item.at("promql"), "what Prometheus is asked");
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
}
