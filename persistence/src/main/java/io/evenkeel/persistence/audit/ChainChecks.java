package io.evenkeel.persistence.audit;

import static io.evenkeel.persistence.generated.Tables.CHAIN_CHECK;

import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** When all hash chains were last checked, and what that found; for whoever watches over it. */
public final class ChainChecks {
  private final DSLContext sql;

  public ChainChecks(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * The last check of everything.
   *
   * @param at UTC, by the clock of whoever checked
   * @param sound whether every chain fitted
   */
  public record Last(Instant at, boolean sound) {}

  /** Keeps this one in the place of the one before. */
  public void keep(Last check) {
    sql.insertInto(CHAIN_CHECK)
        .columns(CHAIN_CHECK.CHECKED_AT, CHAIN_CHECK.SOUND)
        .values(check.at(), check.sound())
        .onConflict(CHAIN_CHECK.ONLY_ROW)
        .doUpdate()
        .set(CHAIN_CHECK.CHECKED_AT, check.at())
        .set(CHAIN_CHECK.SOUND, check.sound())
        .execute();
  }

  /** Empty while nobody has checked. */
  public Optional<Last> last() {
    return sql.selectFrom(CHAIN_CHECK)
        .fetchOptional(row -> new Last(row.getCheckedAt(), row.getSound()));
  }
}
