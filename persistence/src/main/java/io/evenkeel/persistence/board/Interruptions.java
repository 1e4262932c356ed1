package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.PAGE_CALL;

import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.paging.Interruption;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;

/** Who was paged when. Drills are no load, and page nobody at night unless somebody says so. */
public final class Interruptions {
  private final DSLContext sql;

  public Interruptions(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Every page of that person since then, the oldest first; each is about its incident. */
  public List<Interruption> of(PersonId person, Instant since) {
    return sql.select(PAGE_CALL.INCIDENT, PAGE_CALL.CALLED_AT)
        .from(PAGE_CALL)
        .join(INCIDENT)
        .on(INCIDENT.NUMBER.eq(PAGE_CALL.INCIDENT))
        .where(PAGE_CALL.PERSON.eq(person))
        .and(PAGE_CALL.CALLED_AT.ge(since))
        .and(INCIDENT.MODE.eq(Mode.LIVE))
        .orderBy(PAGE_CALL.CALLED_AT)
        .fetch(row -> new Interruption(row.value1().toString(), row.value2()));
  }

  /** The same of everybody who was paged since then, by the name they last went by. */
  public Map<Person, List<Interruption>> since(Instant since) {
    Map<PersonId, String> names = new LinkedHashMap<>();
    sql.select(PAGE_CALL.PERSON, PAGE_CALL.PERSON_NAME)
        .from(PAGE_CALL)
        .where(PAGE_CALL.PERSON.isNotNull())
        .and(PAGE_CALL.CALLED_AT.ge(since))
        .orderBy(PAGE_CALL.CALLED_AT)
        .forEach(row ->
            names.put(Objects.requireNonNull(row.value1()), Objects.requireNonNull(row.value2())));
    Map<Person, List<Interruption>> all = new LinkedHashMap<>();
    names.forEach((id, name) -> {
      List<Interruption> pages = of(id, since);
      if (!pages.isEmpty()) {
        all.put(new Person(id, name), pages);
      }
    });
    return all;
  }
}
