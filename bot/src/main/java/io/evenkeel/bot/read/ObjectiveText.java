package io.evenkeel.bot.read;

import io.evenkeel.incident.Prose;
import io.evenkeel.slo.Band;
import io.evenkeel.slo.Budget;
import io.evenkeel.slo.BudgetWords;
import io.evenkeel.slo.BurnAlert;
import io.evenkeel.slo.BurnDown;
import io.evenkeel.slo.BurnRate;
import io.evenkeel.slo.Figures;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Reading;
import io.evenkeel.slo.Stand;
import java.time.Instant;
import java.util.Objects;

/** How one objective stands, in words. */
final class ObjectiveText {
  private ObjectiveText() {}

  static Prose of(Prose before, Budgets.Shown one, Instant now) {
    Stand stand = one.stand();
    Objective objective = stand.objective();
    Prose words =
        before
            .strong(objective.service() + " " + objective.name())
            .text(
                " ("
                    + objective.indicator().kind().word()
                    + "): "
                    + objective.target()
                    + " over "
                    + BudgetWords.window(objective.window()));
    String description = objective.description();
    words = description == null ? words : words.text(". " + description);
    words = unmeasured(words, stand, now);
    Reading reading = stand.reading();
    if (reading == null) {
      return words;
    }
    Budget budget = reading.budget();
    words =
        words
            .text("\nGood: " + Figures.compliance(reading.compliance(), reading.target()))
            .text(stand.fresh(now) == null ? " at " : ", measured ")
            .when(reading.at())
            .text("\nBudget: " + Figures.minutes(budget.total()) + " minutes. Used: ")
            .text(Figures.minutes(budget.used()) + " (" + Figures.percent(budget.spent()) + "). ")
            .text("Left: " + Figures.minutes(budget.remaining()))
            .text(" (" + Figures.percent(budget.left()) + ")\n")
            .code(BurnDown.bars(one.past(), one.window(), BudgetText.COLUMNS))
            .text(" since ")
            .when(one.window().start());
    BurnRate burn = reading.burn();
    if (burn != null && stand.fresh(now) != null) {
      words =
          words.text(
              "\nBurn rate: "
                  + Figures.times(burn)
                  + " in the last hour; at "
                  + Figures.times(BurnAlert.STANDARD.getFirst().threshold(one.window().length()))
                  + " somebody should be woken");
    }
    Band band = budget.band();
    return words
        .text("\n" + BudgetText.mark(band) + " ")
        .strong(band.word())
        .text(": " + band.advice());
  }

  private static Prose unmeasured(Prose before, Stand stand, Instant now) {
    Instant since = stand.failingSince();
    String why = stand.failure();
    if (since != null && why != null) {
      return before.text("\n⚠️ Not measured since ").when(since).text(": " + why);
    }
    if (stand.reading() == null) {
      return before.text(
          "\n"
              + "⚠️ Not measured yet: no Prometheus has been asked. Check prometheus: in the"
              + " settings.");
    }
    return stand.fresh(now) == null
        ? before
            .text("\n⚠️ Not measured since ")
            .when(Objects.requireNonNull(stand.reading()).at())
            .text(": nobody has looked since then. What follows is how it was.")
        : before;
  }
}
