package io.evenkeel.slo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a budget stands, in sentences that people read. */
public final class BudgetWords {
  private BudgetWords() {}

  /** {@code 34.7 % of the error budget of 43.20 minutes is left (15.00): slow down.} */
  public static String left(Budget budget) {
    if (budget.left().signum() < 0) {
      return Figures.percent(budget.spent())
          + " of the error budget of "
          + Figures.minutes(budget.total())
          + " minutes is spent: "
          + Figures.minutes(budget.remaining().negated())
          + " minutes more than there was.";
    }
    return Figures.percent(budget.left())
        + " of the error budget of "
        + Figures.minutes(budget.total())
        + " minutes is left, "
        + Figures.minutes(budget.remaining())
        + " minutes.";
  }

  /** Of which objective, how much is left, and how fast it goes. */
  public static String sentence(Objective objective, Reading reading) {
    @Nullable BurnRate burn = reading.burn();
    return objective.target()
        + " over "
        + window(objective.window())
        + ": "
        + left(reading.budget())
        + (burn == null
            ? ""
            : " In the last hour it was spent "
                + Figures.times(burn)
                + " times as fast as allowed.");
  }

  /** What to do meanwhile, as a sentence. */
  public static String advice(Band band) {
    return switch (band) {
      case NORMAL -> "Ship as ever.";
      case SLOW_DOWN -> "Slow down: ship less at once and review it more.";
      case FEATURE_FREEZE -> "Feature freeze: ship what makes it more reliable, nothing else.";
      case CRITICAL -> "Features are frozen. Whoever is free works on reliability.";
      case EXHAUSTED ->
          "Everything is frozen but rolling back. Roll back what was changed last and find the root"
              + " causes.";
    };
  }

  /** {@code 30 days}, {@code this month}. */
  public static String window(Window window) {
    return switch (window) {
      case Window.Rolling(int days) -> days == 1 ? "a day" : days + " days";
      case Window.Calendar(Window.Part part, _) ->
          switch (part) {
            case WEEK -> "this week";
            case MONTH -> "this month";
            case QUARTER -> "this quarter";
            case YEAR -> "this year";
          };
    };
  }

  /** {@code 5 min}, {@code 6 h}, {@code 3 d}. */
  public static String time(Duration time) {
    if (time.toDays() > 0) {
      return time.toDays() + " d";
    }
    return time.toHours() > 0 ? time.toHours() + " h" : time.toMinutes() + " min";
  }
}
