package io.evenkeel.slo.rules;

import io.evenkeel.slo.BurnAlert.Urgency;
import io.evenkeel.slo.Objective;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an alert is called and says. Prometheus fills in what stands in double braces. */
final class Words {
  private Words() {}

  static String name(Urgency urgency) {
    return switch (urgency) {
      case PAGE -> "SloBudgetBurnsFast";
      case TICKET -> "SloBudgetBurnsSlowly";
    };
  }

  static String severity(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }

  static String summary(Objective objective) {
    return "%s, %s: {{ $value | humanizePercentage }} is bad, %s is promised"
        .formatted(
            literal(objective.service()), literal(objective.name()), objective.target() + " good");
  }

  static String description(Objective objective, List<Condition> conditions) {
    String how =
        conditions.stream()
            .map(one ->
                "%s of the budget within %s"
                    .formatted(percent(one.alert().share()), Ranges.promql(one.alert().longTime())))
            .collect(Collectors.joining(", or "));
    String own = objective.description() == null ? "" : sentence(objective.description());
    return "%sAt this rate it spends %s (%s)."
        .formatted(own, how, Ranges.words(objective.window()));
  }

  private static String percent(BigDecimal share) {
    return share.scaleByPowerOfTen(2).stripTrailingZeros().toPlainString() + " %";
  }

  private static String sentence(String text) {
    String words = literal(text);
    return words + (words.matches("(?s).*[.!?]") ? " " : ". ");
  }

  /** Prometheus reads double braces in these texts as its own. */
  static String literal(String text) {
    return text.replaceAll("\\s+", " ").replace("{", "(").replace("}", ")").strip();
  }
}
