package io.evenkeel.bot.cli;

import io.evenkeel.alert.Grade;
import io.evenkeel.alert.Route;
import io.evenkeel.alert.Route.What;
import io.evenkeel.incident.SeverityScale;
import java.util.ArrayList;
import java.util.List;

/** How bad alerts are taken to be where a route does not say it. */
record RouteSeverities(SeverityScale scale) {
  /** What monitoring calls its worst, and what the scale does not know by itself. */
  private static final String CRITICAL = "critical";

  List<String> lines(List<Route> routes) {
    var lines = new ArrayList<String>();
    List<Route> heard = routes.stream().filter(route -> route.what() != What.IGNORE).toList();
    List<String> silent =
        heard.stream()
            .filter(route -> route.severity().equals(Grade.USUAL))
            .map(Route::name)
            .toList();
    String critical = scale.find(CRITICAL).orElse(scale.assumed()).name();
    String worst = scale.levels().getFirst().severity().name();
    if (!silent.isEmpty()) {
      lines.add(
          (silent.size() == 1 ? "Route " : "Routes ")
              + String.join(", ", silent)
              + (silent.size() == 1 ? " says" : " say")
              + " no severity: the label severity counts where it is one of the scale, such as "
              + worst
              + ", and anything else is "
              + scale.assumed()
              + ". So critical is "
              + critical
              + "."
              + (critical.equals(worst) ? "" : " Write " + mend(worst) + "."));
    }
    heard.stream()
        .filter(route -> !silent.contains(route.name()) && forgets(route.severity()))
        .forEach(route ->
            lines.add(
                "Route "
                    + route.name()
                    + " does not say what critical is: it is "
                    + critical
                    + ". Write critical: "
                    + worst
                    + " behind its severity:, if that is meant."));
    return lines;
  }

  private static String mend(String worst) {
    return "severity: {label: severity, critical: " + worst + "}, if that is meant";
  }

  private boolean forgets(Grade grade) {
    return "severity".equals(grade.label())
        && !grade.words().containsKey(CRITICAL)
        && scale.find(CRITICAL).isEmpty();
  }
}
