package io.evenkeel.chaos.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Which incident it is and how far its counters are: what a command writes goes on from them.
 *
 * @param room its channel
 */
record Standing(String room, int incident, int timeline, int channel, int announce) {
  private static final String QUERY =
      """
      select timeline_count,
        (select coalesce(max(seq), 0) from effect where stream = 'INC-' || number || '/channel'),
        (select coalesce(max(seq), 0) from effect where stream = 'INC-' || number || '/announce'),
        (select channel from slack_object where incident = number and purpose = 'channel')
      from incident where number = ?\
      """;

  static Standing read(Connection connection, int incident) throws SQLException {
    try (var statement = connection.prepareStatement(QUERY)) {
      statement.setInt(1, incident);
      try (var row = statement.executeQuery()) {
        row.next();
        return new Standing(
            row.getString(4), incident, row.getInt(1), row.getInt(2), row.getInt(3));
      }
    }
  }

  List<Integer> numbers() {
    return List.of(incident, timeline, channel, announce);
  }

  /** As it is after a command that moves the counters by so much; the incident stays. */
  Standing moved(Standing by) {
    return new Standing(
        room, incident, timeline + by.timeline, channel + by.channel, announce + by.announce);
  }

  /** How far it moved since. */
  Standing since(Standing before) {
    return new Standing(
        room,
        incident,
        timeline - before.timeline,
        channel - before.channel,
        announce - before.announce);
  }
}
