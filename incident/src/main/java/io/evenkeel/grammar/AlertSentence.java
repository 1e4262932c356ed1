package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.IncidentNumber;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code alert list [INC-4]}, {@code alert declare A-12}, {@code alert attach A-12 to INC-4},
 * {@code alert dismiss A-12 [reason]}.
 */
final class AlertSentence {
  private static final String DECLARE = "declare|open|incident";
  private static final String ATTACH = "attach|add|join";
  private static final String DISMISS = "dismiss|ignore|drop|close";
  private static final String INTO = "to|into|with|in";

  private AlertSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    String first = word(said).toLowerCase(Locale.ROOT);
    if (first.isEmpty() || first.matches("list|ls|all|open")) {
      return list(said);
    }
    if (!first.matches(DECLARE + "|" + ATTACH + "|" + DISMISS)) {
      said.fail(Faults.missing(Verb.ALERT, "say what is to become of which alerts."));
      return said.or(() -> said.question(new Asked.Alerts()));
    }
    said.remain(said.free().from(1));
    Optional<Integer> group = AlertGroup.number(word(said));
    if (group.isEmpty()) {
      said.fail(Faults.missing(Verb.ALERT, "say which alerts, such as A-12."));
      return said.or(() -> said.question(new Asked.Alerts()));
    }
    said.remain(said.free().from(1));
    AlertOrder order = order(said, first, group.get());
    return said.or(() -> new Utterance.Alerts(order));
  }

  private static Utterance list(Said said) {
    if (!said.free().empty()) {
      said.remain(said.free().from(1));
    }
    said.leadingIncident(true);
    none(said, "a list takes no reason.");
    said.nothingLeft();
    return said.question(new Asked.Alerts());
  }

  private static AlertOrder order(Said said, String verb, int group) {
    if (verb.matches(ATTACH)) {
      none(said, "what is attached needs no reason.");
      IncidentNumber incident = target(said);
      said.nothingLeft();
      return new AlertOrder.Attach(group, incident);
    }
    if (said.target() != null) {
      said.fail(Faults.missing(Verb.ALERT, "an incident is named to attach alerts to it alone."));
    }
    if (verb.matches(DECLARE)) {
      none(said, "what is declared needs no reason.");
      said.nothingLeft();
      return new AlertOrder.Declare(group);
    }
    String reason = said.text(Limit.LINE, Flag.REASON);
    return new AlertOrder.Dismiss(group, reason.isEmpty() ? null : reason);
  }

  private static @Nullable IncidentNumber target(Said said) {
    if (word(said).toLowerCase(Locale.ROOT).matches(INTO)) {
      said.remain(said.free().from(1));
    }
    Optional<IncidentNumber> typed = IncidentNumber.parse(word(said).replaceFirst("^#", ""));
    if (typed.isPresent()) {
      said.remain(said.free().from(1));
      return typed.get();
    }
    return said.target();
  }

  private static void none(Said said, String why) {
    if (said.has(Flag.REASON)) {
      said.fail(Faults.missing(Verb.ALERT, why));
    }
  }

  private static String word(Said said) {
    return said.free().empty() ? "" : said.text(said.free().until(1));
  }
}
