package io.evenkeel.persistence.board;

import static java.util.Collections.emptyList;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many kinds of what may be due, asked for in one statement. A kind is a query of three columns, as
 * in {@link DueRow}, which may name what all of them share: {@code look.now}. What follows {@code
 * order by} in it counts.
 */
final class DueRows {
  private final List<String> kinds;
  private final String sql;

  /**
   * @param kinds each looks into what they share for itself, and so finds its index by the times
   */
  DueRows(List<String> kinds) {
    this.kinds = kinds;
    sql =
        """
        with look as not materialized (select ?::timestamptz as now)
        select kind, incident, number, at from (
        %s) as due (kind, incident, number, at)
        order by kind, at, incident\
        """
            .formatted(
                IntStream.range(0, kinds.size())
                    .mapToObj(kind -> each(kind, kinds.get(kind)))
                    .collect(Collectors.joining("union all\n")));
  }

  private static String each(int kind, String rows) {
    return "(select %d, each.* from (%s limit :most) as each)\n".formatted(kind, rows);
  }

  private record Row(String kind, DueRow row) {}

  /** What was found, by kind and since when it is due. */
  record Found(Map<String, List<DueRow>> rows) {
    List<Due> of(String kind, Function<DueRow, Due> due) {
      return rows.getOrDefault(kind, emptyList()).stream().map(due).toList();
    }

    /** Each once, those of the first kind first. */
    List<IncidentNumber> incidents(List<String> kinds, int most) {
      return kinds.stream()
          .flatMap(kind -> rows.getOrDefault(kind, emptyList()).stream())
          .map(DueRow::incident)
          .distinct()
          .limit(most)
          .toList();
    }
  }

  /**
   * @param most of each kind
   */
  Found at(Transaction tx, Instant now, int most) {
    return new Found(
        new Written(tx, sql.replace(":most", Integer.toString(most)))
            .time(now).rows(this::row).stream()
                .collect(groupingBy(Row::kind, mapping(Row::row, toList()))));
  }

  private Row row(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(4, OffsetDateTime.class);
    return new Row(
        kinds.get(row.getInt(1)),
        new DueRow(
            new IncidentNumber(row.getInt(2)),
            row.getInt(3),
            at == null ? Instant.EPOCH : at.toInstant()));
  }
}
