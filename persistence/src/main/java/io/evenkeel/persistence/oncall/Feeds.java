package io.evenkeel.persistence.oncall;

import static io.evenkeel.persistence.generated.Tables.ONCALL_FEED;
import static io.evenkeel.persistence.generated.Tables.ONCALL_FEED_SHIFT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import io.evenkeel.oncall.Listed;
import io.evenkeel.oncall.Participant;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.OncallFeedShiftRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What calendars kept elsewhere said when they could be read last. */
public final class Feeds {
  private static final int AT_ONCE = 1000;

  private final DSLContext sql;

  public Feeds(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Empty for one that was not asked for since the file names that address. */
  public Optional<FeedState> state(ScheduleName schedule, String layer, URI url) {
    return sql.selectFrom(ONCALL_FEED)
        .where(this.is(schedule, layer))
        .and(ONCALL_FEED.SOURCE.eq(FeedSource.hash(url)))
        .fetchOptional(row ->
            new FeedState(
                row.getTriedAt(),
                row.getReadAt(),
                row.getFailingSince(),
                row.getFailure(),
                row.getRemarks()));
  }

  /** Its shifts that end after that instant; another address has none of the former one's. */
  public Listed shifts(ScheduleName schedule, String layer, URI url, Instant after) {
    return new Listed(
        sql.select(ONCALL_FEED_SHIFT.WHO, ONCALL_FEED_SHIFT.FROM_AT, ONCALL_FEED_SHIFT.UNTIL_AT)
            .from(ONCALL_FEED_SHIFT)
            .join(ONCALL_FEED)
            .using(ONCALL_FEED_SHIFT.SCHEDULE, ONCALL_FEED_SHIFT.LAYER)
            .where(ONCALL_FEED.SCHEDULE.eq(schedule.value()))
            .and(ONCALL_FEED.LAYER.eq(layer))
            .and(ONCALL_FEED.SOURCE.eq(FeedSource.hash(url)))
            .and(ONCALL_FEED_SHIFT.UNTIL_AT.gt(after))
            .orderBy(ONCALL_FEED_SHIFT.PLACE)
            .fetch(row ->
                new Listed.Entry(new Participant(row.value1()), row.value2(), row.value3())));
  }

  /** Somebody asked for the calendar at that address, for that layer. */
  public record Asked(ScheduleName schedule, String layer, String source) {
    public static Asked of(ScheduleName schedule, String layer, URI url) {
      return new Asked(schedule, layer, FeedSource.hash(url));
    }
  }

  /** What was asked for after that instant, so that nobody need claim it yet. */
  public Set<Asked> asked(Instant after) {
    return sql.select(ONCALL_FEED.SCHEDULE, ONCALL_FEED.LAYER, ONCALL_FEED.SOURCE)
        .from(ONCALL_FEED)
        .where(ONCALL_FEED.TRIED_AT.gt(after))
        .fetchSet(row -> new Asked(new ScheduleName(row.value1()), row.value2(), row.value3()));
  }

  /**
   * Whoever gets true is to read it now, and nobody else for a while. Another address than before
   * is read at once, and nothing of the former one counts any more.
   */
  public boolean claim(ScheduleName schedule, String layer, URI url, Instant now, Duration every) {
    sql.deleteFrom(ONCALL_FEED)
        .where(is(schedule, layer))
        .and(ONCALL_FEED.SOURCE.ne(FeedSource.hash(url)))
        .execute();
    return sql.insertInto(ONCALL_FEED)
            .set(ONCALL_FEED.SCHEDULE, schedule.value())
            .set(ONCALL_FEED.LAYER, layer)
            .set(ONCALL_FEED.SOURCE, FeedSource.hash(url))
            .set(ONCALL_FEED.TRIED_AT, now)
            .onConflict(ONCALL_FEED.SCHEDULE, ONCALL_FEED.LAYER)
            .doUpdate()
            .set(ONCALL_FEED.TRIED_AT, now)
            .where(ONCALL_FEED.TRIED_AT.le(now.minus(every)))
            .execute()
        == 1;
  }

  /** It was read: this is in force from now on, and nothing of what was before. */
  public void read(
      ScheduleName schedule,
      String layer,
      URI url,
      List<Listed.Entry> shifts,
      String remarks,
      Instant now) {
    sql.deleteFrom(ONCALL_FEED).where(is(schedule, layer)).execute();
    sql.insertInto(ONCALL_FEED)
        .set(ONCALL_FEED.SCHEDULE, schedule.value())
        .set(ONCALL_FEED.LAYER, layer)
        .set(ONCALL_FEED.SOURCE, FeedSource.hash(url))
        .set(ONCALL_FEED.TRIED_AT, now)
        .set(ONCALL_FEED.READ_AT, now)
        .set(ONCALL_FEED.REMARKS, remarks)
        .execute();
    var rows = new ArrayList<OncallFeedShiftRecord>();
    for (Listed.Entry shift : shifts) {
      rows.add(
          new OncallFeedShiftRecord(
              schedule.value(),
              layer,
              rows.size() + 1,
              shift.who().name(),
              shift.from(),
              shift.until()));
    }
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      sql.insertInto(ONCALL_FEED_SHIFT)
          .set(rows.subList(from, Math.min(from + AT_ONCE, rows.size())))
          .execute();
    }
  }

  /**
   * It could not be read: what it said last stays in force, but not what another address said.
   *
   * @param why as sentences
   */
  public void failed(ScheduleName schedule, String layer, URI url, String why, Instant now) {
    sql.deleteFrom(ONCALL_FEED)
        .where(is(schedule, layer))
        .and(ONCALL_FEED.SOURCE.ne(FeedSource.hash(url)))
        .execute();
    sql.insertInto(ONCALL_FEED)
        .set(ONCALL_FEED.SCHEDULE, schedule.value())
        .set(ONCALL_FEED.LAYER, layer)
        .set(ONCALL_FEED.SOURCE, FeedSource.hash(url))
        .set(ONCALL_FEED.TRIED_AT, now)
        .set(ONCALL_FEED.FAILING_SINCE, now)
        .set(ONCALL_FEED.FAILURE, why)
        .onConflict(ONCALL_FEED.SCHEDULE, ONCALL_FEED.LAYER)
        .doUpdate()
        .set(ONCALL_FEED.TRIED_AT, now)
        .set(
            ONCALL_FEED.FAILING_SINCE,
            coalesce(ONCALL_FEED.FAILING_SINCE, val(now, ONCALL_FEED.FAILING_SINCE)))
        .set(ONCALL_FEED.FAILURE, why)
        .execute();
  }

  private Condition is(ScheduleName schedule, String layer) {
    return ONCALL_FEED.SCHEDULE.eq(schedule.value()).and(ONCALL_FEED.LAYER.eq(layer));
  }
}
