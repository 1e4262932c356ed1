package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Quote;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.CapturedMessages;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report that was made from a message, and becomes an incident of its own after all. */
final class Reported {
  private Reported() {}

  /** What the report recorded; its button keeps the message. */
  static Command.Report from(
      Command.Declare command, Utterance.@Nullable Quoted from, Incident in) {
    return from == null
        ? new Command.Report(command)
        : new Command.Report(
            command.title(),
            command.separately() + Utterance.Requoted.flag(in.number(), from.quote().message()));
  }

  /** The message as that timeline shows it; null when it does not, or not to whoever asks. */
  static Utterance.@Nullable Quoted quoted(
      Transaction tx, Utterance.Requoted again, Actor actor, Instant now) {
    PersonId speaker = Recording.person(actor).id();
    if (!new Incidents(tx).maySee(again.shownIn(), speaker)) {
      return null;
    }
    var messages = new CapturedMessages(tx);
    var captured = messages.of(again.shownIn(), again.message());
    if (!captured.shown()) {
      return null;
    }
    TimelineEntry entry = messages.shown(captured);
    String text = entry.text();
    String link = entry.source();
    return entry.actor() instanceof Actor.Human(var author) && text != null && link != null
        ? new Utterance.Quoted(again.command(), new Quote(again.message(), author, text, link), now)
        : null;
  }
}
