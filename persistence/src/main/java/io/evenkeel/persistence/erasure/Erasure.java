package io.evenkeel.persistence.erasure;

import static io.evenkeel.persistence.generated.Tables.DRILL_REPLAY;
import static io.evenkeel.persistence.generated.Tables.POSTMORTEM_REVISION;
import static io.evenkeel.persistence.generated.Tables.TIMELINE_ENTRY;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.generated.tables.records.TimelineEntryRecord;
import io.evenkeel.persistence.incident.ActorText;
import java.util.LinkedHashSet;
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
            new Beside(sql).words(person, really),
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
    List<TimelineEntryRecord> said = found(which);
    var all = new LinkedHashSet<>(said);
    said.forEach(entry -> all.addAll(found(toldAgain(entry))));
    List<TimelineEntryRecord> found = List.copyOf(all);
    List<IncidentNumber> incidents =
        found.stream().map(TimelineEntryRecord::getIncident).distinct().toList();
    if (really) {
      sql.execute("set local evenkeel.erasing = 'on'");
      found.forEach(this::erase);
      sql.execute("set local evenkeel.erasing = 'off'");
    }
    return new Erased(found.size(), beside, incidents, edited(incidents));
  }

  private List<TimelineEntryRecord> found(Condition which) {
    return sql.selectFrom(TIMELINE_ENTRY)
        .where(which)
        .and(TIMELINE_ENTRY.TEXT.isNotNull())
        .orderBy(TIMELINE_ENTRY.INCIDENT, TIMELINE_ENTRY.SEQ)
        .fetch();
  }

  /** Where a drill has told it again, among others: those posts are Evenkeel's, and may be cut. */
  private static Condition toldAgain(TimelineEntryRecord entry) {
    String beginning = entry.getText().substring(0, Math.min(20, entry.getText().length()));
    return TIMELINE_ENTRY
        .INCIDENT
        .in(
            DSL.select(DRILL_REPLAY.INCIDENT)
                .from(DRILL_REPLAY)
                .where(DRILL_REPLAY.SOURCE.eq(entry.getIncident())))
        .and(TIMELINE_ENTRY.ACTOR.eq(ActorText.of(new Actor.Evenkeel()).actor()))
        .and(DSL.position(TIMELINE_ENTRY.TEXT, entry.getActorName() + ": " + beginning).gt(0));
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
        "update drill_run set aborted_why = ? where incident = ? and length(aborted_why) > 0"
            + " and position('ABORTED: ' || aborted_why in ?) > 0",
        GONE,
        entry.getIncident().value(),
        text);
    sql.execute(
        "update captured_message set newest = null where incident = ? and entry = ?",
        entry.getIncident().value(),
        entry.getSeq());
  }

  /** What is kept for them alone; their full name and their tokens once they have left. */
  private void forget(PersonId person) {
    new Beside(sql).names(person);
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
