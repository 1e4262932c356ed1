package io.evenkeel.bot.http;

import io.evenkeel.bot.read.Budgets;
import io.evenkeel.slo.Band;
import io.evenkeel.slo.Budget;
import io.evenkeel.slo.BudgetWords;
import io.evenkeel.slo.BurnRate;
import io.evenkeel.slo.Figures;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Reading;
import io.evenkeel.slo.Stand;
import io.evenkeel.templates.Html;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One objective on its service's page: the picture, the figures, and since when none is known. */
final class BudgetSection {
  private BudgetSection() {}

  static String of(Budgets.Shown shown, Instant now) {
    Stand stand = shown.stand();
    Objective objective = stand.objective();
    var html = new StringBuilder();
    html.append("<h2>").append(Html.escaped(objective.name())).append("</h2>\n");
    String description = objective.description();
    if (description != null) {
      html.append("<p>").append(Html.escaped(description)).append("</p>\n");
    }
    html.append(unmeasured(stand, now));
    html.append(BurnDownPicture.large(shown));
    Reading reading = stand.reading();
    if (reading != null) {
      html.append(figures(objective, reading, stand.fresh(now) != null));
    }
    return html.toString();
  }

  private static String unmeasured(Stand stand, Instant now) {
    Instant since = stand.failingSince();
    String why = stand.failure();
    if (since != null && why != null) {
      return "<p class=\"unmeasured\"><strong>Not measured since %s.</strong> %s</p>\n"
          .formatted(BudgetPages.WHEN.format(since), Html.escaped(why));
    }
    Reading reading = stand.reading();
    if (reading == null) {
      return "<p class=\"unmeasured\"><strong>Not measured yet.</strong> No Prometheus has been"
          + " asked.</p>\n";
    }
    return stand.fresh(now) == null
        ? "<p class=\"unmeasured\"><strong>Not measured since %s.</strong> What follows is how it was.</p>\n"
            .formatted(BudgetPages.WHEN.format(Objects.requireNonNull(reading).at()))
        : "";
  }

  private static String figures(Objective objective, Reading reading, boolean fresh) {
    Budget budget = reading.budget();
    String burns =
        reading.burns().entrySet().stream()
            .map(BudgetSection::burn)
            .collect(Collectors.joining(", "));
    return """
    <table>
    <tr><th>Promised</th><td>%s over %s (%s)</td></tr>
    <tr><th>Good</th><td>%s</td></tr>
    <tr><th>Budget</th><td>%s minutes</td></tr>
    <tr><th>Used</th><td>%s minutes, %s</td></tr>
    <tr><th>Left</th><td>%s minutes, %s</td></tr>
    <tr><th>Spent how many times as fast as allowed</th><td>%s</td></tr>
    <tr><th>What follows</th><td>%s: %s</td></tr>
    <tr><th>Measured</th><td>%s</td></tr>
    </table>
    """
        .formatted(
            Html.escaped(objective.target().toString()),
            Html.escaped(BudgetWords.window(objective.window())),
            objective.indicator().kind().word(),
            Figures.compliance(reading.compliance(), reading.target()),
            Figures.minutes(budget.total()),
            Figures.minutes(budget.used()),
            Figures.percent(budget.spent()),
            Figures.minutes(budget.remaining()),
            Figures.percent(budget.left()),
            fresh && !burns.isEmpty() ? burns : "not known now",
            band(budget.band()),
            Html.escaped(budget.band().advice()),
            BudgetPages.WHEN.format(reading.at()));
  }

  private static String burn(Map.Entry<Duration, BurnRate> one) {
    return Figures.times(one.getValue()) + " in " + BudgetWords.time(one.getKey());
  }

  static String band(Band band) {
    return "<span class=\"band %s\">%s</span>"
        .formatted(band.name().toLowerCase(Locale.ROOT).replace('_', '-'), band.word());
  }
}
