package io.evenkeel.persistence.postmortem;

import static io.evenkeel.persistence.generated.Tables.POSTMORTEM_REVISION;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.PostmortemRevisionRecord;
import io.evenkeel.persistence.incident.ActorText;
import io.evenkeel.postmortem.revision.Revision;
import java.util.Optional;
import org.jooq.DSLContext;

/** Every text that a postmortem had: appended to, never changed. */
public final class Revisions {
  private final DSLContext sql;

  public Revisions(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  public Optional<Revision> newest(IncidentNumber incident) {
    return sql.selectFrom(POSTMORTEM_REVISION)
        .where(POSTMORTEM_REVISION.INCIDENT.eq(incident))
        .orderBy(POSTMORTEM_REVISION.NUMBER.desc())
        .limit(1)
        .fetchOptional(Revisions::read);
  }

  public Optional<Revision> of(IncidentNumber incident, int number) {
    return sql.selectFrom(POSTMORTEM_REVISION)
        .where(POSTMORTEM_REVISION.INCIDENT.eq(incident))
        .and(POSTMORTEM_REVISION.NUMBER.eq(number))
        .fetchOptional(Revisions::read);
  }

  /** The next one. The incident is locked by this transaction. */
  public void append(IncidentNumber incident, Revision revision) {
    var row = new PostmortemRevisionRecord();
    ActorText author = ActorText.of(revision.author());
    row.setIncident(incident);
    row.setNumber(revision.number());
    row.setAuthor(author.actor());
    row.setAuthorName(author.name());
    row.setMachine(revision.machine());
    row.setText(revision.text());
    row.setWhy(revision.why());
    row.setRecordedAt(revision.recordedAt());
    sql.insertInto(POSTMORTEM_REVISION).set(row).execute();
  }

  private static Revision read(PostmortemRevisionRecord row) {
    return new Revision(
        row.getNumber(),
        new ActorText(row.getAuthor(), row.getAuthorName()).read(),
        row.getMachine(),
        row.getText(),
        row.getWhy(),
        row.getRecordedAt());
  }
}
