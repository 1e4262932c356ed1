package io.evenkeel.bot.view;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.ReminderKind;
import java.time.Duration;
import java.util.List;

/** What can be done with one press about what somebody is reminded of. */
final class ReminderOffers {
  private ReminderOffers() {}

  /**
   * @param again when it is asked next where somebody answers that it goes on
   */
  static List<Offer> of(Incident incident, ReminderKind kind, Duration again) {
    String here = " --incident-id " + incident.number();
    String length = length(again);
    Offer write = Offer.plain("Write", "update" + here);
    Offer snooze = Offer.plain("Snooze 30m", "snooze 30m " + kind.word() + here);
    Offer resolve = Offer.plain("Resolve", "resolve" + here);
    return switch (kind) {
      case UPDATE_DUE ->
          List.of(
              Offer.primary(
                  "No change, next " + length,
                  says("No change since the last update.", length) + here),
              write,
              snooze);
      case FIRST_UPDATE ->
          List.of(
              Offer.primary(
                  "We are looking, next " + length, says("We are looking into it.", length) + here),
              write,
              snooze);
      case NO_COMMANDER ->
          List.of(
              incident.commander().isPresent()
                  ? Offer.primary("Confirm the commander", "confirm" + here)
                  : Offer.primary("I command", "take incident-commander" + here),
              Offer.plain("Somebody else", "assign" + here),
              snooze);
      case ROLE_EMPTY ->
          List.of(
              Offer.primary("Give the roles", "assign" + here),
              Offer.plain("Without for now", "snooze 4h " + kind.word() + here));
      case STILL_MONITORING ->
          List.of(
              resolve,
              Offer.plain(
                  "Still monitoring, ask in " + length,
                  "snooze " + length + " " + kind.word() + here));
      case ALERTS_OVER ->
          List.of(
              Offer.primary("Yes, mitigated", "mitigate No alert fires any more." + here),
              Offer.plain("Not yet", "note Alerts are over, but users are not well yet." + here));
      case STALE ->
          List.of(
              resolve, Offer.plain("It goes on, ask in 24h", "snooze 24h " + kind.word() + here));
      case POSTMORTEM_DUE ->
          List.of(
              Offer.primary("Edit it", "postmortem edit" + here),
              Offer.plain("What it lacks", "postmortem check" + here),
              Offer.plain("Tomorrow", "snooze 24h " + kind.word() + here));
    };
  }

  private static String says(String text, String next) {
    return "update --message " + Offer.quoted(text) + " --next " + next;
  }

  /** As it is typed: {@code 30m}, {@code 4h}. */
  private static String length(Duration length) {
    return length.toMinutes() % 60 == 0 ? length.toHours() + "h" : length.toMinutes() + "m";
  }
}
