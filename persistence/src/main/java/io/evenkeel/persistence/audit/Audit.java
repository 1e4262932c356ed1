package io.evenkeel.persistence.audit;

import static io.evenkeel.persistence.generated.Tables.AUDIT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.evenkeel.hash.Sha256;
import io.evenkeel.persistence.ChainFields;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.AuditRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The audit: appended to and checked, never changed. Its times are the database's, which all
 * replicas share.
 */
public final class Audit {
  private static final byte[] FORMAT = "evenkeel-audit-1".getBytes(US_ASCII);
  private static final byte[] START = {};

  /** One appends at a time: "audit" in ASCII. */
  private static final long LOCK = 0x6175646974L;

  private final DSLContext sql;

  public Audit(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Appends it, unless this action on this subject is recorded already. */
  public void once(AuditEntry entry) {
    lock();
    boolean recorded =
        sql.fetchExists(
            sql.selectFrom(AUDIT)
                .where(AUDIT.SUBJECT.eq(entry.subject()))
                .and(AUDIT.ACTION.eq(entry.action())));
    if (!recorded) {
      append(entry);
    }
  }

  /** Appends it. Call it last in a transaction: others that append wait until it ends. */
  public void add(AuditEntry entry) {
    lock();
    append(entry);
  }

  /** Checks every entry against its hash. */
  public AuditVerdict verify() {
    byte[] previous = START;
    long seq = 0;
    try (var rows = sql.selectFrom(AUDIT).orderBy(AUDIT.SEQ).fetchSize(1000).fetchLazy()) {
      for (AuditRecord row : rows) {
        seq++;
        if (row.getSeq() != seq) {
          return new AuditVerdict.Broken(seq, "it was removed");
        }
        if (!Arrays.equals(hash(previous, row), row.getHash())) {
          return new AuditVerdict.Broken(seq, "it was changed");
        }
        previous = row.getHash();
      }
    }
    return new AuditVerdict.Sound(seq, HexFormat.of().formatHex(previous));
  }

  private void append(AuditEntry entry) {
    var last = sql.selectFrom(AUDIT).orderBy(AUDIT.SEQ.desc()).limit(1).fetchOne();
    var row = new AuditRecord();
    row.setSeq(last == null ? 1 : last.getSeq() + 1);
    row.setRecordedAt(after(last == null ? Instant.EPOCH : last.getRecordedAt()));
    row.setActor(entry.actor());
    row.setAction(entry.action());
    row.setSubject(entry.subject());
    row.setDetail(entry.detail());
    row.setHash(hash(last == null ? START : last.getHash(), row));
    sql.insertInto(AUDIT).set(row).execute();
  }

  /** A statement of its own, so that the next one sees what the last holder appended. */
  private void lock() {
    sql.fetch("select pg_advisory_xact_lock({0})", DSL.val(LOCK));
  }

  private Instant after(Instant last) {
    Instant now =
        sql.select(DSL.field("clock_timestamp()", AUDIT.RECORDED_AT.getDataType()))
            .fetchSingle()
            .value1();
    return now.isBefore(last) ? last : now;
  }

  private static byte[] hash(byte[] previous, AuditRecord row) {
    byte[] fields =
        new ChainFields()
            .add(row.getSeq())
            .add(row.getRecordedAt())
            .add(row.getActor())
            .add(row.getAction())
            .add(row.getSubject())
            .add(row.getDetail())
            .bytes();
    return Sha256.of(FORMAT, previous, fields);
  }
}
