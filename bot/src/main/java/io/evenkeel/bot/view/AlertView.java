package io.evenkeel.bot.view;

import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of alerts: the card that asks what is to become of them, and lists. Their words are
 * strangers' words: they are text and nothing else, and ping nobody.
 */
public final class AlertView {
  /** Slack's limit for a button's text leaves room for so much of a title. */
  private static final int BUTTON = 40;

  private AlertView() {}

  /**
   * The card of a group, as it stands.
   *
   * @param severity as the scale has it; null where nobody said how bad it is
   * @param open where its alerts may belong, the likeliest first
   * @param seen the incident that it belongs to; null where there is none that everybody may see
   */
  public static Message card(
      AlertGroup group,
      AlertGroup.Tally tally,
      @Nullable Severity severity,
      List<Incident> open,
      @Nullable Incident seen) {
    Prose words = Prose.of(mark(group, tally) + " ").strong(group.title());
    words = words.text("\n" + about(group, severity) + " · since ").at(since(group, tally));
    words =
        tally
            .quietUntil()
            .map(words.text(", kept quiet for a maintenance until ")::at)
            .orElse(words);
    words = words.text("\n" + more(tally));
    boolean asked = group.state() == AlertGroup.State.PROPOSED;
    words = words.text("\n").then(asked ? Prose.of("Is this an incident?") : became(group, seen));
    return AnswerView.message(words, List.of(), asked ? offers(group, open) : List.of());
  }

  private static Instant since(AlertGroup group, AlertGroup.Tally tally) {
    return tally.first() == null ? group.openedAt() : tally.first();
  }

  private static String mark(AlertGroup group, AlertGroup.Tally tally) {
    return switch (group.state()) {
      case PROPOSED -> tally.firing() > 0 ? "🚨" : "🟢";
      case DECLARED, ATTACHED -> "🔗";
      case DISMISSED -> "⚪";
    };
  }

  private static String about(AlertGroup group, @Nullable Severity severity) {
    return group.label()
        + " from "
        + group.source()
        + (group.service() == null ? "" : " · " + group.service())
        + (severity == null ? "" : " · " + severity);
  }

  /** "1 alert fires" for the one that is named; "4,812 more alerts" for the others. */
  private static String more(AlertGroup.Tally tally) {
    int others = tally.all() - 1;
    return others <= 0
        ? (tally.firing() > 0 ? "It fires." : "It does not fire any more.")
        : number(others)
            + " more "
            + (others == 1 ? "alert" : "alerts")
            + ": "
            + tally.words()
            + ".";
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Whoever may not see an incident does not read its number here. */
  private static Prose became(AlertGroup group, @Nullable Incident seen) {
    Person by = group.decidedBy();
    String who = by == null ? "Evenkeel" : by.name();
    String where = seen == null ? "an incident" : seen.label();
    return switch (group.state()) {
      case PROPOSED -> Prose.of("Nobody has decided yet.");
      case DECLARED -> Prose.of(who + " declared ").strong(where).text(".");
      case ATTACHED -> Prose.of(who + " attached it to ").strong(where).text(".");
      case DISMISSED ->
          Prose.of(who + " dismissed it" + (group.reason() == null ? "." : ": " + group.reason()));
    };
  }

  private static List<Offer> offers(AlertGroup group, List<Incident> open) {
    var offers = new ArrayList<Offer>();
    offers.add(Offer.primary("Declare", "alert declare " + group.label()));
    for (Incident incident : open) {
      offers.add(
          Offer.plain(
              "Attach to " + Fit.plain(incident.label(), BUTTON),
              "alert attach " + group.label() + " to " + incident.number()));
    }
    offers.add(Offer.plain("Dismiss", "alert dismiss " + group.label()));
    return offers;
  }
}
