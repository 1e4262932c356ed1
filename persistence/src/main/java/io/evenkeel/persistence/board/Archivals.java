package io.evenkeel.persistence.board;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Merging;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Channels that nobody needs any more: of closed incidents so long after they were closed, of
 * cancelled ones so long after anything was recorded, of merged ones once the merge cannot be
 * undone any more. All that ever ended are read for it.
 */
final class Archivals {
  /** It has a channel, and nobody has asked for it to be archived. */
  private static final String UNARCHIVED =
      """
        and exists (
          select from slack_object object
          where object.incident = incident.number and object.purpose = 'channel')
        and not exists (
          select from slack_object object
          where object.incident = incident.number and object.purpose = 'archived'
            and object.id <> 'no')\
      """;

  private static final String CLOSED =
      """
      select incident.number, closed.at
      from look, incident
      join incident_milestone closed
        on closed.incident = incident.number and closed.milestone = 'closed'
      where incident.status = 'closed' and closed.at <= look.ended_before
      """
          + UNARCHIVED;

  private static final String CANCELLED =
      """
      select incident.number, incident.recorded_at
      from look, incident
      where incident.status = 'cancelled' and incident.recorded_at <= look.ended_before
      """
          + UNARCHIVED;

  private static final String MERGED =
      """
      select incident.number, merge.merged_at
      from look, incident_merge merge
      join incident on incident.number = merge.source
      where merge.undone_at is null and merge.merged_at < look.merged_before
      """
          + UNARCHIVED;

  private static final String DUE =
      """
      with look as not materialized (
        select ?::timestamptz as ended_before, ?::timestamptz as merged_before)
      select incident, at from (
      """
          + String.join("\nunion all\n", CLOSED, CANCELLED, MERGED)
          + """
            ) as due (incident, at)
          order by at, incident
          limit ?\
          """;

  private final Transaction tx;

  Archivals(Transaction tx) {
    this.tx = tx;
  }

  /** The longest due first. */
  List<Due> due(Instant now, int most, Duration after) {
    return new Written(tx, DUE)
        .time(now.minus(after))
        .time(now.minus(Merging.UNDONE_WITHIN))
        .number(most)
        .rows(Archivals::due);
  }

  private static Due due(ResultSet row) throws SQLException {
    var incident = new IncidentNumber(row.getInt(1));
    Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
    return new Due.OfIncident(incident, "archive:" + incident, at, new Command.ArchiveChannel());
  }
}
