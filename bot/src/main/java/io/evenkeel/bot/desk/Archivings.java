package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.inbox.Inbox;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the commander when somebody archives the channel of an incident that goes on. */
public final class Archivings {
  /** Nobody is answered; the inbox wants one. */
  private static final Answer NOTED = Answer.unchanged(Prose.of(""));

  private final Database database;
  private final Runnable wake;

  /**
   * @param wake called after the commit
   */
  public Archivings(Database database, Runnable wake) {
    this.database = database;
    this.wake = wake;
  }

  /**
   * Somebody archived a channel. Nothing happens when it is no incident's, when the incident is
   * over, or when the same was told before.
   *
   * @param by null where Slack does not say who
   * @param now UTC at microseconds
   * @throws io.evenkeel.persistence.Unavailable within 2.3 s while Postgres is away: to be told
   *     again under the same key
   */
  public void told(InboxKey key, ChannelId channel, @Nullable PersonId by, Instant now) {
    database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          new Incidents(tx)
              .inChannel(channel)
              .ifPresent(number -> once(tx, key, number, channel, by, now));
          return channel;
        });
    wake.run();
  }

  private static void once(
      Transaction tx,
      InboxKey key,
      IncidentNumber number,
      ChannelId channel,
      @Nullable PersonId by,
      Instant now) {
    var inbox = new Inbox(tx);
    if (inbox.claim(key.key(), key.bodyHash(), now).isPresent()) {
      return;
    }
    new Incidents(tx)
        .find(number)
        .filter(Incident::open)
        .ifPresent(incident ->
            reader(incident, by)
                .ifPresent(reader ->
                    new Effects(tx)
                        .enqueue(number, List.of(said(incident, channel, by, reader)), now)));
    inbox.answer(key.key(), NOTED);
  }

  /** Whoever it is up to; whoever archived it where nobody commands yet. */
  private static Optional<PersonId> reader(Incident incident, @Nullable PersonId by) {
    return incident.responsible().map(Person::id).or(() -> Optional.ofNullable(by));
  }

  private static Effect said(
      Incident incident, ChannelId channel, @Nullable PersonId by, PersonId reader) {
    Prose words =
        Prose.of("⚠️ ")
            .room(channel)
            .text(", the channel of ")
            .strong(incident.number().toString())
            .text(", was archived")
            .then(by == null ? Prose.of("") : Prose.of(" by ").mention(new Person(by, by.value())))
            .text(" while the incident goes on. Nothing is lost, and nothing can be posted there.")
            .text(" Unarchive it to go on there, or say how it ended: ")
            .code("/incident resolve " + incident.number() + " …");
    return new Effect.Say(new Hearer.Somebody(reader), words);
  }
}
