package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mark;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Wording;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.inbox.Inbox;
import io.evenkeel.persistence.inbox.Repeat;
import io.evenkeel.persistence.incident.CapturedMessages;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes Slack's word on messages that belong in timelines: marks, edits and deletions, each told
 * any number of times and in any order. What is no incident's is left alone.
 */
public final class Captures {
  /** Nobody is answered; the inbox wants one. */
  private static final Answer NOTED = Answer.unchanged(Prose.of(""));

  private final Database database;
  private final Runnable wake;

  /**
   * @param wake called after each commit that may have left something to be done in Slack
   */
  public Captures(Database database, Runnable wake) {
    this.database = database;
    this.wake = wake;
  }

  /**
   * Somebody has put a mark on a message of an incident's channel, or taken one away.
   *
   * @param now UTC at microseconds
   * @throws io.evenkeel.persistence.Unavailable within 2.3 s while Postgres is away: to be told
   *     again under the same key
   */
  public void marked(InboxKey key, MessageRef message, Mark mark, Instant now) {
    told(
        key,
        now,
        tx -> new Incidents(tx).inChannel(message.channel()).stream().toList(),
        message,
        capturing -> capturing.marked(mark));
  }

  /**
   * Its author has changed it. Throws as {@link #marked}.
   *
   * @param version when it was edited, {@code toldAt} when Slack told of it, both by Slack's clock
   */
  public void edited(
      InboxKey key,
      MessageRef message,
      Wording wording,
      Instant version,
      Instant toldAt,
      Instant now) {
    told(
        key,
        now,
        tx -> new CapturedMessages(tx).incidents(message),
        message,
        capturing -> capturing.edited(wording, version, toldAt));
  }

  /** It was deleted in Slack. Throws as {@link #marked}. */
  public void deleted(InboxKey key, MessageRef message, Instant at, Instant now) {
    told(
        key,
        now,
        tx -> new CapturedMessages(tx).incidents(message),
        message,
        capturing -> capturing.deleted(at));
  }

  private interface Concerned {
    List<IncidentNumber> of(Transaction tx);
  }

  private void told(
      InboxKey key,
      Instant now,
      Concerned concerned,
      MessageRef message,
      Consumer<Capturing> change) {
    boolean changed =
        database.query(
            Database.COMMAND_LIMIT,
            tx -> {
              List<IncidentNumber> numbers = concerned.of(tx);
              return !numbers.isEmpty() && once(tx, key, numbers, message, now, change);
            });
    if (changed) {
      wake.run();
    }
  }

  private static boolean once(
      Transaction tx,
      InboxKey key,
      List<IncidentNumber> numbers,
      MessageRef message,
      Instant now,
      Consumer<Capturing> change) {
    var inbox = new Inbox(tx);
    if (inbox.claim(key.key(), key.bodyHash(), now).isPresent()) {
      return false;
    }
    for (IncidentNumber number : numbers) {
      var incidents = new Incidents(tx);
      incidents
          .lock(number)
          .ifPresent(
              incident -> change.accept(new Capturing(tx, incidents, incident, message, now)));
    }
    inbox.answer(key.key(), NOTED);
    return true;
  }

  /**
   * Somebody asks in words that a message be in the timeline of its channel's incident. Throws and
   * repeats as {@link Desk#handle}.
   */
  public Answer asked(InboxKey key, MessageRef message, Mark asked, Instant now) {
    Answer answer =
        database.command(tx -> {
          var inbox = new Inbox(tx);
          return inbox
              .claim(key.key(), key.bodyHash(), now)
              .map(Repeat::answer)
              .orElseGet(() -> {
                Answer given = ask(tx, message, asked, now);
                inbox.answer(key.key(), given);
                return given;
              });
        });
    if (answer.recorded()) {
      wake.run();
    }
    return answer;
  }

  private static Answer ask(Transaction tx, MessageRef message, Mark asked, Instant now) {
    var incidents = new Incidents(tx);
    Optional<Incident> here = incidents.lockIn(message.channel(), asked.by());
    if (here.isEmpty()) {
      return Answer.unchanged(
          Prose.of("Nothing was recorded: this is not an incident's channel. To begin an incident")
              .text(" with this message, use its shortcut ")
              .strong("Declare from message")
              .text(". In an incident's channel, ")
              .code("/incident note <text>")
              .text(" records words of your own."),
          Offer.plain("Open incidents", "list"));
    }
    Incident incident = here.get();
    var capturing = new Capturing(tx, incidents, incident, message, now);
    return switch (capturing.marked(asked)) {
      case COMING ->
          Answer.recorded(
              incident.number(),
              Prose.of("The message goes onto the timeline of ")
                  .strong(incident.label())
                  .text(". To take it off again, pin it and remove the pin."));
      case THERE ->
          Answer.unchanged(
              Prose.of("The message is on the timeline of ")
                  .strong(incident.label())
                  .text(" already. It stands there once."));
      case OUT ->
          Answer.unchanged(
              Prose.of("Nothing was recorded: Slack says that this message was deleted."));
    };
  }
}
