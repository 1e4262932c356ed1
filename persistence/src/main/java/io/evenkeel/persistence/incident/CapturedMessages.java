package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.CAPTURED_MESSAGE;
import static io.evenkeel.persistence.generated.Tables.TIMELINE_ENTRY;

import io.evenkeel.incident.CapturedMessage;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.CapturedMessageRecord;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Messages from Slack as they stand in timelines. Whoever changes one holds the lock on its
 * incident.
 */
public final class CapturedMessages {
  private final DSLContext sql;

  public CapturedMessages(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** The incidents to whose timelines a mark was ever put on it. */
  public List<IncidentNumber> incidents(MessageRef message) {
    return sql.select(CAPTURED_MESSAGE.INCIDENT)
        .from(CAPTURED_MESSAGE)
        .where(CAPTURED_MESSAGE.CHANNEL.eq(message.channel()))
        .and(CAPTURED_MESSAGE.TS.eq(message.ts()))
        .orderBy(CAPTURED_MESSAGE.INCIDENT)
        .fetch(CAPTURED_MESSAGE.INCIDENT);
  }

  /** How it stands; one of which nothing is known when there is none. */
  public CapturedMessage of(IncidentNumber incident, MessageRef message) {
    return sql.selectFrom(CAPTURED_MESSAGE)
        .where(CAPTURED_MESSAGE.CHANNEL.eq(message.channel()))
        .and(CAPTURED_MESSAGE.TS.eq(message.ts()))
        .and(CAPTURED_MESSAGE.INCIDENT.eq(incident))
        .fetchOptional(row -> read(row, message))
        .orElseGet(() -> CapturedMessage.of(incident, message));
  }

  public void store(CapturedMessage captured) {
    var row = new CapturedMessageRecord();
    row.setIncident(captured.incident());
    row.setChannel(captured.message().channel());
    row.setTs(captured.message().ts());
    row.setEntry(captured.entry());
    row.setShown(captured.shown());
    row.setDeleted(captured.deleted());
    row.setVersion(captured.version());
    row.setToldAt(captured.toldAt());
    row.setNewest(captured.newest());
    sql.insertInto(CAPTURED_MESSAGE).set(row).onDuplicateKeyUpdate().set(row).execute();
  }

  /** Those that stand in its timeline and have pictures, as their words there say. */
  public List<MessageRef> withPictures(IncidentNumber incident) {
    return sql.select(CAPTURED_MESSAGE.CHANNEL, CAPTURED_MESSAGE.TS)
        .from(CAPTURED_MESSAGE)
        .join(TIMELINE_ENTRY)
        .on(TIMELINE_ENTRY.INCIDENT.eq(CAPTURED_MESSAGE.INCIDENT))
        .and(TIMELINE_ENTRY.SEQ.eq(CAPTURED_MESSAGE.ENTRY))
        .where(CAPTURED_MESSAGE.INCIDENT.eq(incident))
        .and(CAPTURED_MESSAGE.SHOWN.isTrue())
        .and(CAPTURED_MESSAGE.DELETED.isFalse())
        .and(TIMELINE_ENTRY.TEXT.contains("image"))
        .orderBy(CAPTURED_MESSAGE.TS)
        .fetch(row -> new MessageRef(row.value1(), row.value2()));
  }

  /** Another entry tells of it from now on. */
  public void moved(IncidentNumber incident, int from, int to) {
    sql.update(CAPTURED_MESSAGE)
        .set(CAPTURED_MESSAGE.ENTRY, to)
        .where(CAPTURED_MESSAGE.INCIDENT.eq(incident))
        .and(CAPTURED_MESSAGE.ENTRY.eq(from))
        .execute();
  }

  /**
   * The entry that shows it.
   *
   * @throws IllegalArgumentException when none does
   */
  public TimelineEntry shown(CapturedMessage captured) {
    Integer entry = captured.entry();
    if (entry == null || !captured.shown()) {
      throw new IllegalArgumentException("no entry shows that message");
    }
    return sql.selectFrom(TIMELINE_ENTRY)
        .where(TIMELINE_ENTRY.INCIDENT.eq(captured.incident()))
        .and(TIMELINE_ENTRY.SEQ.eq(entry))
        .fetchSingle(Entries::read);
  }

  private static CapturedMessage read(CapturedMessageRecord row, MessageRef message) {
    return new CapturedMessage(
        row.getIncident(),
        message,
        row.getEntry(),
        row.getShown(),
        row.getDeleted(),
        row.getVersion(),
        row.getToldAt(),
        row.getNewest());
  }
}
