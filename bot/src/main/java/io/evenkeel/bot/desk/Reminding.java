package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.reminder.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reminds of an incident, and lets its reminders rest. The incident is locked. */
final class Reminding {
  private static final Duration LONGEST_OPEN = Duration.ofHours(24);
  private static final Duration LONGEST_OVER = Duration.ofDays(14);

  private Reminding() {}

  /** What it was found by is decided again: it may have been done, snoozed or changed since. */
  static Answer remind(
      Transaction tx,
      House house,
      Incidents incidents,
      Incident incident,
      Reminder found,
      Instant now) {
    var reminders = new Reminders(tx);
    Optional<Reminder> still =
        reminders.of(incident, house.cadences(), now).due().stream()
            .filter(one -> one.kind() == found.kind() && one.at().equals(found.at()))
            .findFirst();
    if (still.isEmpty()) {
      return Answer.unchanged(Prose.of("Nobody needs to be reminded of it any more."));
    }
    Actor actor = new Actor.Evenkeel();
    reminders.acted(incident.number(), found.kind(), found.at());
    return Recording.record(
        tx,
        incidents,
        incident,
        incident.decide(new Command.Remind(still.get()), actor, now),
        actor,
        now);
  }

  static Answer snooze(
      Transaction tx, Incident incident, Command.Snooze command, Person by, Instant now) {
    boolean over = incident.status() == Status.RESOLVED || incident.status() == Status.CLOSED;
    if (!incident.open() && !over) {
      return refused(
          incident,
          Prose.of(" is " + incident.status().word() + ": nobody is reminded of anything."));
    }
    Duration longest = over ? LONGEST_OVER : LONGEST_OPEN;
    ReminderKind kind = command.kind();
    Instant until = command.until();
    if (until != null && until.isAfter(now.plus(longest))) {
      return refused(
          incident,
          Prose.of(
                  over
                      ? ": reminders of what is over rest for 14 days at most. Nothing was"
                          + " changed. It goes "
                      : ": reminders of an open incident rest for 24 hours at most. Nothing was"
                          + " changed. It goes ")
              .code("/incident snooze " + (over ? "14d" : "24h"))
              .text("."));
    }
    new Reminders(tx).snooze(incident.number(), kind, until, by);
    return answer(incident, kind, until);
  }

  private static Answer answer(
      Incident incident, @Nullable ReminderKind kind, @Nullable Instant until) {
    String what = kind == null ? "" : " of " + kind.about();
    String which = (kind == null ? "" : " " + kind.word()) + " --incident-id " + incident.number();
    Prose words = Prose.of("").strong(incident.label());
    if (until == null) {
      return Answer.recorded(
          incident.number(),
          words.text(": reminders" + what + " come again."),
          Offer.plain("Snooze 30m", "snooze 30m" + which));
    }
    Prose rest =
        words
            .text(": nobody is reminded" + what + " until ")
            .at(until)
            .text(
                kind == null && incident.open()
                    ? ". Tasks whose time is up and offers of a role still come."
                    : ".");
    return Answer.recorded(
        incident.number(), rest, Offer.plain("Remind again", "snooze off" + which));
  }

  private static Answer refused(Incident incident, Prose why) {
    return new Answer(
        incident.number(), false, Prose.of("").strong(incident.label()).then(why), List.of());
  }
}
