package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Indicator.Kind;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Target;
import io.evenkeel.slo.Window;
import java.util.List;
import java.util.Optional;

/**
 * Sloth's {@code version: prometheus/v1} (github.com/slok/sloth, pkg/prometheus/api/v1). Its alerts
 * and plugins are Sloth's own and left aside; its window is 30 days unless {@code window:} says
 * another, which Sloth itself takes from its command line.
 */
final class Sloth {
  private Sloth() {}

  static boolean is(Part document) {
    return document
        .at("version")
        .text()
        .filter(version -> version.contains("prometheus/"))
        .isPresent();
  }

  static List<Optional<Objective>> read(Part document) {
    if (!document.at("version").text().equals(Optional.of("prometheus/v1"))) {
      document.at("version").error("is not a version that is read", "Write prometheus/v1");
      return List.of();
    }
    document.only("version", "service", "labels", "slos", "slo_plugins", "window");
    Optional<String> service = document.at("service").name("the service's name");
    Optional<Window> window =
        document.at("window").present()
            ? Windows.shortly(document.at("window"))
            : Optional.of(new Window.Rolling(30));
    if (!document.at("slos").present()) {
      document.at("slos").error("is missing", "List the objectives below it");
    }
    return document.at("slos").items().stream()
        .map(slo -> one(slo, document, service, window))
        .toList();
  }

  private static Optional<Objective> one(
      Part slo, Part document, Optional<String> service, Optional<Window> window) {
    slo.only("name", "objective", "description", "labels", "sli", "alerting", "plugins");
    Optional<String> name = slo.at("name").name("a name for it, such as availability");
    Optional<Target> target = Targets.percent(slo.at("objective"));
    Kind kind =
        Kinds.of(
            name.orElse(""),
            slo.at("description").text().orElse(""),
            slo.at("alerting", "labels", "category").text().orElse(""));
    Optional<Indicator> indicator = indicator(slo.at("sli"), kind);
    if (service.isEmpty()
        || name.isEmpty()
        || target.isEmpty()
        || window.isEmpty()
        || indicator.isEmpty()) {
      return Optional.empty();
    }
    var labels = document.at("labels").texts();
    labels.putAll(slo.at("labels").texts());
    return Optional.of(
        new Objective(
            service.get(),
            name.get(),
            slo.at("description").text().orElse(null),
            target.get(),
            window.get(),
            indicator.get(),
            labels));
  }

  private static Optional<Indicator> indicator(Part sli, Kind kind) {
    Part raw = sli.at("raw");
    Part events = sli.at("events");
    if (sli.at("plugin").present()) {
      sli.at("plugin").error("is code of Sloth's, which is not run", "Write events or raw");
      return Optional.empty();
    }
    if (raw.present() == events.present()) {
      sli.error(
          raw.present() ? "has both raw and events" : "does not say what is measured",
          "Write events with error_query and total_query, or raw with error_ratio_query");
      return Optional.empty();
    }
    if (raw.present()) {
      return Queries.read(raw.either("error_ratio_query", "errorRatioQuery"), null)
          .map(query -> Queries.share(kind, query));
    }
    events.only("error_query", "total_query");
    Optional<Promql> bad = Queries.read(events.at("error_query"), null);
    Optional<Promql> total = Queries.read(events.at("total_query"), null);
    return bad.flatMap(errors -> total.map(all -> Queries.bad(kind, errors, all, events)));
  }
}
