package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.INCIDENT_LINK;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Link;
import io.evenkeel.incident.Person;
import io.evenkeel.persistence.generated.tables.records.IncidentLinkRecord;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;

/** What people want at hand, calls among it. */
final class Links {
  private final DSLContext sql;

  Links(DSLContext sql) {
    this.sql = sql;
  }

  List<Link> of(IncidentNumber incident) {
    return sql.selectFrom(INCIDENT_LINK)
        .where(INCIDENT_LINK.INCIDENT.eq(incident))
        .orderBy(INCIDENT_LINK.NUMBER)
        .fetch(Links::read);
  }

  void keep(IncidentNumber incident, Link link) {
    var row = new IncidentLinkRecord();
    row.setIncident(incident);
    row.setNumber(link.number());
    row.setKind(link.kind().word());
    row.setUrl(link.url());
    row.setTitle(link.title());
    row.setAddedBy(link.addedBy().id());
    row.setAddedByName(link.addedBy().name());
    row.setAddedAt(link.addedAt());
    sql.insertInto(INCIDENT_LINK)
        .set(row)
        .onConflict(INCIDENT_LINK.INCIDENT, INCIDENT_LINK.NUMBER)
        .doUpdate()
        .set(row)
        .execute();
  }

  private static Link read(IncidentLinkRecord row) {
    return new Link(
        row.getNumber(),
        Link.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
        row.getUrl(),
        row.getTitle(),
        new Person(row.getAddedBy(), row.getAddedByName()),
        row.getAddedAt());
  }
}
