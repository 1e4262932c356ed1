package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.ALERT_GROUP;
import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

import io.evenkeel.incident.IncidentNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Records what became of an effect in a stream that is locked. */
final class StreamRecord {
  private final DSLContext sql;
  private final Lease lease;
  private final QueuedEffect effect;

  StreamRecord(DSLContext sql, Lease lease, QueuedEffect effect) {
    this.sql = sql;
    this.lease = lease;
    this.effect = effect;
  }

  boolean note(Map<String, String> notes) {
    return sql.update(EFFECT).set(EFFECT.RESULT, Notes.added(notes)).where(mine()).execute() == 1;
  }

  boolean state(EffectState state, Duration in, @Nullable String why) {
    return sql.update(EFFECT)
            .set(EFFECT.STATE, state.name())
            .set(EFFECT.DUE_AT, DatabaseClock.in(in, EFFECT.DUE_AT))
            .set(EFFECT.REASON, why)
            .where(mine())
            .execute()
        == 1;
  }

  boolean unknown(Duration in, String why) {
    note(Map.of(Notes.DOUBT, "yes"));
    return state(EffectState.UNKNOWN, in, why);
  }

  boolean park(String reason) {
    state(EffectState.PARKED, Duration.ZERO, reason);
    settleFirstPost();
    // The stream's rest is walked once, so that what depends on this one is parked with it.
    new StreamHead(sql, lease).find();
    makeAnnouncementDue();
    return true;
  }

  private void alertCard(int group, SlackObject message) {
    sql.update(ALERT_GROUP)
        .set(ALERT_GROUP.CHANNEL, message.channel())
        .set(ALERT_GROUP.MESSAGE, message.id())
        .where(ALERT_GROUP.NUMBER.eq(group))
        .execute();
  }

  private void makeAnnouncementDue() {
    IncidentNumber incident = lease.incident();
    if (incident != null) {
      Announcements.makeDue(sql, incident);
    }
  }

  /**
   * What belongs to no incident is not remembered as a thing of one; a card about alerts is theirs.
   */
  boolean done(Map<Purpose, SlackObject> made) {
    state(EffectState.DONE, Duration.ZERO, null);
    IncidentNumber incident = lease.incident();
    if (incident == null) {
      made.forEach(
          (purpose, object) -> purpose.alerts().ifPresent(group -> alertCard(group, object)));
    } else {
      var objects = new SlackObjects(sql);
      made.forEach((purpose, object) -> objects.record(incident, purpose, object));
    }
    if (made.containsKey(Purpose.CARD)) {
      settleFirstPost();
    }
    if (made.containsKey(Purpose.CHANNEL)) {
      makeAnnouncementDue();
    }
    return true;
  }

  /** The incident has its first post, or will have none for now: others go first again. */
  private void settleFirstPost() {
    sql.update(EFFECT_STREAM)
        .set(EFFECT_STREAM.URGENT, false)
        .where(EFFECT_STREAM.ID.eq(lease.stream()))
        .and(EFFECT_STREAM.URGENT)
        .execute();
  }

  boolean onceMore(Duration in) {
    return new Repeat(sql, lease.stream(), effect.seq()).in(in);
  }

  private List<Condition> mine() {
    return List.of(EFFECT.STREAM.eq(lease.stream()), EFFECT.SEQ.eq(effect.seq()));
  }
}
