package io.evenkeel.bot.read;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.slo.Band;
import io.evenkeel.slo.BurnDown;
import io.evenkeel.slo.Figures;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Reading;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Error budgets in words, with bars for how they went down. */
final class BudgetText {
  static final int COLUMNS = 30;

  /** More would not be read on a phone. */
  private static final int LISTED = 20;

  private static final int MOST_BUTTONS = 5;
  private static final int LONGEST_LABEL = 75;

  private BudgetText() {}

  static Answer all(List<Budgets.Shown> shown, @Nullable String page, Instant now) {
    if (shown.isEmpty()) {
      return none();
    }
    Prose words = Prose.of("Error budgets:");
    for (Budgets.Shown one : shown.stream().limit(LISTED).toList()) {
      words = line(words.text("\n• "), one, now);
    }
    if (shown.size() > LISTED) {
      words = words.text("\n… and " + (shown.size() - LISTED) + " more.");
    }
    return Answer.unchanged(
        linked(words, page, ""),
        shown.stream()
            .map(one -> one.stand().objective().service())
            .distinct()
            .limit(MOST_BUTTONS)
            .map(BudgetText::button)
            .toArray(Offer[]::new));
  }

  private static Prose line(Prose before, Budgets.Shown one, Instant now) {
    Objective objective = one.stand().objective();
    Prose words = before.strong(objective.service() + " " + objective.name()).text(": ");
    Reading reading = one.stand().fresh(now);
    return reading == null
        ? words.text("not measured now")
        : words
            .text(
                Figures.percent(reading.budget().left())
                    + " left, "
                    + reading.budget().band().word()
                    + " ")
            .code(BurnDown.bars(one.past(), one.window(), COLUMNS / 2));
  }

  static Answer of(Budgets.Of.Known known, @Nullable String page, Instant now) {
    if (known.shown().isEmpty()) {
      return Answer.unchanged(
          Prose.of("Nothing is promised of ")
              .strong(known.service())
              .text(", so it has no error budget. To promise something, write an objective into")
              .text(" the folder under ")
              .code("slos:")
              .text(" in the settings."));
    }
    Prose words = Prose.of("");
    for (Budgets.Shown one : known.shown()) {
      words = ObjectiveText.of(words.spans().size() > 1 ? words.text("\n\n") : words, one, now);
    }
    if (known.freeze().freeze()) {
      words = words.text("\n\n🧊 Pipelines that ask are told to hold back what is new");
      Instant since = known.freeze().since();
      words = since == null ? words.text(".") : words.text(", since ").when(since).text(".");
    }
    return Answer.unchanged(
        linked(
            words,
            page,
            "/" + URLEncoder.encode(known.service(), StandardCharsets.UTF_8).replace("+", "%20")));
  }

  static String mark(Band band) {
    return switch (band) {
      case NORMAL -> "🟢";
      case SLOW_DOWN -> "🟡";
      case FEATURE_FREEZE -> "🟠";
      case CRITICAL, EXHAUSTED -> "🔴";
    };
  }

  static Answer unknown(String typed, List<String> near) {
    Prose words = Prose.of("Nothing is known of a service “" + echo(typed) + "”.");
    return near.isEmpty()
        ? Answer.unchanged(
            words.text(" All that is promised: ").code("/incident slo").text("."),
            Offer.plain("All error budgets", "slo"))
        : Answer.unchanged(
            words.text(" Did you mean " + String.join(" or ", near) + "?"),
            near.stream().limit(MOST_BUTTONS).map(BudgetText::button).toArray(Offer[]::new));
  }

  private static Answer none() {
    return Answer.unchanged(
        Prose.of("Nothing is promised here, so there is no error budget. Whoever runs Evenkeel")
            .text(" writes objectives into a folder and names it under ")
            .code("slos:")
            .text(", and a Prometheus under ")
            .code("prometheus:")
            .text(" in the file that ")
            .code("EVENKEEL_CONFIG")
            .text(" names."));
  }

  private static Prose linked(Prose words, @Nullable String page, String rest) {
    return page == null ? words : words.text("\n").link(page + rest, "The burn-down as a picture");
  }

  private static Offer button(String service) {
    String label =
        service.length() > LONGEST_LABEL ? service.substring(0, LONGEST_LABEL - 1) + "…" : service;
    return Offer.plain(label, "slo " + Offer.quoted(service));
  }

  private static String echo(String typed) {
    return typed.length() > 60 ? typed.substring(0, 60) + "…" : typed;
  }
}
