package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.SLACK_OBJECT;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Which channel, card and announcement are an incident's. */
public final class SlackObjects {
  private final DSLContext sql;

  public SlackObjects(Transaction tx) {
    this(tx.unwrap(DSLContext.class));
  }

  SlackObjects(DSLContext sql) {
    this.sql = sql;
  }

  public Optional<SlackObject> find(IncidentNumber incident, Purpose purpose) {
    return sql.select(SLACK_OBJECT.CHANNEL, SLACK_OBJECT.ID)
        .from(SLACK_OBJECT)
        .where(SLACK_OBJECT.INCIDENT.eq(incident))
        .and(SLACK_OBJECT.PURPOSE.eq(purpose.word()))
        .fetchOptional(row -> new SlackObject(row.value1(), row.value2()));
  }

  /** Those of them that are there, in one query. */
  public Map<Purpose, SlackObject> find(IncidentNumber incident, Collection<Purpose> purposes) {
    return sql.select(SLACK_OBJECT.PURPOSE, SLACK_OBJECT.CHANNEL, SLACK_OBJECT.ID)
        .from(SLACK_OBJECT)
        .where(SLACK_OBJECT.INCIDENT.eq(incident))
        .and(SLACK_OBJECT.PURPOSE.in(purposes.stream().map(Purpose::word).toList()))
        .fetchMap(
            row -> new Purpose(row.value1()), row -> new SlackObject(row.value2(), row.value3()));
  }

  /** The channels of those incidents that have one, in one query. */
  public Map<IncidentNumber, ChannelId> channels(Collection<IncidentNumber> incidents) {
    return sql.select(SLACK_OBJECT.INCIDENT, SLACK_OBJECT.CHANNEL)
        .from(SLACK_OBJECT)
        .where(SLACK_OBJECT.INCIDENT.in(incidents))
        .and(SLACK_OBJECT.PURPOSE.eq(Purpose.CHANNEL.word()))
        .fetchMap(SLACK_OBJECT.INCIDENT, SLACK_OBJECT.CHANNEL);
  }

  /** Whether an incident was ever announced there. */
  public boolean announcedIn(ChannelId channel) {
    return sql.fetchExists(
        sql.selectOne()
            .from(SLACK_OBJECT)
            .where(SLACK_OBJECT.CHANNEL.eq(channel))
            .and(SLACK_OBJECT.PURPOSE.eq(Purpose.ANNOUNCEMENT.word())));
  }

  /** Remembers it, in place of what had that purpose before. Its time is the database's. */
  public void record(IncidentNumber incident, Purpose purpose, SlackObject object) {
    sql.insertInto(SLACK_OBJECT)
        .set(SLACK_OBJECT.INCIDENT, incident)
        .set(SLACK_OBJECT.PURPOSE, purpose.word())
        .set(SLACK_OBJECT.CHANNEL, object.channel())
        .set(SLACK_OBJECT.ID, object.id())
        .set(SLACK_OBJECT.RECORDED_AT, DatabaseClock.now(SLACK_OBJECT.RECORDED_AT))
        .onConflict(SLACK_OBJECT.INCIDENT, SLACK_OBJECT.PURPOSE)
        .doUpdate()
        .set(SLACK_OBJECT.CHANNEL, object.channel())
        .set(SLACK_OBJECT.ID, object.id())
        .set(SLACK_OBJECT.RECORDED_AT, DatabaseClock.now(SLACK_OBJECT.RECORDED_AT))
        .execute();
  }
}
