package io.evenkeel.chaos.bench;

import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gives the bot each kind of command several times and writes down what Postgres was asked. */
final class Recorder {
  /** Incidents whose counters are apart, so that it shows which number follows which counter. */
  private static final int TIMES = 6;

  /** So many commands pass unread, until every session logs. */
  private static final int SESSIONS = 4;

  private final Plant plant;

  Recorder(Plant plant) {
    this.plant = plant;
  }

  Map<Kind, Script> record() throws IOException, SQLException {
    try (var door = new Door(plant.bot().port());
        Connection connection = DriverManager.getConnection(plant.postgres().url())) {
      apart(door);
      log("all");
      // Each session takes the setting over with its next statement.
      for (int i = 0; i < SESSIONS; i++) {
        send(door, Kind.NOTE, plant.rooms().getLast());
      }
      var scripts = new EnumMap<Kind, Script>(Kind.class);
      for (Kind kind : Kind.values()) {
        scripts.put(kind, record(kind, door, connection));
      }
      return scripts;
    } finally {
      log("none");
    }
  }

  private void apart(Door door) throws IOException {
    for (int i = 0; i < TIMES; i++) {
      for (int notes = 0; notes < (i * 5) % 7; notes++) {
        send(door, Kind.NOTE, plant.rooms().get(Options.QUIET + i));
      }
      for (int updates = 0; updates < (i * 3 + 2) % 5; updates++) {
        send(door, Kind.UPDATE, plant.rooms().get(Options.QUIET + i));
      }
    }
  }

  private Script record(Kind kind, Door door, Connection connection)
      throws IOException, SQLException {
    Path file = StatementLog.file(connection);
    int known = StatementLog.commands(file).size();
    var before = new ArrayList<Standing>();
    var after = new ArrayList<Standing>();
    for (Room room : plant.rooms().subList(Options.QUIET, Options.QUIET + TIMES)) {
      before.add(Standing.read(connection, room.incident()));
      send(door, kind, room);
      after.add(Standing.read(connection, room.incident()));
    }
    Waiting.until("Postgres has logged them", () -> commands(file).size() >= known + TIMES);
    var sent = commands(file);
    var seen = new ArrayList<Script.Seen>();
    for (int i = 0; i < TIMES; i++) {
      var statements = sent.get(sent.size() - TIMES + i);
      seen.add(new Script.Seen(statements, before.get(i), after.get(i)));
    }
    return Script.learn(seen);
  }

  private static List<List<StatementLog.Statement>> commands(Path file) {
    try {
      return StatementLog.commands(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Door door, Kind kind, Room room) throws IOException {
    Door.Answer answer = door.send(kind.in(room).request(InstantSource.system().instant()));
    if (!answer.recorded()) {
      throw new IllegalStateException(kind + " was not recorded: " + answer);
    }
  }

  private void log(String statements) {
    Postgres postgres = plant.postgres();
    postgres.execute("alter system set log_statement = '" + statements + "'");
    postgres.execute("select pg_reload_conf()");
  }
}
