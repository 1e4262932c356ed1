package io.evenkeel.persistence.slo;

import static io.evenkeel.persistence.generated.Tables.SLO_READING;

import io.evenkeel.slo.BurnDown;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/** The last reading of each hour, for as long as a budget's past is shown. */
record HourlyReadings(DSLContext sql) {
  /** More than the longest window of anybody's calendar. */
  private static final Duration KEPT = Duration.ofDays(400);

  /** In place of an older one of the same hour. */
  void keep(Objective objective, Reading reading) {
    Instant hour = reading.at().truncatedTo(ChronoUnit.HOURS);
    var row = sql.newRecord(SLO_READING);
    row.setService(objective.service());
    row.setName(objective.name());
    row.setHour(hour);
    row.setAt(reading.at());
    row.setBad(reading.counted().bad());
    row.setValid(reading.counted().valid());
    row.setSpent(reading.budget().spent());
    sql.insertInto(SLO_READING)
        .set(row)
        .onConflict(SLO_READING.SERVICE, SLO_READING.NAME, SLO_READING.HOUR)
        .doUpdate()
        .set(row)
        .execute();
    sql.deleteFrom(SLO_READING)
        .where(SLO_READING.SERVICE.eq(objective.service()))
        .and(SLO_READING.NAME.eq(objective.name()))
        .and(SLO_READING.HOUR.lt(hour.minus(KEPT)))
        .execute();
  }

  /** In the order of time. */
  List<BurnDown.Point> since(Objective objective, Instant since) {
    return sql.selectFrom(SLO_READING)
        .where(SLO_READING.SERVICE.eq(objective.service()))
        .and(SLO_READING.NAME.eq(objective.name()))
        .and(SLO_READING.AT.ge(since))
        .orderBy(SLO_READING.HOUR)
        .fetch(row ->
            new BurnDown.Point(
                Objects.requireNonNull(row.getAt()),
                BigDecimal.ONE.subtract(Objects.requireNonNull(row.getSpent()))));
  }
}
