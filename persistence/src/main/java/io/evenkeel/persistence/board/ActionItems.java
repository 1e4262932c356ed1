package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.ACTION_ITEM;

import io.evenkeel.incident.ActionClass;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Settled;
import io.evenkeel.persistence.generated.tables.records.ActionItemRecord;
import java.util.List;
import org.jooq.DSLContext;

/** What is to be done after the incident. */
final class ActionItems {
  private final DSLContext sql;

  ActionItems(DSLContext sql) {
    this.sql = sql;
  }

  List<ActionItem> of(IncidentNumber incident) {
    return sql.selectFrom(ACTION_ITEM)
        .where(ACTION_ITEM.INCIDENT.eq(incident))
        .orderBy(ACTION_ITEM.NUMBER)
        .fetch(ActionItems::read);
  }

  void keep(IncidentNumber incident, ActionItem action) {
    var row = new ActionItemRecord();
    row.setIncident(incident);
    row.setNumber(action.number());
    Person owner = action.owner();
    row.setOwner(owner == null ? null : owner.id());
    row.setOwnerName(owner == null ? null : owner.name());
    row.setText(action.text());
    row.setDueOn(action.due());
    ActionClass kind = action.kind();
    row.setKind(kind == null ? null : kind.word());
    row.setClosedLink(action.link());
    row.setRecordedBy(action.recordedBy().id());
    row.setRecordedByName(action.recordedBy().name());
    row.setRecordedAt(action.recordedAt());
    Settled closed = action.closed();
    row.setClosedAt(closed == null ? null : closed.at());
    row.setClosedBy(closed == null ? null : closed.by().id());
    row.setClosedByName(closed == null ? null : closed.by().name());
    sql.insertInto(ACTION_ITEM)
        .set(row)
        .onConflict(ACTION_ITEM.INCIDENT, ACTION_ITEM.NUMBER)
        .doUpdate()
        .set(row)
        .execute();
  }

  private static ActionItem read(ActionItemRecord row) {
    var owner = row.getOwner();
    var name = row.getOwnerName();
    return new ActionItem(
        row.getNumber(),
        owner == null || name == null ? null : new Person(owner, name),
        row.getText(),
        row.getDueOn(),
        row.getKind() == null ? null : ActionClass.find(row.getKind()).orElse(null),
        new Person(row.getRecordedBy(), row.getRecordedByName()),
        row.getRecordedAt(),
        Settlement.read(row.getClosedBy(), row.getClosedByName(), row.getClosedAt()),
        row.getClosedLink());
  }
}
