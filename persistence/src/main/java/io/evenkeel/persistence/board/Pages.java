package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.PAGE;
import static io.evenkeel.persistence.generated.Tables.PAGE_CALL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageOrder;
import io.evenkeel.persistence.generated.tables.records.PageCallRecord;
import io.evenkeel.persistence.generated.tables.records.PageRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;

/** Who is wanted, and everybody who was asked. */
final class Pages {
  /** Pages whose next rung has come. */
  static final String DUE =
      """
      select incident, number, due_at from page, look
      where due_at <= look.now
      order by due_at\
      """;

  private final DSLContext sql;

  Pages(DSLContext sql) {
    this.sql = sql;
  }

  List<Page> of(IncidentNumber incident) {
    List<PageRecord> pages =
        sql.selectFrom(PAGE).where(PAGE.INCIDENT.eq(incident)).orderBy(PAGE.NUMBER).fetch();
    if (pages.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<Page.Call>> calls =
        sql.selectFrom(PAGE_CALL)
            .where(PAGE_CALL.INCIDENT.eq(incident))
            .orderBy(PAGE_CALL.PAGE, PAGE_CALL.NUMBER)
            .fetchGroups(PAGE_CALL.PAGE, PageRows::call);
    return pages.stream()
        .map(page -> PageRows.read(page, calls.getOrDefault(page.getNumber(), List.of())))
        .toList();
  }

  /** One without a number gets the next. The incident is locked by this transaction. */
  void keep(IncidentNumber incident, Page page) {
    int number = page.number() == 0 ? next(incident) : page.number();
    PageRecord row = PageRows.row(incident, number, page);
    sql.insertInto(PAGE)
        .set(row)
        .onConflict(PAGE.INCIDENT, PAGE.NUMBER)
        .doUpdate()
        .set(row)
        .execute();
    for (Page.Call call : page.calls()) {
      PageCallRecord called = PageRows.row(incident, number, call);
      sql.insertInto(PAGE_CALL)
          .set(called)
          .onConflict(PAGE_CALL.INCIDENT, PAGE_CALL.PAGE, PAGE_CALL.NUMBER)
          .doUpdate()
          .set(called)
          .execute();
    }
  }

  static Due due(DueRow row) {
    return new Due.OfIncident(
        row.incident(),
        "page:" + row.incident() + ":" + row.number(),
        row.at(),
        new Command.Paging(new PageOrder.Proceed(row.number(), row.at())));
  }

  private int next(IncidentNumber incident) {
    Integer last =
        sql.select(coalesce(max(PAGE.NUMBER), inline(0)))
            .from(PAGE)
            .where(PAGE.INCIDENT.eq(incident))
            .fetchOne(0, Integer.class);
    return Objects.requireNonNull(last) + 1;
  }
}
