package io.evenkeel.persistence.slo;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.INCIDENT_IMPACT;
import static io.evenkeel.persistence.generated.Tables.INCIDENT_MILESTONE;
import static io.evenkeel.persistence.generated.Tables.INCIDENT_PRICE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Impact;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.generated.tables.records.IncidentPriceRecord;
import io.evenkeel.slo.Cost;
import io.evenkeel.slo.Price;
import io.evenkeel.slo.Target;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What incidents cost, and what people said of their impact. */
public final class Prices {
  private final DSLContext sql;

  public Prices(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Somebody said it. The incident is locked by this transaction. */
  public void keep(IncidentNumber incident, Impact impact) {
    sql.insertInto(INCIDENT_IMPACT)
        .set(INCIDENT_IMPACT.INCIDENT, incident)
        .set(
            INCIDENT_IMPACT.NUMBER,
            select(coalesce(max(INCIDENT_IMPACT.NUMBER), val(0)).plus(1))
                .from(INCIDENT_IMPACT)
                .where(INCIDENT_IMPACT.INCIDENT.eq(incident)))
        .set(INCIDENT_IMPACT.SHARE, impact.share())
        .set(INCIDENT_IMPACT.SINCE_AT, impact.since())
        .set(INCIDENT_IMPACT.SAID_BY, impact.saidBy().id())
        .set(INCIDENT_IMPACT.SAID_BY_NAME, impact.saidBy().name())
        .set(INCIDENT_IMPACT.SAID_AT, impact.saidAt())
        .execute();
  }

  /** What somebody said last, and how often anything was said. */
  public record Said(Impact impact, int number) {}

  /** Empty while nobody has said anything. */
  public Optional<Said> impact(IncidentNumber incident) {
    return sql.selectFrom(INCIDENT_IMPACT)
        .where(INCIDENT_IMPACT.INCIDENT.eq(incident))
        .orderBy(INCIDENT_IMPACT.NUMBER.desc())
        .limit(1)
        .fetchOptional(row ->
            new Said(
                new Impact(
                    row.getShare(),
                    row.getSinceAt(),
                    new Person(row.getSaidBy(), row.getSaidByName()),
                    row.getSaidAt()),
                row.getNumber()));
  }

  /** Live incidents that are mitigated and were changed since then, the last changed first. */
  public List<IncidentNumber> mitigated(Instant since, int most) {
    return sql.select(INCIDENT.NUMBER)
        .from(INCIDENT)
        .join(INCIDENT_MILESTONE)
        .on(INCIDENT_MILESTONE.INCIDENT.eq(INCIDENT.NUMBER))
        .where(INCIDENT.RECORDED_AT.ge(since))
        .and(INCIDENT.MODE.eq(Mode.LIVE))
        .and(INCIDENT_MILESTONE.MILESTONE.eq(Milestone.MITIGATED))
        .and(INCIDENT_MILESTONE.AT.isNotNull())
        .orderBy(INCIDENT.RECORDED_AT.desc())
        .limit(most)
        .fetch(INCIDENT.NUMBER);
  }

  /**
   * Whoever gets true is to price it now, and nobody else for a while. What is measured for just
   * these times is priced for good; the rest is tried again after that time.
   *
   * @param cost with the times and the budget that it is about
   * @param impact the number of what people said last; 0 for nothing
   */
  public boolean claim(
      IncidentNumber incident, Cost cost, int impact, Instant now, Duration again) {
    var row = sql.newRecord(INCIDENT_PRICE);
    row.setIncident(incident);
    row.setService(cost.service());
    row.setName(cost.name());
    row.setFromAt(cost.from());
    row.setUntilAt(cost.until());
    row.setTarget(cost.target().percent());
    row.setWindowSeconds(BigDecimal.valueOf(cost.window().toSeconds()));
    row.setImpact(impact);
    row.setTriedAt(now);
    return sql.insertInto(INCIDENT_PRICE)
            .set(row)
            .onConflict(INCIDENT_PRICE.INCIDENT, INCIDENT_PRICE.SERVICE, INCIDENT_PRICE.NAME)
            .doUpdate()
            .set(INCIDENT_PRICE.FROM_AT, cost.from())
            .set(INCIDENT_PRICE.UNTIL_AT, cost.until())
            .set(INCIDENT_PRICE.TARGET, cost.target().percent())
            .set(INCIDENT_PRICE.WINDOW_SECONDS, BigDecimal.valueOf(cost.window().toSeconds()))
            .set(INCIDENT_PRICE.IMPACT, impact)
            .set(INCIDENT_PRICE.TRIED_AT, now)
            .where(
                INCIDENT_PRICE
                    .FROM_AT
                    .ne(cost.from())
                    .or(INCIDENT_PRICE.UNTIL_AT.ne(cost.until()))
                    .or(INCIDENT_PRICE.TARGET.ne(cost.target().percent()))
                    .or(
                        unmeasured()
                            .and(
                                INCIDENT_PRICE
                                    .IMPACT
                                    .ne(impact)
                                    .or(INCIDENT_PRICE.TRIED_AT.le(now.minus(again))))))
            .execute()
        == 1;
  }

  private static Condition unmeasured() {
    return INCIDENT_PRICE.HOW.isDistinctFrom(word(Price.How.MEASURED));
  }

  /** It is so much, or not known; nothing where somebody else has priced other times by now. */
  public void price(IncidentNumber incident, Cost cost, Instant claimed) {
    Price price = cost.price();
    sql.update(INCIDENT_PRICE)
        .set(INCIDENT_PRICE.SHARE, price == null ? null : price.share())
        .set(INCIDENT_PRICE.HOW, price == null ? null : word(price.how()))
        .set(INCIDENT_PRICE.WHY, cost.why())
        .where(is(incident, cost))
        .and(INCIDENT_PRICE.TRIED_AT.eq(claimed))
        .execute();
  }

  /** What its timeline does not say yet, or says otherwise. */
  public List<Due> due(int most) {
    return sql
        .selectFrom(INCIDENT_PRICE)
        .where(INCIDENT_PRICE.SHARE.isNotNull())
        .orderBy(INCIDENT_PRICE.TRIED_AT.desc())
        .limit(most)
        .fetch()
        .stream()
        .filter(row -> !told(row).equals(row.getTold()))
        .<Due>map(row ->
            new Due.OfIncident(
                row.getIncident(),
                "price:" + row.getIncident() + ":" + row.getService() + "/" + row.getName(),
                row.getTriedAt(),
                new Command.RecordMeasured(told(row))))
        .toList();
  }

  /** Its timeline says so now. */
  public void told(IncidentNumber incident, String text) {
    for (IncidentPriceRecord row :
        sql.selectFrom(INCIDENT_PRICE).where(INCIDENT_PRICE.INCIDENT.eq(incident))) {
      if (told(row).equals(text)) {
        sql.update(INCIDENT_PRICE)
            .set(INCIDENT_PRICE.TOLD, text)
            .where(is(incident, cost(row)))
            .execute();
      }
    }
  }

  private static String told(IncidentPriceRecord row) {
    return "What it cost: " + cost(row).words();
  }

  /** What it cost, by service and name. */
  public List<Cost> of(IncidentNumber incident) {
    return sql.selectFrom(INCIDENT_PRICE)
        .where(INCIDENT_PRICE.INCIDENT.eq(incident))
        .orderBy(INCIDENT_PRICE.SERVICE, INCIDENT_PRICE.NAME)
        .fetch(Prices::cost);
  }

  /**
   * What incidents that everybody may see cost together.
   *
   * @param how measured or estimated
   */
  public record Sum(String service, String name, String how, int incidents, BigDecimal share) {}

  /** Of live, public incidents mitigated since then. */
  public List<Sum> sums(Instant since) {
    return sql.select(
            INCIDENT_PRICE.SERVICE,
            INCIDENT_PRICE.NAME,
            INCIDENT_PRICE.HOW,
            count(),
            sum(INCIDENT_PRICE.SHARE))
        .from(INCIDENT_PRICE)
        .join(INCIDENT)
        .on(INCIDENT.NUMBER.eq(INCIDENT_PRICE.INCIDENT))
        .where(INCIDENT_PRICE.SHARE.isNotNull())
        .and(INCIDENT_PRICE.UNTIL_AT.ge(since))
        .and(INCIDENT.MODE.eq(Mode.LIVE))
        .and(INCIDENT.VISIBILITY.eq(Visibility.PUBLIC))
        .groupBy(INCIDENT_PRICE.SERVICE, INCIDENT_PRICE.NAME, INCIDENT_PRICE.HOW)
        .fetch(row ->
            new Sum(
                row.value1(),
                row.value2(),
                Objects.requireNonNull(row.value3()),
                row.value4(),
                row.value5()));
  }

  private static Cost cost(IncidentPriceRecord row) {
    @Nullable BigDecimal share = row.getShare();
    @Nullable String how = row.getHow();
    return new Cost(
        row.getService(),
        row.getName(),
        new Target(row.getTarget()),
        Duration.ofSeconds(row.getWindowSeconds().longValue()),
        row.getFromAt(),
        row.getUntilAt(),
        share == null || how == null
            ? null
            : new Price(share, Price.How.valueOf(how.toUpperCase(Locale.ROOT))),
        row.getWhy());
  }

  private static String word(Price.How how) {
    return how.name().toLowerCase(Locale.ROOT);
  }

  private static Condition is(IncidentNumber incident, Cost cost) {
    return INCIDENT_PRICE
        .INCIDENT
        .eq(incident)
        .and(INCIDENT_PRICE.SERVICE.eq(cost.service()))
        .and(INCIDENT_PRICE.NAME.eq(cost.name()));
  }
}
