package io.evenkeel.persistence.postmortem;

import static io.evenkeel.persistence.generated.Tables.POSTMORTEM_WORD;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;

/** Words of postmortems of which a person said whether they are names there. */
public final class NameWords {
  private final DSLContext sql;

  public NameWords(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Each word as it is written, and whether it is a name. */
  public Map<String, Boolean> of(IncidentNumber incident) {
    return sql.selectFrom(POSTMORTEM_WORD)
        .where(POSTMORTEM_WORD.INCIDENT.eq(incident))
        .fetchMap(POSTMORTEM_WORD.WORD, POSTMORTEM_WORD.IS_NAME);
  }

  /** What was said last counts. */
  public void keep(IncidentNumber incident, String word, boolean name, Person by, Instant now) {
    sql.insertInto(POSTMORTEM_WORD)
        .set(POSTMORTEM_WORD.INCIDENT, incident)
        .set(POSTMORTEM_WORD.WORD, word)
        .set(POSTMORTEM_WORD.IS_NAME, name)
        .set(POSTMORTEM_WORD.SAID_BY, by.id().value())
        .set(POSTMORTEM_WORD.SAID_BY_NAME, by.name())
        .set(POSTMORTEM_WORD.SAID_AT, now)
        .onConflict(POSTMORTEM_WORD.INCIDENT, POSTMORTEM_WORD.WORD)
        .doUpdate()
        .set(POSTMORTEM_WORD.IS_NAME, name)
        .set(POSTMORTEM_WORD.SAID_BY, by.id().value())
        .set(POSTMORTEM_WORD.SAID_BY_NAME, by.name())
        .set(POSTMORTEM_WORD.SAID_AT, now)
        .execute();
  }
}
