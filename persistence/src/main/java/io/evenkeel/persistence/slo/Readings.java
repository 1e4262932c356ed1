package io.evenkeel.persistence.slo;

import static io.evenkeel.persistence.generated.Tables.SLO_STATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.evenkeel.persistence.Transaction;
import io.evenkeel.slo.Band;
import io.evenkeel.slo.BurnDown;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Reading;
import io.evenkeel.slo.Stand;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What was measured of objectives: the newest, and the last of each hour. */
public final class Readings {
  private final DSLContext sql;

  public Readings(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Those that nobody tried to measure for so long: whoever wants to claims them. */
  public List<Objective> due(List<Objective> objectives, Instant now, Duration every) {
    Set<List<String>> tried =
        Set.copyOf(
            sql.select(SLO_STATE.SERVICE, SLO_STATE.NAME)
                .from(SLO_STATE)
                .where(SLO_STATE.TRIED_AT.gt(now.minus(every)))
                .fetch(row -> List.of(row.value1(), row.value2())));
    return objectives.stream()
        .filter(one -> !tried.contains(List.of(one.service(), one.name())))
        .toList();
  }

  /** Whoever gets true is to measure it now, and nobody else for a while. */
  public boolean claim(Objective objective, Instant now, Duration every) {
    return sql.insertInto(SLO_STATE)
            .set(SLO_STATE.SERVICE, objective.service())
            .set(SLO_STATE.NAME, objective.name())
            .set(SLO_STATE.TRIED_AT, now)
            .onConflict(SLO_STATE.SERVICE, SLO_STATE.NAME)
            .doUpdate()
            .set(SLO_STATE.TRIED_AT, now)
            .where(SLO_STATE.TRIED_AT.le(now.minus(every)))
            .execute()
        == 1;
  }

  /**
   * It was measured. A breach begins when a tenth or less is left, and ends when more is: then the
   * next one counts anew. An older reading than the newest changes nothing.
   */
  public void read(Objective objective, Reading reading) {
    BigDecimal left = reading.budget().left();
    boolean breached =
        switch (Band.of(left)) {
          case NORMAL, SLOW_DOWN, FEATURE_FREEZE -> false;
          case CRITICAL, EXHAUSTED -> true;
        };
    Instant at = reading.at();
    int changed =
        sql.update(SLO_STATE)
            .set(SLO_STATE.READ_AT, at)
            .setNull(SLO_STATE.FAILING_SINCE)
            .setNull(SLO_STATE.FAILURE)
            .set(SLO_STATE.TARGET, reading.target().percent())
            .set(SLO_STATE.WINDOW_START, reading.window().start())
            .set(SLO_STATE.WINDOW_END, reading.window().end())
            .set(SLO_STATE.BAD, reading.counted().bad())
            .set(SLO_STATE.VALID, reading.counted().valid())
            .set(SLO_STATE.BURNS, Burns.written(reading.burns()))
            .set(
                SLO_STATE.BREACH,
                breached
                    ? when(SLO_STATE.BREACHED_AT.isNull(), SLO_STATE.BREACH.plus(1))
                        .otherwise(SLO_STATE.BREACH)
                    : SLO_STATE.BREACH)
            .set(
                SLO_STATE.BREACHED_AT,
                breached
                    ? coalesce(SLO_STATE.BREACHED_AT, val(at, SLO_STATE.BREACHED_AT))
                    : val((Instant) null, SLO_STATE.BREACHED_AT))
            .set(
                SLO_STATE.EXHAUSTED_AT,
                !breached
                    ? val((Instant) null, SLO_STATE.EXHAUSTED_AT)
                    : left.signum() > 0
                        ? SLO_STATE.EXHAUSTED_AT
                        : coalesce(SLO_STATE.EXHAUSTED_AT, val(at, SLO_STATE.EXHAUSTED_AT)))
            .where(is(objective))
            .and(SLO_STATE.READ_AT.isNull().or(SLO_STATE.READ_AT.lt(at)))
            .execute();
    if (changed == 1) {
      new HourlyReadings(sql).keep(objective, reading);
    }
  }

  /**
   * It could not be measured: what was measured last stays as it was.
   *
   * @param why as a sentence
   * @return whether that is news
   */
  public boolean failed(Objective objective, String why, Instant now) {
    boolean known =
        sql.fetchExists(
            sql.selectFrom(SLO_STATE).where(is(objective)).and(SLO_STATE.FAILURE.eq(why)));
    sql.update(SLO_STATE)
        .set(
            SLO_STATE.FAILING_SINCE,
            coalesce(SLO_STATE.FAILING_SINCE, val(now, SLO_STATE.FAILING_SINCE)))
        .set(SLO_STATE.FAILURE, why)
        .where(is(objective))
        .execute();
    return !known;
  }

  /** How each of them stands, in their order; one of which nothing is known has nothing. */
  public List<Stand> of(List<Objective> objectives) {
    Map<String, Record> rows =
        sql.selectFrom(SLO_STATE)
            .where(SLO_STATE.SERVICE.in(objectives.stream().map(Objective::service).toList()))
            .fetchMap(row -> row.getService() + "/" + row.getName(), row -> row);
    return objectives.stream().map(one -> stand(one, rows.get(one.key()))).toList();
  }

  private static Stand stand(Objective objective, @Nullable Record row) {
    return row == null
        ? new Stand(objective, null, null, null)
        : new Stand(
            objective,
            row.get(SLO_STATE.READ_AT) == null ? null : Burns.reading(row),
            row.get(SLO_STATE.FAILING_SINCE),
            row.get(SLO_STATE.FAILURE));
  }

  /** What was left in the hours since then, in the order of time. */
  public List<BurnDown.Point> past(Objective objective, Instant since) {
    return new HourlyReadings(sql).since(objective, since);
  }

  static Condition is(Objective objective) {
    return SLO_STATE.SERVICE.eq(objective.service()).and(SLO_STATE.NAME.eq(objective.name()));
  }
}
