package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import io.evenkeel.incident.Addressee;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.News;
import io.evenkeel.persistence.Transaction;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** Has the commander told by direct message what was parked: once, and not once for each thing. */
public final class Notices {
  private static final Effect TELL =
      new Effect.Tell(new Addressee.Commander(), new News.OfParked());

  private final DSLContext sql;

  public Notices(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * An effect of that stream was parked in this transaction. The commander is told, unless a notice
   * is on its way that will tell it, or the same reason in the same stream was told before and
   * nobody has tried it again since. A direct message that was parked tells nobody, and so does
   * what belongs to no incident.
   *
   * @param in what is parked until then comes into the same message
   */
  public void parked(Lease lease, QueuedEffect effect, String reason, Duration in) {
    IncidentNumber incident = lease.incident();
    if (incident == null) {
      return;
    }
    String direct = StreamId.of(incident, Effect.Place.DIRECT);
    if (lease.stream().equals(direct) || known(lease, effect, reason)) {
      return;
    }
    lock(direct, incident, in);
    boolean underWay =
        sql.fetchExists(
            EFFECT,
            EFFECT.STREAM.eq(direct),
            EFFECT.KIND.eq(TELL.kind().word()),
            EFFECT.STATE.eq(EffectState.READY.name()));
    if (!underWay) {
      append(direct, in);
    }
  }

  /** What must be mended is the same, or was at least said in the same words. */
  private boolean known(Lease lease, QueuedEffect effect, String reason) {
    return sql.fetchExists(
        EFFECT,
        EFFECT.STREAM.eq(lease.stream()),
        EFFECT.SEQ.ne(effect.seq()),
        EFFECT.STATE.eq(DSL.inline(EffectState.PARKED.name())),
        wordsOf(EFFECT.REASON).eq(wordsOf(DSL.val(reason))));
  }

  /**
   * Slack's word does not count where the way to mend it is known: one archived channel has two.
   * Numbers, such as how often it was tried, do not count either.
   */
  private static Field<String> wordsOf(Field<String> reason) {
    return DSL.field(
        "regexp_replace({0}, {1}, '', 'g')",
        String.class, reason, DSL.inline("^Slack says [a-z_]+[.] (?=.)|[0-9]+"));
  }

  private void lock(String direct, IncidentNumber incident, Duration in) {
    sql.insertInto(EFFECT_STREAM)
        .set(EFFECT_STREAM.ID, direct)
        .set(EFFECT_STREAM.INCIDENT, incident)
        .set(EFFECT_STREAM.DUE_AT, DatabaseClock.in(in, EFFECT_STREAM.DUE_AT))
        .onConflict(EFFECT_STREAM.ID)
        .doUpdate()
        .set(
            EFFECT_STREAM.DUE_AT,
            DSL.field(
                "least({0}, excluded.due_at)",
                EFFECT_STREAM.DUE_AT.getDataType(), EFFECT_STREAM.DUE_AT))
        .execute();
  }

  private void append(String direct, Duration in) {
    int last =
        sql.select(coalesce(max(EFFECT.SEQ), 0))
            .from(EFFECT)
            .where(EFFECT.STREAM.eq(direct))
            .fetchSingle()
            .value1();
    sql.insertInto(EFFECT)
        .set(EFFECT.STREAM, direct)
        .set(EFFECT.SEQ, last + 1)
        .set(EFFECT.KIND, TELL.kind().word())
        .set(EFFECT.VERSION, EffectJson.VERSION)
        .set(EFFECT.KEY, UUID.randomUUID().toString())
        .set(EFFECT.PAYLOAD, JSONB.valueOf(EffectJson.payload(TELL)))
        .set(EFFECT.STATE, EffectState.READY.name())
        .set(EFFECT.DUE_AT, DatabaseClock.in(in, EFFECT.DUE_AT))
        .set(EFFECT.RECORDED_AT, DatabaseClock.now(EFFECT.RECORDED_AT))
        .execute();
  }
}
