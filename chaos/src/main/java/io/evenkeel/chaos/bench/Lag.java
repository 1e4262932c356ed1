package io.evenkeel.chaos.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** From the acknowledgement of an update to its post standing in a quiet channel. */
final class Lag {
  private static final String POSTED =
      """
      select exists (select from effect where stream = ? and seq > ? and kind = 'post-entries'
        and state = 'DONE')\
      """;
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

  private Lag() {}

  /** One update into each of these rooms, one after the other. */
  static Quantiles measure(Plant plant, List<Room> quiet) throws IOException, SQLException {
    var took = new ArrayList<Long>();
    try (var door = new Door(plant.bot().port());
        Connection connection = DriverManager.getConnection(plant.postgres().url());
        var posted = connection.prepareStatement(POSTED)) {
      for (Room room : quiet) {
        posted.setString(1, "INC-" + room.incident() + "/channel");
        posted.setInt(2, Standing.read(connection, room.incident()).channel());
        door.send(Kind.UPDATE.in(room).request(InstantSource.system().instant()));
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE) {
          try (var row = posted.executeQuery()) {
            row.next();
            if (row.getBoolean(1)) {
              break;
            }
          }
          LockSupport.parkNanos(1_000_000);
        }
        took.add(System.nanoTime() - began);
      }
    }
    return new Quantiles(took.stream().mapToLong(Long::longValue).toArray());
  }
}
