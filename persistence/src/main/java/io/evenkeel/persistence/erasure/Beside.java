package io.evenkeel.persistence.erasure;

import static io.evenkeel.persistence.generated.Tables.PERSON;

import io.evenkeel.incident.PersonId;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * What stands of a person beside timelines. A column that a migration adds and that holds such
 * words or names belongs into one of these lists: a test looks for those that nobody knows.
 */
final class Beside {
  /** Words: the table, the column, and whose they are. */
  private static final List<String> WORDS =
      List.of(
          "claim text person",
          "task text asked_by",
          "action_item text recorded_by",
          "incident_statement text author",
          "incident_statement verdict_words verdict_by",
          "page text asked_by",
          "maintenance reason planned_by",
          "incident_link title added_by",
          "alert_group reason decided_by",
          "drill_step remark done_by");

  /** Under which name somebody did something. */
  private static final List<String> NAMES =
      List.of(
          "claim person_name person",
          "claim ended_by_name ended_by",
          "task asked_by_name asked_by",
          "task done_by_name done_by",
          "action_item recorded_by_name recorded_by",
          "action_item closed_by_name closed_by",
          "handover asked_by_name asked_by",
          "handover ended_by_name ended_by",
          "incident_link added_by_name added_by",
          "incident_statement author_name author",
          "incident_statement verdict_by_name verdict_by",
          "reminder snoozed_by_name snoozed_by",
          "oncall_override given_by_name given_by",
          "oncall_override withdrawn_by_name withdrawn_by",
          "oncall_swap ended_by_name ended_by",
          "page asked_by_name asked_by",
          "page ended_by_name ended_by",
          "postmortem_word said_by_name said_by",
          "alert_group decided_by_name decided_by",
          "runbook_step done_by_name done_by",
          "runbook_step undone_by_name undone_by",
          "incident_impact said_by_name said_by",
          "maintenance planned_by_name planned_by",
          "maintenance ended_by_name ended_by",
          "maintenance cancelled_by_name cancelled_by",
          "drill_run begun_by_name begun_by",
          "drill_step done_by_name done_by",
          "drill_replay begun_by_name begun_by");

  /** Under which name somebody has, or had, something to do: others need it while they are here. */
  private static final List<String> DUTIES =
      List.of(
          "task assignee_name assignee",
          "action_item owner_name owner",
          "postmortem owner_name owner",
          "handover from_name from_person",
          "handover to_name to_person",
          "oncall_override person_name person",
          "oncall_swap asker_name asker",
          "oncall_swap asked_name asked",
          "page asked_for_name asked_for",
          "page_call person_name person");

  private final DSLContext sql;

  Beside(DSLContext sql) {
    this.sql = sql;
  }

  /** All that are reached, as {@code table.column}. */
  static Stream<String> columns() {
    return Stream.of(WORDS, NAMES, DUTIES)
        .flatMap(List::stream)
        .map(place -> place.substring(0, place.lastIndexOf(' ')).replace(' ', '.'));
  }

  /**
   * How many words there are of them.
   *
   * @param really false only counts
   */
  int words(PersonId person, boolean really) {
    return WORDS.stream()
        .mapToInt(place -> really ? gone(place, Erasure.GONE, person) : found(place, person))
        .sum();
  }

  /**
   * Their id stands where their name was: it stays beside it anyway, tells people apart, and a
   * document without names knows whom it means.
   */
  void names(PersonId person) {
    NAMES.forEach(place -> gone(place, person.value(), person));
    boolean left =
        sql.fetchExists(
            sql.selectOne().from(PERSON).where(PERSON.ID.eq(person)).and(PERSON.ACTIVE.isFalse()));
    if (left) {
      DUTIES.forEach(place -> gone(place, person.value(), person));
    }
  }

  private int gone(String place, String instead, PersonId person) {
    String[] of = place.split(" ");
    return sql.execute(
        "update " + of[0] + " set " + of[1] + " = ?" + where(of), instead, person.value(), instead);
  }

  private int found(String place, PersonId person) {
    String[] of = place.split(" ");
    return sql.resultQuery("select 1 from " + of[0] + where(of), person.value(), Erasure.GONE)
        .fetch()
        .size();
  }

  private static String where(String[] of) {
    return " where " + of[2] + " = ? and " + of[1] + " is not null and " + of[1] + " <> ?";
  }
}
