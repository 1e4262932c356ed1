package io.evenkeel.chaos.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Postgres holds, read at one moment by plain JDBC, past the bot's own code.
 *
 * @param swept copies that the bot has taken away by itself
 */
record Tables(
    Map<String, Kept> inbox,
    List<Entry> entries,
    List<Effect> effects,
    Map<String, Thing> things,
    List<Integer> incidents,
    int lastNumber,
    int swept) {

  /**
   * An answer that was stored.
   *
   * @param incident 0 when it is about none
   */
  record Kept(boolean recorded, int incident) {}

  record Entry(int incident, int seq, String kind, @Nullable String text) {}

  /**
   * @param file the id of the file that it shared, if it came so far
   * @param person whom it invites
   * @param retried a person had it tried again after it was parked, so it may come late
   */
  record Effect(
      int incident,
      String stream,
      int seq,
      String kind,
      String key,
      String state,
      @Nullable String file,
      @Nullable String person,
      boolean retried) {
    String name() {
      return stream + " #" + seq + " " + kind + " (key " + key + ")";
    }

    boolean done() {
      return state.equals("DONE");
    }
  }

  /** A thing in Slack as {@code slack_object} knows it. */
  record Thing(String channel, String id) {}

  /** The thing with that purpose; null when none is recorded. */
  @Nullable Thing thing(int incident, String purpose) {
    return things.get(incident + " " + purpose);
  }

  /**
   * @param url with the user and password of somebody who may read everything
   */
  static Tables read(String url) {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var inbox = new HashMap<String, Kept>();
      rows(
          connection,
          "select key, coalesce((answer ->> 'recorded')::boolean, false),"
              + " coalesce((answer ->> 'incident')::int, 0) from inbox",
          row -> inbox.put(row.getString(1), new Kept(row.getBoolean(2), row.getInt(3))));
      var entries = new ArrayList<Entry>();
      rows(
          connection,
          "select incident, seq, kind, text from timeline_entry order by incident, seq",
          row ->
              entries.add(
                  new Entry(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4))));
      var effects = new ArrayList<Effect>();
      rows(
          connection,
          "select s.incident, e.stream, e.seq, e.kind, e.key, e.state, e.result ->> 'file',"
              + " e.payload ->> 'person', coalesce(e.result ? 'retried', false)"
              + " from effect e join effect_stream s on s.id = e.stream order by e.stream, e.seq",
          row -> effects.add(effect(row)));
      var things = new HashMap<String, Thing>();
      rows(
          connection,
          "select incident || ' ' || purpose, channel, id from slack_object",
          row -> things.put(row.getString(1), new Thing(row.getString(2), row.getString(3))));
      var incidents = new ArrayList<Integer>();
      rows(
          connection,
          "select number from incident order by number",
          row -> incidents.add(row.getInt(1)));
      var single = new ArrayList<Integer>();
      rows(
          connection,
          "select (select last_number from incident_counter),"
              + " (select count(*) from audit where action = 'delete-copy')",
          row -> single.addAll(List.of(row.getInt(1), row.getInt(2))));
      return new Tables(
          inbox, entries, effects, things, incidents, single.getFirst(), single.getLast());
    } catch (SQLException e) {
      throw new IllegalStateException("the tables cannot be read: " + e.getMessage(), e);
    }
  }

  private static Effect effect(ResultSet row) throws SQLException {
    return new Effect(
        row.getInt(1),
        row.getString(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getBoolean(9));
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private static void rows(Connection connection, String query, Row each) throws SQLException {
    try (var sql = connection.createStatement();
        var rows = sql.executeQuery(query)) {
      while (rows.next()) {
        each.read(rows);
      }
    }
  }
}
