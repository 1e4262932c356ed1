package io.evenkeel.persistence.replica;

import static io.evenkeel.persistence.generated.Tables.REPLICA;

import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The rows by which the processes of the bot show that they are alive. */
public final class Replicas {
  /** The database's clock, as the rows of several processes are compared. */
  private static final Field<Instant> NOW =
      DSL.field("clock_timestamp()", REPLICA.SEEN_AT.getDataType());

  private final DSLContext sql;

  public Replicas(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Writes that this process is alive, and forgets those that were not seen for an hour.
   *
   * @param id unique to the process
   * @param version of the program, as people read it
   */
  public void seen(String id, String version) {
    sql.insertInto(REPLICA)
        .columns(REPLICA.ID, REPLICA.STARTED_AT, REPLICA.SEEN_AT, REPLICA.VERSION)
        .values(DSL.val(id), NOW, NOW, DSL.val(version))
        .onConflict(REPLICA.ID)
        .doUpdate()
        .set(REPLICA.SEEN_AT, NOW)
        .execute();
    sql.deleteFrom(REPLICA).where("seen_at < clock_timestamp() - interval '1 hour'").execute();
  }
}
