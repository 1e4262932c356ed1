package io.evenkeel.chaos.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The ceiling: the bot's own transactions, statement by statement, by a thread with a connection of
 * its own and nothing else to do. It works on a copy of the database on the same server, as only so
 * its numbers and the bot's do not get into each other's way.
 */
final class PlainJdbc implements ClosedLoop.Worker {
  private final Connection connection;
  private final Map<Kind, Prepared> prepared = new EnumMap<>(Kind.class);
  private final List<Turn> turns;

  private record Prepared(Script script, List<PreparedStatement> statements) {}

  /** An incident: whoever writes to it holds its lock, as the bot's transactions hold its row. */
  static final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private Standing standing;

    private Turn(Standing standing) {
      this.standing = standing;
    }
  }

  private PlainJdbc(Connection connection, List<Turn> turns) {
    this.connection = connection;
    this.turns = turns;
  }

  static List<Turn> turns(String url, List<Room> rooms) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      var turns = new ArrayList<Turn>();
      for (Room room : rooms) {
        turns.add(new Turn(Standing.read(connection, room.incident())));
      }
      return turns;
    }
  }

  static PlainJdbc open(String url, Map<Kind, Script> scripts, List<Turn> turns)
      throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (var first = connection.createStatement()) {
      first.execute("set role evenkeel_app");
    }
    connection.setAutoCommit(false);
    var worker = new PlainJdbc(connection, turns);
    for (var each : scripts.entrySet()) {
      var statements = new ArrayList<PreparedStatement>();
      for (Script.Step step : each.getValue().steps()) {
        statements.add(connection.prepareStatement(step.sql()));
      }
      worker.prepared.put(each.getKey(), new Prepared(each.getValue(), statements));
    }
    return worker;
  }

  @Override
  public boolean next() throws SQLException {
    Prepared command = prepared.get(Kind.next());
    if (command == null) {
      throw new IllegalStateException("a kind was not recorded");
    }
    Turn turn = turns.get(ThreadLocalRandom.current().nextInt(turns.size()));
    turn.lock.lock();
    try {
      run(command, turn.standing);
      turn.standing = turn.standing.moved(command.script().moves());
      return true;
    } finally {
      turn.lock.unlock();
    }
  }

  private void run(Prepared command, Standing standing) throws SQLException {
    Instant now = InstantSource.system().instant();
    for (int i = 0; i < command.statements().size(); i++) {
      PreparedStatement statement = command.statements().get(i);
      List<Value> values = command.script().steps().get(i).values();
      for (int v = 0; v < values.size(); v++) {
        statement.setObject(v + 1, values.get(v).of(standing, now), Types.OTHER);
      }
      if (statement.execute()) {
        try (var rows = statement.getResultSet()) {
          while (rows.next()) {
            rows.getString(1);
          }
        }
      }
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
