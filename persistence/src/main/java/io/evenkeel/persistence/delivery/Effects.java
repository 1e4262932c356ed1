package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Appends what a command has decided to the streams of its incident. */
public final class Effects {
  /**
   * The stream is there, is due unless it waits for its channel, and is locked. One that waits for
   * its turn at a limit of Slack's is left to wait, as all that is new comes behind what waits.
   * Only an edit may take the place of an older edit, and what waits at the limit of a channel,
   * written {@code method/channel}, is no edit. Tells whether a relay has had it before: then it
   * waits for no channel.
   */
  private static final String LOCK =
      """
      insert into effect_stream (id, incident, urgent, due_at)
      values (?, ?, ?, case when ? then 'infinity' else clock_timestamp() end)
      on conflict (id) do update set due_at =
        case when effect_stream.due_at < 'infinity'
            and (effect_stream.waits_for like '%/%' or effect_stream.waits_for <> '' and not ?)
          then effect_stream.due_at
          when effect_stream.epoch > 0 then least(effect_stream.due_at, clock_timestamp())
          else least(effect_stream.due_at, excluded.due_at) end
      returning effect_stream.epoch > 0\
      """;

  private final Transaction tx;
  private final DSLContext sql;

  public Effects(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Appends the effects in order, each with a key of its own, and makes the streams due. The
   * announcement's stream becomes due once the incident's channel is recorded, so that the
   * announcement can link to it, or once making the channel was given up.
   *
   * <p>Locks the streams until the transaction ends, so that no relay finds a stream empty while a
   * command is adding to it. Call it last in the transaction.
   *
   * @param now when it was decided, UTC; the streams' due times use the database's clock
   */
  public void enqueue(IncidentNumber incident, List<Effect> effects, Instant now) {
    if (effects.isEmpty()) {
      return;
    }
    var places = EnumSet.noneOf(Effect.Place.class);
    var edited = EnumSet.noneOf(Effect.Place.class);
    for (Effect effect : effects) {
      places.add(effect.place());
      if (StreamHead.EDITS.contains(effect.kind().word())) {
        edited.add(effect.place());
      }
    }
    lock(incident, places, edited);
    new Appending(tx)
        .append(
            effect -> StreamId.of(incident, effect.place()),
            effects,
            Integer.toString(incident.value()),
            now);
  }

  /**
   * Says something that belongs to no incident: in order for each who hears it.
   *
   * @param now when it was decided, UTC
   */
  public void say(Effect.Say said, Instant now) {
    String stream = StreamId.of(said.to());
    new Written(tx, LOCK).text(stream).number(null).truth(false).truth(false).truth(false).tells();
    new Appending(tx).append(_ -> stream, List.of(said), "", now);
  }

  /** Something about the card that asks what is to become of alerts. */
  public void card(int group, Effect effect, Instant now) {
    String stream = StreamId.ofAlerts(group);
    boolean edit = StreamHead.EDITS.contains(effect.kind().word());
    new Written(tx, LOCK).text(stream).number(null).truth(false).truth(false).truth(edit).tells();
    new Appending(tx).append(_ -> stream, List.of(effect), "", now);
  }

  /** An edit for a change that no command has made, such as a channel that was made late. */
  public void refresh(IncidentNumber incident, Effect edit) {
    var latest =
        sql.select(EFFECT.RECORDED_AT)
            .from(EFFECT)
            .where(EFFECT.STREAM.eq(StreamId.of(incident, Effect.Place.CHANNEL)))
            .orderBy(EFFECT.SEQ.desc())
            .limit(1)
            .fetchOptional(EFFECT.RECORDED_AT);
    latest.ifPresent(at -> enqueue(incident, List.of(edit), at));
  }

  private void lock(IncidentNumber incident, Set<Effect.Place> places, Set<Effect.Place> edited) {
    for (Effect.Place place : places) {
      boolean had =
          new Written(tx, LOCK)
              .text(StreamId.of(incident, place))
              .number(incident.value())
              .truth(place == Effect.Place.CHANNEL)
              .truth(place == Effect.Place.ANNOUNCE)
              .truth(edited.contains(place))
              .tells();
      if (place == Effect.Place.ANNOUNCE && !had) {
        // A statement of its own: it must see the channel that was recorded while we waited for
        // the lock.
        Announcements.makeDue(sql, incident);
      }
    }
  }
}
