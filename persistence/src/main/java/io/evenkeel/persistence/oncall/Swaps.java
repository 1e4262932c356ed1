package io.evenkeel.persistence.oncall;

import static io.evenkeel.persistence.generated.Tables.ONCALL_SWAP;

import io.evenkeel.incident.Person;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.OncallSwapRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Shifts that people asked one another to swap. */
public final class Swaps {

  /** What became of one. */
  public enum End {
    ACCEPTED,
    DECLINED,
    WITHDRAWN
  }

  private final DSLContext sql;

  public Swaps(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Keeps it, open, under a number of its own. */
  public AskedSwap ask(
      ScheduleName schedule,
      Person asker,
      Person asked,
      AskedSwap.Stint given,
      AskedSwap.@Nullable Stint back,
      Instant now) {
    var row = new OncallSwapRecord();
    row.setSchedule(schedule.value());
    row.setLayer(given.layer());
    row.setAsker(asker.id());
    row.setAskerName(asker.name());
    row.setAsked(asked.id());
    row.setAskedName(asked.name());
    row.setFromAt(given.from());
    row.setUntilAt(given.until());
    row.setBackLayer(back == null ? null : back.layer());
    row.setBackFrom(back == null ? null : back.from());
    row.setBackUntil(back == null ? null : back.until());
    row.setAskedAt(now);
    return read(sql.insertInto(ONCALL_SWAP).set(row).returning().fetchSingle());
  }

  /** The one of that number, locked until the transaction ends. */
  public Optional<AskedSwap> lock(int number) {
    return sql.selectFrom(ONCALL_SWAP)
        .where(ONCALL_SWAP.NUMBER.eq(number))
        .forUpdate()
        .fetchOptional(Swaps::read);
  }

  /** Those that wait for an answer and are not too late for one, the oldest first. */
  public List<AskedSwap> open(ScheduleName schedule, Instant now) {
    return sql
        .selectFrom(ONCALL_SWAP)
        .where(ONCALL_SWAP.SCHEDULE.eq(schedule.value()))
        .and(ONCALL_SWAP.ENDED_AT.isNull())
        .and(ONCALL_SWAP.UNTIL_AT.gt(now))
        .orderBy(ONCALL_SWAP.NUMBER)
        .fetch(Swaps::read)
        .stream()
        .filter(swap -> !swap.late(now))
        .toList();
  }

  public void end(int number, End how, Person by, Instant now) {
    sql.update(ONCALL_SWAP)
        .set(ONCALL_SWAP.ENDED_AS, how.name().toLowerCase(Locale.ROOT))
        .set(ONCALL_SWAP.ENDED_AT, now)
        .set(ONCALL_SWAP.ENDED_BY, by.id())
        .set(ONCALL_SWAP.ENDED_BY_NAME, by.name())
        .where(ONCALL_SWAP.NUMBER.eq(number))
        .execute();
  }

  private static AskedSwap read(OncallSwapRecord row) {
    String layer = row.getBackLayer();
    Instant from = row.getBackFrom();
    Instant until = row.getBackUntil();
    return new AskedSwap(
        row.getNumber(),
        new ScheduleName(row.getSchedule()),
        new Person(row.getAsker(), row.getAskerName()),
        new Person(row.getAsked(), row.getAskedName()),
        new AskedSwap.Stint(row.getLayer(), row.getFromAt(), row.getUntilAt()),
        layer == null || from == null || until == null
            ? null
            : new AskedSwap.Stint(layer, from, until),
        row.getEndedAt() == null);
  }
}
