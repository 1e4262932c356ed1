package io.evenkeel.persistence.erasure;

import static io.evenkeel.persistence.generated.Tables.POSTMORTEM_REVISION;
import static io.evenkeel.persistence.generated.Tables.TIMELINE_ENTRY;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.generated.tables.records.TimelineEntryRecord;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Takes words away for good, in a transaction of the tables' owner: of an entry its text and its
 * salt, so that nobody can guess the text from its hash, while the chain still verifies. Who spoke
 * and when stays, as the hash covers it.
 */
public final class Erasure {
  /** What stands where words were that cannot be missing. */
  public static final String GONE = "(erased)";

  /** Words beside timelines: the table, the column, and whose they are. */
  private static final List<String> BESIDE =
      List.of(
          "claim text person",
          "task text asked_by",
          "action_item text recorded_by",
          "incident_statement text author",
          "incident_statement verdict_words verdict_by",
          "page text asked_by",
          "maintenance reason planned_by",
          "incident_link title added_by");

  private final Transaction tx;
  private final DSLContext sql;

  public Erasure(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * What somebody has said, also through a token, and what was captured of them.
   *
   * @param really false only counts
   */
  public Erased of(PersonId person, boolean really, String by, String why) {
    Erased erased =
        entries(
            TIMELINE_ENTRY
                .ACTOR
                .eq(person.value())
                .or(TIMELINE_ENTRY.ACTOR.like("token:%:" + person.value())),
            beside(person, really),
            really);
    if (really) {
      forget(person);
      audit(by, "person " + person, erased, why);
    }
    return erased;
  }

  /** One entry, with what it put right and what put it right. */
  public Erased of(IncidentNumber incident, int seq, boolean really, String by, String why) {
    Condition versions =
        TIMELINE_ENTRY
            .INCIDENT
            .eq(incident)
            .and(
                """
                seq in (with recursive version (seq) as (
                  values (cast({0} as integer))
                  union
                  select case when e.seq = v.seq then e.supersedes else e.seq end
                  from version v join timeline_entry e on e.incident = {1}
                    and (e.supersedes = v.seq or e.seq = v.seq and e.supersedes is not null))
                select seq from version)\
                """,
                DSL.val(seq), DSL.val(incident.value()));
    Erased erased = entries(versions, 0, really);
    if (really && !erased.nothing()) {
      audit(by, incident + " entry " + seq, erased, why);
    }
    return erased;
  }

  private Erased entries(Condition which, int beside, boolean really) {
    List<TimelineEntryRecord> found =
        sql.selectFrom(TIMELINE_ENTRY)
            .where(which)
            .and(TIMELINE_ENTRY.TEXT.isNotNull())
            .orderBy(TIMELINE_ENTRY.INCIDENT, TIMELINE_ENTRY.SEQ)
            .fetch();
    List<IncidentNumber> incidents =
        found.stream().map(TimelineEntryRecord::getIncident).distinct().toList();
    if (really) {
      sql.execute("set local evenkeel.erasing = 'on'");
      found.forEach(this::erase);
      sql.execute("set local evenkeel.erasing = 'off'");
    }
    return new Erased(found.size(), beside, incidents, edited(incidents));
  }

  private void erase(TimelineEntryRecord entry) {
    String text = entry.getText();
    sql.update(TIMELINE_ENTRY)
        .setNull(TIMELINE_ENTRY.TEXT)
        .setNull(TIMELINE_ENTRY.SALT)
        .where(TIMELINE_ENTRY.INCIDENT.eq(entry.getIncident()))
        .and(TIMELINE_ENTRY.SEQ.eq(entry.getSeq()))
        .execute();
    // The same words where the incident's row repeats them.
    for (String column : List.of("update_text", "resolution")) {
      sql.execute(
          "update incident set "
              + column
              + " = ? where number = ? and length("
              + column
              + ") > 0 and position("
              + column
              + " in ?) > 0",
          GONE,
          entry.getIncident().value(),
          text);
    }
    sql.execute(
        "update captured_message set newest = null where incident = ? and entry = ?",
        entry.getIncident().value(),
        entry.getSeq());
  }

  private int beside(PersonId person, boolean really) {
    int count = 0;
    for (String words : BESIDE) {
      String[] place = words.split(" ");
      String where =
          " where " + place[2] + " = ? and " + place[1] + " is not null and " + place[1] + " <> ?";
      count +=
          really
              ? sql.execute(
                  "update " + place[0] + " set " + place[1] + " = ?" + where,
                  GONE,
                  person.value(),
                  GONE)
              : sql.resultQuery("select 1 from " + place[0] + where, person.value(), GONE)
                  .fetch()
                  .size();
    }
    return count;
  }

  /** What is kept for them alone; their full name and their tokens once they have left. */
  private void forget(PersonId person) {
    for (String table : List.of("subscription", "quiet_hours", "action_digest", "web_session")) {
      sql.execute("delete from " + table + " where person = ?", person.value());
    }
    sql.execute(
        "update person set real_name = '', display_name = '' where id = ? and not active",
        person.value());
    sql.execute(
        "update api_token set revoked_at = current_timestamp where person = ? and revoked_at is"
            + " null and exists (select from person where id = ? and not active)",
        person.value(),
        person.value());
  }

  private List<IncidentNumber> edited(List<IncidentNumber> incidents) {
    return sql.selectDistinct(POSTMORTEM_REVISION.INCIDENT)
        .from(POSTMORTEM_REVISION)
        .where(POSTMORTEM_REVISION.INCIDENT.in(incidents))
        .orderBy(POSTMORTEM_REVISION.INCIDENT)
        .fetch(POSTMORTEM_REVISION.INCIDENT);
  }

  private void audit(String by, String subject, Erased erased, String why) {
    String detail =
        erased.entries()
            + " entries and "
            + erased.beside()
            + " words beside them"
            + (erased.incidents().isEmpty() ? "" : " of " + erased.incidents())
            + (why.isBlank() ? "" : ": " + why);
    new Audit(tx).add(new AuditEntry(by, "erase", subject, detail));
  }
}
