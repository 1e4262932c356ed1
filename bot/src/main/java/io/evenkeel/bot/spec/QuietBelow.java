package io.evenkeel.bot.spec;

import io.evenkeel.slo.BurnAlert.Urgency;
import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.rules.Condition;
import io.evenkeel.slo.rules.Ranges;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Of how many events a share says something: one that failed of one is 100 % (Google's SRE
 * Workbook, "Alerting on SLOs", low-traffic services). Nothing is assumed where nobody says.
 */
final class QuietBelow {
  /** As the short form has it. */
  static final String KEY = "quiet_below";

  /** As OpenSLO has what is not of OpenSLO: an annotation. */
  static final String ANNOTATION = "evenkeel.io/quiet-below";

  private QuietBelow() {}

  /**
   * The number that stands there, 0 for none; empty where it is none.
   *
   * @param counted whether what is measured are events, and not time
   */
  static Optional<Integer> read(Part part, boolean counted) {
    if (!part.present()) {
      return Optional.of(0);
    }
    String written = part.isGroup() || part.isList() ? "" : part.text().orElse("");
    if (!written.matches("0|[1-9][0-9]{0,8}")) {
      part.error(
          "is no number of events",
          "Write a whole number such as 100, or take it away: then one event is enough to alert");
      return Optional.empty();
    }
    if (!counted) {
      part.warning("is not read, as this objective counts time and not events", "Take it away");
      return Optional.of(0);
    }
    return Optional.of(Integer.valueOf(written));
  }

  /** The same for what is asked by queries, where they tell what they count. */
  static Optional<Integer> read(Part part, Optional<Indicator> indicator) {
    return read(part, indicator.map(Indicator::countsEvents).orElse(true));
  }

  /** The same of OpenSLO: of all objectives of a document. */
  static Optional<Integer> annotated(Part annotations, boolean counted) {
    annotations.keys().stream()
        .filter(key -> key.startsWith("evenkeel") && !key.equals(ANNOTATION))
        .forEach(key -> annotations.at(key).warning("is not read", "Known here: " + ANNOTATION));
    return read(annotations.at(ANNOTATION), counted);
  }

  /** What follows from it. */
  static void note(Objective objective, Part document) {
    List<Condition> all = Condition.of(objective);
    if (objective.quietBelow() == 0 || all.isEmpty()) {
      return;
    }
    String times =
        all.stream()
            .map(one -> Ranges.promql(one.alert().longTime()))
            .collect(Collectors.joining(", "));
    document.note(
        "%s is quiet while fewer than %d events came in the long time of its alert (%s)%s"
            .formatted(objective.key(), objective.quietBelow(), times, alone(objective, all)),
        "What fails in less traffic than that is told by its budget alone");
  }

  /** Whether one that failed alone wakes somebody all the same. */
  private static String alone(Objective objective, List<Condition> all) {
    Optional<BigDecimal> least =
        all.stream()
            .filter(one -> one.alert().urgency() == Urgency.PAGE)
            .map(Condition::bad)
            .min(Comparator.naturalOrder());
    if (least.isEmpty()) {
      return "";
    }
    BigDecimal enough =
        BigDecimal.ONE.divide(least.get(), 0, RoundingMode.DOWN).add(BigDecimal.ONE);
    return enough.compareTo(BigDecimal.valueOf(objective.quietBelow())) > 0
        ? "; one bad one of so few still pages, and from %s on it does not".formatted(enough)
        : "; one bad one alone does not page";
  }
}
