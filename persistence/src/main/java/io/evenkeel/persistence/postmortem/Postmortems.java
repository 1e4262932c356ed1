package io.evenkeel.persistence.postmortem;

import static io.evenkeel.persistence.generated.Tables.POSTMORTEM;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.PostmortemRecord;
import java.time.Instant;
import org.jooq.DSLContext;

/** Who finishes which postmortem, and how far it is. */
public final class Postmortems {
  private final DSLContext sql;

  public Postmortems(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** {@link Postmortem#NONE} where nothing was recorded. */
  public Postmortem of(IncidentNumber incident) {
    return sql.selectFrom(POSTMORTEM)
        .where(POSTMORTEM.INCIDENT.eq(incident))
        .fetchOptional(Postmortems::read)
        .orElse(Postmortem.NONE);
  }

  /** As it stands from now on. The incident is locked by this transaction. */
  public void keep(IncidentNumber incident, Postmortem postmortem, Instant now) {
    var row = new PostmortemRecord();
    row.setIncident(incident);
    row.setState(postmortem.state());
    Person owner = postmortem.owner();
    row.setOwner(owner == null ? null : owner.id());
    row.setOwnerName(owner == null ? null : owner.name());
    row.setDueOn(postmortem.due());
    row.setAskAt(postmortem.askAt());
    row.setAskedAt(postmortem.askedAt());
    row.setRecordedAt(now);
    sql.insertInto(POSTMORTEM)
        .set(row)
        .onConflict(POSTMORTEM.INCIDENT)
        .doUpdate()
        .set(row)
        .execute();
  }

  private static Postmortem read(PostmortemRecord row) {
    var owner = row.getOwner();
    var name = row.getOwnerName();
    return new Postmortem(
        row.getState(),
        owner == null || name == null ? null : new Person(owner, name),
        row.getDueOn(),
        row.getAskAt(),
        row.getAskedAt());
  }
}
