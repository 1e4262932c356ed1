package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.reminder.QuietHours;
import io.evenkeel.reminder.Quiet;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** In which hours somebody is not told of what can wait. */
final class Quieting {
  private static final String STILL =
      " Open incidents of SEV-1 and SEV-2, and whoever asks for you by name, still reach you.";

  private Quieting() {}

  static Answer handle(Transaction tx, Utterance.QuietHours said, Actor actor) {
    PersonId person = Recording.person(actor).id();
    var quiet = new QuietHours(tx);
    ZoneId zone = new People(tx).zone(person);
    Utterance.Hours hours = said.hours();
    if (hours != null) {
      quiet.keep(person, hours.begins(), hours.ends());
      return new Answer(
          null,
          true,
          Prose.of("Quiet for you from " + words(hours.begins(), hours.ends(), zone) + ": ")
              .text("what can wait comes afterwards." + STILL),
          List.of(Offer.plain("No quiet hours", "quiet off")));
    }
    if (said.off()) {
      boolean had = quiet.remove(person);
      return new Answer(
          null,
          had,
          Prose.of(
              had
                  ? "You have no quiet hours any more: reminders come when they are due."
                  : "You have no quiet hours. Nothing changed."),
          List.of());
    }
    Optional<Quiet> there = quiet.of(person);
    return there
        .map(one ->
            Answer.unchanged(
                Prose.of("Quiet for you from " + words(one.begins(), one.ends(), zone) + ".")
                    .text(STILL),
                Offer.plain("No quiet hours", "quiet off")))
        .orElseGet(() ->
            Answer.unchanged(
                Prose.of("You have no quiet hours: reminders come when they are due. To let what")
                    .text(" can wait come in the morning: ")
                    .code("/incident quiet 22:00-08:00")
                    .text("."),
                Offer.plain("22:00 to 08:00", "quiet 22:00-08:00")));
  }

  private static String words(LocalTime begins, LocalTime ends, ZoneId zone) {
    return begins
        + " to "
        + ends
        + " ("
        + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId())
        + ")";
  }
}
