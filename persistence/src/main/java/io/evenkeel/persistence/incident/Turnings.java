package io.evenkeel.persistence.incident;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** When an incident took another turn, and when somebody last said something. */
public final class Turnings {
  /** The kinds are spelled out: only so does Postgres use the index on turnings. */
  private static final String OF =
      """
      select
        (select max(recorded_at) from timeline_entry
          where incident = each.number and (kind = 'severity' or kind = 'reopened')),
        (select max(recorded_at) from timeline_entry
          where incident = each.number and (kind = 'status' or kind = 'mitigated')),
        (select recorded_at from timeline_entry
          where incident = each.number and actor <> 'evenkeel' order by seq desc limit 1)
      from (select ?::integer as number) as each\
      """;

  private final Transaction tx;

  public Turnings(Transaction tx) {
    this.tx = tx;
  }

  /**
   * @param turned another severity, or reopened
   * @param status another status
   * @param lastWord recorded by a person; null when only Evenkeel has said something
   */
  public record Turned(
      @Nullable Instant turned, @Nullable Instant status, @Nullable Instant lastWord) {}

  public Turned of(IncidentNumber incident) {
    return new Written(tx, OF)
        .number(incident.value())
        .rows(row -> new Turned(time(row, 1), time(row, 2), time(row, 3)))
        .getFirst();
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
