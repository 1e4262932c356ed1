package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.TIMELINE_ENTRY;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Told;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.TimelineEntryRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The timeline of each incident: appended to, read and checked, never changed. */
public final class Timeline {
  private final DSLContext sql;

  public Timeline(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Appends entries and moves the head of the hash chain. The incident's row stays locked until the
   * transaction ends.
   *
   * @param entries in order; their seqs go on where the timeline ends
   * @throws IllegalArgumentException when there is no such incident, a seq leaves a gap, time goes
   *     back, or a text is missing or holds a NUL
   */
  public void append(IncidentNumber incident, List<TimelineEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    var row =
        sql.select(INCIDENT.TIMELINE_COUNT, INCIDENT.TIMELINE_HEAD, INCIDENT.RECORDED_AT)
            .from(INCIDENT)
            .where(INCIDENT.NUMBER.eq(incident))
            .forNoKeyUpdate()
            .fetchOptional()
            .orElseThrow(() -> new IllegalArgumentException("there is no " + incident));
    List<TimelineEntryRecord> links =
        Entries.chained(incident, entries, row.value1(), row.value2(), row.value3());
    sql.insertInto(TIMELINE_ENTRY).set(links).execute();
    sql.update(INCIDENT)
        .set(INCIDENT.TIMELINE_COUNT, links.getLast().getSeq())
        .set(INCIDENT.TIMELINE_HEAD, links.getLast().getHash())
        .where(INCIDENT.NUMBER.eq(incident))
        .execute();
  }

  /** All of it, in order of recording. */
  public List<TimelineEntry> of(IncidentNumber incident) {
    return range(incident, 1, Integer.MAX_VALUE);
  }

  /** The entries {@code first} to {@code last}, both included, as far as there are any. */
  public List<TimelineEntry> range(IncidentNumber incident, int first, int last) {
    return sql.selectFrom(TIMELINE_ENTRY)
        .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
        .and(TIMELINE_ENTRY.SEQ.between(first, last))
        .orderBy(TIMELINE_ENTRY.SEQ)
        .fetch(Entries::read);
  }

  /**
   * Some entries in the order in which things happened, from the {@code offset}th on.
   *
   * @param history also those that do not stand any more, and those that tell why
   */
  public List<TimelineEntry> happened(
      IncidentNumber incident, boolean history, int limit, int offset) {
    return sql.selectFrom(TIMELINE_ENTRY)
        .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
        .and(history ? DSL.noCondition() : stands(incident))
        .orderBy(TIMELINE_ENTRY.OCCURRED_AT, TIMELINE_ENTRY.SEQ)
        .limit(limit)
        .offset(offset)
        .fetch(Entries::read);
  }

  /** How many entries stand: those that were put right or taken out are not counted. */
  public int standing(IncidentNumber incident) {
    return sql.fetchCount(TIMELINE_ENTRY, TIMELINE_ENTRY.INCIDENT.eq(incident), stands(incident));
  }

  /** Who has put entries right, by the entries that stand instead: told right after each. */
  public Map<Integer, String> correctors(IncidentNumber incident, Collection<Integer> seqs) {
    return sql.select(TIMELINE_ENTRY.SEQ, TIMELINE_ENTRY.ACTOR_NAME)
        .from(TIMELINE_ENTRY)
        .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
        .and(TIMELINE_ENTRY.KIND.eq(EntryKind.CORRECTED))
        .and(TIMELINE_ENTRY.SEQ.in(seqs.stream().map(seq -> seq + 1).toList()))
        .fetchMap(row -> row.value1() - 1, row -> row.value2());
  }

  private static Condition stands(IncidentNumber incident) {
    var later = TIMELINE_ENTRY.as("later");
    return TIMELINE_ENTRY
        .KIND
        .notIn(EntryKind.WITHDRAWN, EntryKind.CORRECTED)
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(later)
                    .where(later.INCIDENT.eq(incident))
                    .and(later.SUPERSEDES.eq(TIMELINE_ENTRY.SEQ))));
  }

  /** Which of these entries a later one has put right. */
  public Set<Integer> superseded(IncidentNumber incident, Collection<Integer> seqs) {
    return sql.select(TIMELINE_ENTRY.SUPERSEDES)
        .from(TIMELINE_ENTRY)
        .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
        .and(TIMELINE_ENTRY.SUPERSEDES.in(seqs))
        .fetchSet(TIMELINE_ENTRY.SUPERSEDES);
  }

  /** What is told at an entry, or at a later version of it; empty when there is no such entry. */
  public Optional<Told> told(IncidentNumber incident, int seq) {
    return Told.in(about(incident, TIMELINE_ENTRY.SEQ.eq(seq)), seq);
  }

  /** The last update of somebody, as it was first posted and since; also through a token. */
  public Optional<Told> lastUpdate(IncidentNumber incident, PersonId person) {
    return Told.lastUpdate(about(incident, DSL.falseCondition()), person);
  }

  /**
   * Only what such a question turns on: every entry that puts another right, or was, every update,
   * and what is asked for; however long the rest of the timeline is.
   */
  private List<TimelineEntry> about(IncidentNumber incident, Condition asked) {
    var later = TIMELINE_ENTRY.as("later");
    Condition putRight =
        TIMELINE_ENTRY.SEQ.in(
            DSL.select(later.SUPERSEDES)
                .from(later)
                .where(later.INCIDENT.eq(incident))
                .and(later.SUPERSEDES.isNotNull()));
    return sql.selectFrom(TIMELINE_ENTRY)
        .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
        .and(
            asked
                .or(TIMELINE_ENTRY.KIND.eq(EntryKind.UPDATE))
                .or(TIMELINE_ENTRY.SUPERSEDES.isNotNull())
                .or(putRight))
        .orderBy(TIMELINE_ENTRY.SEQ)
        .fetch(Entries::read);
  }

  /** The entries {@code first} to {@code last} as they read now, each in its place. */
  public List<TimelineEntry> asTheyRead(IncidentNumber incident, int first, int last) {
    List<TimelineEntry> linked =
        sql.selectFrom(TIMELINE_ENTRY)
            .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
            .and(TIMELINE_ENTRY.SUPERSEDES.isNotNull())
            .orderBy(TIMELINE_ENTRY.SEQ)
            .fetch(Entries::read);
    return range(incident, first, last).stream()
        .map(entry -> Told.versions(linked, entry).getLast())
        .toList();
  }

  private static Condition by(PersonId person) {
    return TIMELINE_ENTRY
        .ACTOR
        .eq(person.value())
        .or(TIMELINE_ENTRY.ACTOR.like("token:%:" + person.value()));
  }

  /** Whether somebody has recorded anything in it from that time on, also through a token. */
  public boolean spokeSince(IncidentNumber incident, PersonId person, Instant since) {
    return sql.fetchExists(
        sql.selectOne()
            .from(TIMELINE_ENTRY)
            .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
            .and(TIMELINE_ENTRY.RECORDED_AT.ge(since))
            .and(by(person)));
  }

  /**
   * The end of the chain as the incident's row holds it.
   *
   * @throws IllegalArgumentException when there is no such incident
   */
  public Head head(IncidentNumber incident) {
    return sql.select(INCIDENT.TIMELINE_COUNT, INCIDENT.TIMELINE_HEAD)
        .from(INCIDENT)
        .where(INCIDENT.NUMBER.eq(incident))
        .fetchOptional()
        .map(row -> new Head(row.value1(), HexFormat.of().formatHex(row.value2())))
        .orElseThrow(() -> new IllegalArgumentException("there is no " + incident));
  }

  /**
   * Checks every entry against its hash, the chain against the head, and the head's count.
   *
   * @throws IllegalArgumentException when there is no such incident
   */
  public Verdict verify(IncidentNumber incident) {
    Head head = head(incident);
    var rows =
        sql.selectFrom(TIMELINE_ENTRY)
            .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
            .orderBy(TIMELINE_ENTRY.SEQ)
            .fetch();
    return ChainCheck.of(rows, head);
  }
}
