package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.TIMELINE_ENTRY;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.val;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.generated.tables.records.IncidentRecord;
import io.evenkeel.persistence.generated.tables.records.TimelineEntryRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Writes an incident and the entries that tell what became of it, in one statement. Its text is
 * kept: to put it together took longer than to send it.
 */
final class Journal {
  private static final String UPDATE =
      "with changed as (update incident set %s where number = ?) insert into timeline_entry (%s)"
          .formatted(
              Stream.concat(
                      Rows.CHANGING.stream(),
                      Stream.of(INCIDENT.TIMELINE_COUNT, INCIDENT.TIMELINE_HEAD))
                  .map(field -> field.getName() + " = " + place(field))
                  .collect(joining(", ")),
              TIMELINE_ENTRY.fieldStream().map(Field::getName).collect(joining(", ")));

  private static final String ENTRY =
      TIMELINE_ENTRY.fieldStream().map(Journal::place).collect(joining(", ", "(", ")"));

  private Journal() {}

  /**
   * @param entries at least one
   */
  static void write(
      DSLContext sql,
      IncidentNumber number,
      IncidentRecord next,
      List<TimelineEntryRecord> entries) {
    TimelineEntryRecord last = entries.getLast();
    var bound = new ArrayList<Field<?>>();
    Rows.CHANGING.forEach(field -> bound.add(bound(next, field)));
    bound.add(val(last.getSeq(), INCIDENT.TIMELINE_COUNT));
    bound.add(val(last.getHash(), INCIDENT.TIMELINE_HEAD));
    bound.add(val(number, INCIDENT.NUMBER));
    for (TimelineEntryRecord entry : entries) {
      TIMELINE_ENTRY.fieldStream().forEach(field -> bound.add(bound(entry, field)));
    }
    String rows = String.join(", ", Collections.nCopies(entries.size(), ENTRY));
    sql.execute(UPDATE + " values " + rows, bound.toArray());
  }

  /** A time that is absent would be taken for a text. */
  private static String place(Field<?> field) {
    return field.getType() == Instant.class ? "?::timestamptz" : "?";
  }

  private static <T> Field<T> bound(Record row, Field<T> field) {
    return val(row.get(field), field);
  }
}
