package io.evenkeel.persistence.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.generated.DefaultSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** Whoever adds a column that may hold somebody's name or words says what erasure does with it. */
final class KnownToErasureTest {
  private static final Pattern SUSPECT =
      Pattern.compile(
          "name|reason|words?$|text|why|remark|title|(^|_)by($|_)|author|person|owner|summary|note"
              + "|comment|told|who$|failure|labels|annotations|newest|resolution|answer|detail"
              + "|payload|experiment|reply|heading");

  /** Those that are not in the lists, by what becomes of them. docs/operations.md tells it. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "Erasure itself takes these",
          "timeline_entry.text incident.resolution incident.update_text captured_message.newest"
              + " drill_run.aborted_why person.display_name person.real_name",
          "who spoke, declared and had a role stays, as the hash covers it",
          "person.name timeline_entry.actor_name incident.declared_by_name"
              + " role_assignment.person_name",
          "an id of somebody, or of a process",
          "role_assignment.assigned_by role_assignment.released_by capture_mark.owner"
              + " postmortem_word.said_by api_token.created_by effect_stream.owner",
          "the title stays: it is what everybody calls the incident",
          "incident.title",
          "revisions of postmortems are append-only: the person is told which",
          "postmortem_revision.author postmortem_revision.author_name postmortem_revision.text"
              + " postmortem_revision.why",
          "the audit is append-only, and says what was done rather than what was said",
          "audit.detail",
          "retention takes it, or it is what Slack was asked to do",
          "inbox.answer effect.payload effect.reason",
          "words of a program, a file or a calendar, or a name that is no person's",
          "reminder.name oncall_feed.failure oncall_feed.remarks oncall_feed_shift.who"
              + " oncall_said.who page_call.why page_call.reply api_token.name alert_group.title"
              + " alert.name alert.summary alert.labels alert.annotations runbook_step.heading"
              + " runbook_step.text slo_state.name slo_state.failure slo_reading.name"
              + " incident_price.name incident_price.why incident_price.told drill_run.name"
              + " drill_run.experiment drill_step.text drill_measure.why",
          "a word of a postmortem, which stays",
          "postmortem_word.word");

  @Test
  void eachColumnThatMayHoldNamesOrWordsIsKnown() {
    var known = new TreeSet<>(Beside.columns().toList());
    ELSEWHERE.values().forEach(columns -> known.addAll(Arrays.asList(columns.split(" "))));
    var there =
        DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
            .flatMap(table -> columns(table).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(there).as("columns erasure has to know: Beside, or a reason here").isEqualTo(known);
  }

  private static List<String> columns(Table<?> table) {
    return Arrays.stream(table.fields())
        .filter(KnownToErasureTest::suspect)
        .map(column -> table.getName() + "." + column.getName())
        .toList();
  }

  /** A column of a type of its own holds nothing else, and ids stay. */
  private static boolean suspect(Field<?> column) {
    Class<?> type = column.getType();
    return (type == String.class || type == JSONB.class)
        && SUSPECT.matcher(column.getName()).find();
  }
}
