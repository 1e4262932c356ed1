package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.PAGE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.Visibility;
import io.evenkeel.paging.State;
import io.evenkeel.persistence.Transaction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * How pages were answered, of the whole database; drills and private incidents are left out.
 *
 * @param open that nobody has in hand yet
 * @param inTime acknowledged within {@link Page#TARGET}
 * @param late acknowledged after it
 * @param never that everybody was asked for, and nobody acknowledged
 */
public record PageCounts(int open, int inTime, int late, int never) {

  public static PageCounts read(Transaction tx) {
    Condition acknowledged = PAGE.STATE.eq(State.ACKNOWLEDGED.word());
    Condition inTime =
        DSL.condition(
            "{0} - {1} <= make_interval(secs => {2})",
            PAGE.ENDED_AT, PAGE.ASKED_AT, inline(Page.TARGET.toSeconds()));
    return tx.unwrap(DSLContext.class)
        .select(
            count().filterWhere(PAGE.STATE.in(State.SENT.word(), State.ESCALATED.word())),
            count().filterWhere(acknowledged.and(inTime)),
            count().filterWhere(acknowledged.andNot(inTime)),
            count().filterWhere(PAGE.STATE.eq(State.EXHAUSTED.word())))
        .from(PAGE)
        .join(INCIDENT)
        .on(INCIDENT.NUMBER.eq(PAGE.INCIDENT))
        .where(INCIDENT.MODE.eq(Mode.LIVE))
        .and(INCIDENT.VISIBILITY.eq(Visibility.PUBLIC))
        .fetchSingle(row -> new PageCounts(row.value1(), row.value2(), row.value3(), row.value4()));
  }
}
