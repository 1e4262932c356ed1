package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.TASK;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.select;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.TaskCommand;
import io.evenkeel.persistence.generated.tables.records.TaskRecord;
import io.evenkeel.persistence.incident.OpenStatuses;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What people were asked to do. */
final class Tasks {
  /** Open tasks of open incidents whose time is up and that nobody was reminded of. */
  static final String DUE =
      """
      select task.incident, task.number, task.due_at
      from look, task join incident on incident.number = task.incident
      where task.done_at is null and task.due_at <= look.now
        and task.reminded is distinct from task.due_at
        and incident.status in %s
      order by task.due_at\
      """
          .formatted(OpenStatuses.SQL);

  private static final Condition OPEN = condition("incident.status in " + OpenStatuses.SQL);

  private final DSLContext sql;

  Tasks(DSLContext sql) {
    this.sql = sql;
  }

  List<Task> of(IncidentNumber incident) {
    return sql.selectFrom(TASK)
        .where(TASK.INCIDENT.eq(incident))
        .orderBy(TASK.NUMBER)
        .fetch(Tasks::read);
  }

  void keep(IncidentNumber incident, Task task) {
    var row = new TaskRecord();
    row.setIncident(incident);
    row.setNumber(task.number());
    row.setAssignee(task.assignee().id());
    row.setAssigneeName(task.assignee().name());
    row.setText(task.text());
    row.setAskedBy(task.askedBy().id());
    row.setAskedByName(task.askedBy().name());
    row.setAskedAt(task.askedAt());
    row.setDueAt(task.due());
    row.setReminded(task.reminded());
    Settled done = task.done();
    row.setDoneAt(done == null ? null : done.at());
    row.setDoneBy(done == null ? null : done.by().id());
    row.setDoneByName(done == null ? null : done.by().name());
    sql.insertInto(TASK)
        .set(row)
        .onConflict(TASK.INCIDENT, TASK.NUMBER)
        .doUpdate()
        .set(row)
        .execute();
  }

  static Due due(DueRow row) {
    return new Due.OfIncident(
        row.incident(),
        "task:" + row.incident() + ":" + row.number(),
        row.at(),
        new TaskCommand.Remind(row.number(), row.at()));
  }

  /** Open tasks of somebody in open incidents, those whose time is up first. */
  List<Boards.Assigned> of(PersonId assignee) {
    return sql.selectFrom(TASK)
        .where(TASK.ASSIGNEE.eq(assignee))
        .and(TASK.DONE_AT.isNull())
        .and(TASK.INCIDENT.in(select(INCIDENT.NUMBER).from(INCIDENT).where(OPEN)))
        .orderBy(TASK.DUE_AT.asc().nullsLast(), TASK.ASKED_AT)
        .fetch(row -> new Boards.Assigned(row.getIncident(), read(row)));
  }

  private static Task read(TaskRecord row) {
    return new Task(
        row.getNumber(),
        new Person(row.getAssignee(), row.getAssigneeName()),
        row.getText(),
        new Person(row.getAskedBy(), row.getAskedByName()),
        row.getAskedAt(),
        row.getDueAt(),
        row.getReminded(),
        Settlement.read(row.getDoneBy(), row.getDoneByName(), row.getDoneAt()));
  }
}
