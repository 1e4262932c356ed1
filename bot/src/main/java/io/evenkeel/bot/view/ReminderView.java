package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.Ago;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reminders: what is due, what can be done about it with one press, and who else knows. */
public final class ReminderView {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private ReminderView() {}

  /**
   * The direct message.
   *
   * @param reader who reads it
   * @param decided when it was decided to send it, UTC
   * @param channel null while there is none
   */
  public static Message of(
      Incident incident,
      Reminder reminder,
      PersonId reader,
      Instant decided,
      @Nullable ChannelId channel) {
    Prose name = Prose.of("").strong(incident.label());
    name = channel == null ? name : name.text(" (").room(channel).text(")");
    Prose words = Prose.of("⏰ ").then(what(incident, reminder, reader, name, decided));
    List<Person> others =
        reminder.to().stream().filter(person -> !person.id().equals(reader)).toList();
    for (int i = 0; i < others.size(); i++) {
      words = words.text(i == 0 ? " " : " and ").mention(others.get(i));
    }
    if (!others.isEmpty()) {
      words = words.text(others.size() == 1 ? " was told too" : " were told too");
      words = words.text(reminder.channel() ? ", and the channel." : ".");
    } else if (reminder.channel()) {
      words = words.text(" It is in the channel, too.");
    }
    if (reminder.late().isPositive()) {
      words =
          words.text(
              " This comes "
                  + Ago.length(reminder.late())
                  + " late: Evenkeel could not look sooner.");
    }
    return AnswerView.message(
        words, List.of(), ReminderOffers.of(incident, reminder.kind(), reminder.again()));
  }

  private static Prose what(
      Incident incident, Reminder reminder, PersonId reader, Prose name, Instant decided) {
    Instant due = reminder.due();
    String ago = Ago.lasted(due, decided);
    return switch (reminder.kind()) {
      case UPDATE_DUE -> {
        Prose the = Prose.of("The next update on ").then(name);
        if (decided.isBefore(due)) {
          yield the.text(" is due at ").at(due).text(", in " + Ago.lasted(decided, due) + ".");
        }
        yield soon(due, decided)
            ? the.text(" is due now.")
            : the.text(" is " + ago + " late: it was due at ").at(due).text(".");
      }
      case FIRST_UPDATE ->
          Prose.of("Nobody outside has read a word about ")
              .then(name)
              .text(
                  soon(due, decided)
                      ? " yet. A first update is due now."
                      : " yet. A first update is " + ago + " late.");
      case NO_COMMANDER ->
          incident
              .commander()
              .map(Incident.Holder::person)
              .filter(person -> person.id().equals(reader))
              .map(_ ->
                  Prose.of("You are only acting commander of ")
                      .then(name)
                      .text(": nobody has confirmed it. Is it you, or somebody else?"))
              .orElseGet(() -> Prose.of("Nobody commands ").then(name).text("."));
      case ROLE_EMPTY ->
          name.text(
              " has no "
                  + reminder.roles().stream()
                      .map(Role::words)
                      .collect(Collectors.joining(" and no "))
                  + ". Who does it?");
      case STILL_MONITORING ->
          name.text(" is being monitored since ")
              .at(due.minus(reminder.again()))
              .text(". Is it over?");
      case STALE ->
          Prose.of("Nobody has said anything on ").then(name).text(" for long. Does it go on?");
      case ALERTS_OVER -> Prose.of("No alert of ").then(name).text(" fires any more.");
      case POSTMORTEM_DUE ->
          Prose.of("The postmortem of ")
              .then(name)
              .text(Duration.between(due, decided).toDays() < 1 ? " is due today." : " was due ")
              .then(
                  Duration.between(due, decided).toDays() < 1
                      ? Prose.of("")
                      : Prose.of(ago + " ago."));
    };
  }

  /** As long as it can be called now. */
  private static boolean soon(Instant due, Instant decided) {
    return Duration.between(due, decided).compareTo(Duration.ofMinutes(2)) < 0;
  }

  /** The post in the channel, with what can be done about it. */
  public static Message with(Message entries, Incident incident, ReminderKind kind) {
    var blocks = new ArrayList<LayoutBlock>(entries.blocks());
    blocks.addAll(Buttons.row(List.of(), ReminderOffers.of(incident, kind, HALF_AN_HOUR)));
    return new Message(entries.text(), blocks);
  }
}
