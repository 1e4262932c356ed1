package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;

import io.evenkeel.incident.Milestone;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * How many incidents there are and how long they took, as figures for operators. Private ones,
 * drills and those entered afterwards are in none of them.
 *
 * @param counts one for each severity and status that occurs, of all time
 * @param spans one for each severity and milestone that occurs, of those recorded lately
 */
public record Standings(List<Count> counts, List<Span> spans) {
  /**
   * Only what is known counts, as in a postmortem: from detected to the milestone. What was
   * cancelled or merged was never resolved.
   */
  private static final String SPANS =
      """
      select reached.milestone, i.severity, count(*) as incidents,
        sum(extract(epoch from reached.at - detected.at))::float8 as total,
        percentile_cont(0.5) within group (order by extract(epoch from reached.at - detected.at)::float8) as half,
        percentile_cont(0.9) within group (order by extract(epoch from reached.at - detected.at)::float8) as most
      from incident i
        join incident_milestone detected on detected.incident = i.number and detected.milestone = 'detected'
        join incident_milestone reached on reached.incident = i.number
          and reached.milestone in ('acknowledged', 'mitigated', 'resolved')
      where i.mode = 'live' and i.visibility = 'public' and i.recorded_at >= {0}
        and i.status not in ('cancelled', 'merged') and reached.at >= detected.at
      group by reached.milestone, i.severity\
      """;

  public Standings {
    counts = List.copyOf(counts);
    spans = List.copyOf(spans);
  }

  /** Incidents of one severity in one status, as both are written. */
  public record Count(String severity, String status, long incidents) {}

  /**
   * How long incidents of one severity took from detected.
   *
   * @param seconds of all of them together
   * @param half seconds within which half of them reached it
   * @param most seconds within which nine of ten of them reached it
   */
  public record Span(
      Milestone reached,
      String severity,
      long incidents,
      double seconds,
      double half,
      double most) {}

  /**
   * @param since UTC: what was recorded before has no part in the spans
   */
  public static Standings read(Transaction tx, Instant since) {
    DSLContext sql = tx.unwrap(DSLContext.class);
    return new Standings(counts(sql), spans(sql, since));
  }

  private static List<Count> counts(DSLContext sql) {
    return sql.select(INCIDENT.SEVERITY, INCIDENT.STATUS, count())
        .from(INCIDENT)
        .where("mode = 'live' and visibility = 'public'")
        .groupBy(INCIDENT.SEVERITY, INCIDENT.STATUS)
        .fetch(row -> new Count(row.value1().name(), row.value2().word(), row.value3()));
  }

  private static List<Span> spans(DSLContext sql, Instant since) {
    return sql.fetch(SPANS, val(since, INCIDENT.RECORDED_AT)).map(Standings::span);
  }

  private static Span span(Record row) {
    return new Span(
        Milestone.find(row.get("milestone", String.class)).orElseThrow(),
        row.get("severity", String.class),
        row.get("incidents", Long.class),
        row.get("total", Double.class),
        row.get("half", Double.class),
        row.get("most", Double.class));
  }
}
