package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What follows when it is time to remind. Whoever is told by direct message leaves no trace in the
 * timeline; what everybody reads in the channel does.
 */
final class ReminderRules {
  private ReminderRules() {}

  static Decision remind(Incident incident, Reminder reminder, Actor actor, Instant now) {
    var change = new Change(incident, actor, now);
    for (Person person : reminder.to()) {
      change.effect(
          new Effect.Tell(new Addressee.Somebody(person.id()), new News.OfReminder(reminder, now)));
    }
    Prose words = Prose.of("Reminded.");
    if (!reminder.channel()) {
      // Nothing of the incident has changed.
      return new Decision.Accepted(
          incident,
          List.of(),
          List.of(),
          change.effects(),
          Answer.recorded(incident.number(), words));
    }
    int seq = change.entry(EntryKind.REMINDER, words(reminder, now));
    change.effect(new Effect.PostReminder(seq, reminder.kind()));
    return change.accepted(words);
  }

  private static String words(Reminder reminder, Instant now) {
    String ago = Ago.length(Duration.between(reminder.due(), now));
    String what =
        switch (reminder.kind()) {
          case UPDATE_DUE -> "The next update is " + ago + " late";
          case FIRST_UPDATE ->
              "Nobody outside has read a word yet: the first update is " + ago + " late";
          case NO_COMMANDER -> "Nobody has confirmed that they command";
          case ROLE_EMPTY ->
              "Nobody is "
                  + reminder.roles().stream().map(Role::words).collect(Collectors.joining(" or "));
          case STILL_MONITORING -> "It is being monitored. Is it over?";
          case STALE -> "Nothing was said for long. Does it go on?";
          case POSTMORTEM_DUE -> "The postmortem is due";
          case ALERTS_OVER -> "No alert fires any more. Are users well again?";
        };
    String told =
        reminder.to().stream().map(Person::name).distinct().collect(Collectors.joining(" and "));
    boolean asks = what.endsWith("?");
    return "Reminder: "
        + what
        + (asks ? "" : ".")
        + (told.isEmpty() ? "" : " " + told + (reminder.to().size() == 1 ? " was" : " were"))
        + (told.isEmpty() ? "" : " told too.");
  }
}
