package io.evenkeel.bot.desk;

import io.evenkeel.bot.trace.Spans;
import io.evenkeel.drill.Drill;
import io.evenkeel.drill.Sample;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.inbox.Inbox;
import io.evenkeel.policy.Policy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Takes what somebody said and records it. What it returns stands in Postgres. */
public final class Desk {
  private final Database database;
  private final House house;
  private final Runnable wake;
  private final Spans spans;
  private final Takings takings = new Takings();

  /** By the standard policy. */
  public Desk(Database database, SeverityScale severities, Runnable wake) {
    this(database, new House(severities, Policy.STANDARD), wake);
  }

  /**
   * @param wake called after each commit that left something to be done in Slack
   */
  public Desk(Database database, House house, Runnable wake) {
    this(database, house, wake, Spans.NONE);
  }

  /**
   * The same where it is traced.
   *
   * @param spans told of each command
   */
  public Desk(Database database, House house, Runnable wake, Spans spans) {
    this.database = database;
    this.house = house;
    this.wake = wake;
    this.spans = spans;
  }

  /**
   * Runs one command in one transaction. The same key again returns the same answer and changes
   * nothing, so this is also how a doubtful commit is settled.
   *
   * @param place the channel it was said in; null where there is none
   * @param now UTC at microseconds
   * @throws io.evenkeel.persistence.NotRecorded nothing was changed
   * @throws io.evenkeel.persistence.InDoubt the commit was sent and its outcome is not known
   */
  public Answer handle(
      InboxKey key, Utterance.Act said, Actor actor, @Nullable ChannelId place, Instant now) {
    return take(key, said, actor, place, now).answer();
  }

  /** How the commands taken here have ended. */
  public Takings takings() {
    return takings;
  }

  /**
   * What a key stands for.
   *
   * @param sameRequest false when the key came with something else before: the answer is that one's
   */
  public record Taken(Answer answer, boolean sameRequest) {}

  /** The same, and says when the key was used for another request before. */
  public Taken take(
      InboxKey key, Utterance.Act said, Actor actor, @Nullable ChannelId place, Instant now) {
    try (var _ = MDC.putCloseable("request", key.fingerprint())) {
      Taken taken =
          spans.command(
              said.getClass().getSimpleName(),
              () -> takings.counted(() -> transact(key, said, actor, place, now)));
      if (taken.answer().recorded()) {
        wake.run();
      }
      return taken;
    }
  }

  /**
   * Acts on something whose time has come, once however often it is asked. Nothing happens when
   * somebody is changing the incident right now, or when it is not due any more.
   *
   * @param now UTC at microseconds
   * @return whether something was recorded
   * @throws io.evenkeel.persistence.Unavailable within 2.3 s while Postgres is away: to be asked
   *     again
   */
  public boolean due(Due due, Instant now) {
    boolean recorded =
        spans.command(
            "Due",
            () -> database.query(Database.COMMAND_LIMIT, tx -> Deadlines.act(tx, house, due, now)));
    if (recorded) {
      wake.run();
    }
    return recorded;
  }

  /**
   * Takes what was measured of a drill, once: nothing happens when it was measured or moved on
   * since it was asked for, or when somebody is changing its incident right now.
   *
   * @param asked the drill as it was when it was claimed
   * @param at when that was so, UTC at microseconds
   * @param now UTC at microseconds
   * @throws io.evenkeel.persistence.Unavailable while Postgres is away: it is measured again
   */
  public boolean measured(Drill asked, List<Sample> samples, Instant at, Instant now) {
    boolean recorded =
        spans.command(
            "Measured",
            () ->
                database.query(
                    Database.COMMAND_LIMIT, tx -> DrillMeasured.take(tx, asked, samples, at, now)));
    if (recorded) {
      wake.run();
    }
    return recorded;
  }

  /** Whether that key came with another request before; for what changes nothing. */
  public boolean heldByAnother(InboxKey key) {
    return database.query(
        Database.COMMAND_LIMIT, tx -> new Inbox(tx).heldByAnother(key.key(), key.bodyHash()));
  }

  private Taken transact(
      InboxKey key, Utterance.Act said, Actor actor, @Nullable ChannelId place, Instant now) {
    return spans.transaction(() -> database.command(tx -> once(tx, key, said, actor, place, now)));
  }

  private Taken once(
      Transaction tx,
      InboxKey key,
      Utterance.Act said,
      Actor actor,
      @Nullable ChannelId place,
      Instant now) {
    var inbox = new Inbox(tx);
    return inbox
        .claim(key.key(), key.bodyHash(), now)
        .map(repeat -> new Taken(repeat.answer(), repeat.sameBody()))
        .orElseGet(() -> {
          Answer answer =
              switch (said) {
                case Utterance.Declaration declaration ->
                    Declaring.handle(tx, house, declaration.command(), null, actor, now);
                case Utterance.Quoted quoted ->
                    Declaring.handle(tx, house, quoted.command(), quoted, actor, now);
                case Utterance.Requoted again ->
                    Declaring.handle(
                        tx,
                        house,
                        again.command(),
                        Reported.quoted(tx, again, actor, now),
                        actor,
                        now);
                case Utterance.Order order -> Ordering.handle(tx, house, order, actor, place, now);
                case Utterance.Retry retry -> Retrying.handle(tx, retry, actor, place, now);
                case Utterance.QuietHours quiet -> Quieting.handle(tx, quiet, actor);
                case Utterance.Subscription subscription ->
                    Subscribing.handle(tx, house, subscription, actor, place, now);
                case Utterance.Alerts alerts ->
                    new Sorting(tx, house, actor, now).handle(alerts.order(), place);
                case Utterance.Rota rota -> Rostering.handle(tx, house, rota, actor, now);
                case Utterance.Upkept(var change) ->
                    Maintaining.handle(tx, house, change, actor, now);
                case Utterance.Drilling drilling ->
                    new Drilling(tx, house, actor, now).handle(drilling, place);
              };
          inbox.answer(key.key(), answer);
          return new Taken(answer, true);
        });
  }
}
