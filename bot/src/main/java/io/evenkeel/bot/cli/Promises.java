package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.slo.Budget;
import io.evenkeel.slo.BurnAlert.Urgency;
import io.evenkeel.slo.Figures;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.rules.Condition;
import io.evenkeel.slo.rules.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What comes of the objectives: how much each allows, and from which burn rate on it alerts. */
final class Promises {
  private Promises() {}

  static List<String> lines(Installation house) {
    List<Objective> all = house.signals().slos().objectives().all();
    var lines = new ArrayList<>(all.stream().map(Promises::line).toList());
    if (!all.isEmpty() && house.signals().prometheus() == null) {
      lines.add(
          "Nobody measures these objectives, as no Prometheus is named. Write prometheus: {url:"
              + " …}.");
    }
    return lines;
  }

  private static String line(Objective objective) {
    Budget budget = Budget.whole(objective.target(), Ranges.length(objective.window()));
    String pages = rates(objective, Urgency.PAGE);
    String tickets = rates(objective, Urgency.TICKET);
    return "Objective %s (%s): %s over %s allows %s min; %s, %s"
        .formatted(
            objective.key(),
            objective.indicator().kind().word(),
            objective.target(),
            Ranges.words(objective.window()),
            Figures.minutes(budget.total()),
            pages.isEmpty() ? "never pages" : "pages from " + pages + " times",
            tickets.isEmpty() ? "never makes a ticket" : "tickets from " + tickets + " times");
  }

  private static String rates(Objective objective, Urgency urgency) {
    return Condition.of(objective).stream()
        .filter(one -> one.alert().urgency() == urgency)
        .map(one -> Figures.times(one.rate()))
        .collect(Collectors.joining(" and "));
  }
}
