package io.evenkeel.bot.spec;

import io.evenkeel.slo.Budget;
import io.evenkeel.slo.BurnAlert;
import io.evenkeel.slo.BurnAlert.Urgency;
import io.evenkeel.slo.Figures;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.rules.Condition;
import io.evenkeel.slo.rules.Ranges;
import java.time.Duration;

/** What follows from an objective that its author may not have meant. */
final class Doubts {
  /** Less than it takes a person to come to the keyboard. */
  private static final Duration NOBODY_REACTS = Duration.ofMinutes(1);

  private Doubts() {}

  static void of(Objective objective, Part document) {
    Duration window = Ranges.length(objective.window());
    Budget budget = Budget.whole(objective.target(), window);
    if (budget.total().compareTo(NOBODY_REACTS) < 0) {
      document.warning(
          objective.key()
              + " allows "
              + Figures.minutes(budget.total())
              + " min in "
              + Ranges.words(objective.window())
              + ": it is spent before anybody can act",
          "Promise less, or make sure that what fails mends itself");
    }
    QuietBelow.note(objective, document);
    boolean pages =
        Condition.of(objective).stream().anyMatch(one -> one.alert().urgency() == Urgency.PAGE);
    if (!pages) {
      document.note(
          objective.key()
              + " never pages: at "
              + objective.target()
              + " it cannot burn "
              + Figures.times(BurnAlert.STANDARD.getFirst().threshold(window))
              + " times as fast",
          "Its tickets stay; promise more where somebody should be woken");
    }
  }
}
