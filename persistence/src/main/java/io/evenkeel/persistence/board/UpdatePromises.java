package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.UPDATE_PROMISE;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.UpdatePromise;
import java.util.List;
import org.jooq.DSLContext;

/** When updates promised the next one. */
final class UpdatePromises {
  private final DSLContext sql;

  UpdatePromises(DSLContext sql) {
    this.sql = sql;
  }

  /** In the order of the timeline. */
  List<UpdatePromise> of(IncidentNumber incident) {
    return sql.selectFrom(UPDATE_PROMISE)
        .where(UPDATE_PROMISE.INCIDENT.eq(incident))
        .orderBy(UPDATE_PROMISE.ENTRY)
        .fetch(row -> new UpdatePromise(row.getEntry(), row.getNextAt()));
  }

  void keep(IncidentNumber incident, UpdatePromise promise) {
    sql.insertInto(UPDATE_PROMISE)
        .set(UPDATE_PROMISE.INCIDENT, incident)
        .set(UPDATE_PROMISE.ENTRY, promise.entry())
        .set(UPDATE_PROMISE.NEXT_AT, promise.next())
        .execute();
  }
}
