package io.evenkeel.bot.desk;

import io.evenkeel.incident.Ago;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.reminder.ActionDigests;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Tells one person of all their action items that are due, in one message. */
final class ActionDigest {
  private static final int MOST = 15;

  /** What comes sooner after its time than this is in time. */
  private static final Duration LATE = Duration.ofMinutes(5);

  private ActionDigest() {}

  static Answer tell(Transaction tx, PersonId person, Instant at, Instant now) {
    var digests = new ActionDigests(tx);
    LocalDate today = at.atZone(new People(tx).zone(person)).toLocalDate();
    var incidents = new Incidents(tx);
    List<ActionDigests.Owed> owed =
        digests.of(person, today).stream()
            .filter(one -> incidents.maySee(one.incident(), person))
            .toList();
    digests.told(person, at);
    if (owed.isEmpty()) {
      return Errands.nothing();
    }
    new Effects(tx)
        .say(
            new Effect.Say(
                new Hearer.Somebody(person),
                words(owed, today, Duration.between(at, now)),
                Offer.plain("My action items", "action mine")),
            now);
    return Errands.said("Told of " + owed.size() + " action items.");
  }

  private static Prose words(List<ActionDigests.Owed> owed, LocalDate today, Duration late) {
    boolean one = owed.size() == 1;
    Prose words =
        Prose.of(
            one
                ? "🔭 One action item of yours is due:"
                : "🔭 " + owed.size() + " action items of yours are due:");
    for (ActionDigests.Owed each : owed.stream().limit(MOST).toList()) {
      LocalDate due = each.item().due();
      words =
          words
              .text("\n• ")
              .strong(each.incident() + " #" + each.item().number())
              .text(" " + each.item().text())
              .text(due == null || due.equals(today) ? " (today)" : " (since " + due + ")");
    }
    if (owed.size() > MOST) {
      words = words.text("\n… and " + (owed.size() - MOST) + " more.");
    }
    words =
        words
            .text("\nDone? ")
            .code("/incident action done 1 --incident-id INC-12")
            .text(". Another day? ")
            .code("/incident action 1 by 2026-12-01 --incident-id INC-12")
            .text(".");
    return late.compareTo(LATE) < 0
        ? words
        : words.text("\nThis comes " + Ago.length(late) + " late: Evenkeel could not look sooner.");
  }
}
