package io.evenkeel.persistence.board;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Merging;
import java.util.List;

/**
 * Channels that nobody needs any more: of closed incidents so long after they were closed, of
 * cancelled ones so long after anything was recorded, of merged ones once the merge cannot be
 * undone any more.
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
      select incident.number, 0, closed.at
      from look, incident
      join incident_milestone closed
        on closed.incident = incident.number and closed.milestone = 'closed'
      where incident.status = 'closed' and closed.at <= look.closed_before
      """
          + UNARCHIVED;

  private static final String CANCELLED =
      """
      select incident.number, 0, incident.recorded_at
      from look, incident
      where incident.status = 'cancelled' and incident.recorded_at <= look.closed_before
      """
          + UNARCHIVED;

  private static final String MERGED =
      """
      select incident.number, 0, merge.merged_at
      from look, incident_merge merge
      join incident on incident.number = merge.source
      where merge.undone_at is null and merge.merged_at < look.now - interval '%d seconds'
      """
              .formatted(Merging.UNDONE_WITHIN.toSeconds())
          + UNARCHIVED;

  static final List<String> DUE = List.of(CLOSED, CANCELLED, MERGED);

  private Archivals() {}

  static Due due(DueRow row) {
    return new Due.OfIncident(
        row.incident(), "archive:" + row.incident(), row.at(), new Command.ArchiveChannel());
  }
}
