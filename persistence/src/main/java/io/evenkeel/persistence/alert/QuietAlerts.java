package io.evenkeel.persistence.alert;

import static io.evenkeel.persistence.generated.Tables.ALERT;

import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Alerts of which nobody was told, as their service was worked on when they began. */
public final class QuietAlerts {
  static final String QUIET = "quiet_for is not null and quiet_until is null and not over";

  private final DSLContext sql;

  public QuietAlerts(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Those of them that fire are quiet from now on; they are locked by this transaction. */
  public void keep(Collection<HeardAlert> alerts, String service) {
    sql.update(ALERT)
        .set(ALERT.QUIET_FOR, service)
        .set(ALERT.QUIET_UNTIL, (Instant) null)
        .where(ALERT.ID.eq(DSL.any(alerts.stream().map(HeardAlert::id).toArray(Long[]::new))))
        .and(ALERT.OVER.isFalse())
        .execute();
  }

  /**
   * What is quiet and fires.
   *
   * @param service that is worked on
   * @param since when the first of them was heard of, UTC
   */
  public record Kept(String service, Instant since) {}

  /** What of that group is quiet, for each service. */
  public List<Kept> of(String key) {
    return sql.select(ALERT.QUIET_FOR, DSL.min(ALERT.RECEIVED_AT))
        .from(ALERT)
        .where(QUIET)
        .and(ALERT.GROUP_KEY.eq(key))
        .groupBy(ALERT.QUIET_FOR)
        .orderBy(ALERT.QUIET_FOR)
        .fetch(row ->
            new Kept(Objects.requireNonNull(row.value1()), Objects.requireNonNull(row.value2())));
  }

  /**
   * So many of them wait for their group as if they had begun then; locked in everybody's order.
   */
  public void wake(String key, String service, Instant until, int most) {
    List<Long> ids =
        sql.select(ALERT.ID)
            .from(ALERT)
            .where(QUIET)
            .and(ALERT.GROUP_KEY.eq(key))
            .and(ALERT.QUIET_FOR.eq(service))
            .orderBy(ALERT.FINGERPRINT, ALERT.STARTS_AT)
            .limit(most)
            .forUpdate()
            .fetch(ALERT.ID);
    sql.update(ALERT)
        .set(ALERT.QUIET_UNTIL, until)
        .set(ALERT.TAKEN, (Boolean) null)
        .where(ALERT.ID.eq(DSL.any(ids.toArray(Long[]::new))))
        .execute();
  }

  /**
   * Keys of groups of which something is quiet although it need not be any more.
   *
   * @param worked the services that are worked on
   */
  public List<String> outlasting(Set<String> worked, int most) {
    String[] services =
        worked.stream().map(name -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    return sql.selectDistinct(ALERT.GROUP_KEY)
        .from(ALERT)
        .where(QUIET)
        .and(DSL.lower(ALERT.QUIET_FOR).ne(DSL.all(services)))
        .limit(most)
        .fetch(ALERT.GROUP_KEY);
  }
}
