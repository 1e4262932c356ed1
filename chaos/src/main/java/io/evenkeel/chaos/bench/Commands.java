package io.evenkeel.chaos.bench;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Types commands into one connection, one after the other. */
final class Commands implements ClosedLoop.Worker {
  private final Door door;
  private final List<Room> rooms;

  Commands(int port, List<Room> rooms) throws IOException {
    door = new Door(port);
    this.rooms = rooms;
  }

  @Override
  public boolean next() throws IOException {
    Room room = rooms.get(ThreadLocalRandom.current().nextInt(rooms.size()));
    return door.send(Kind.next().in(room).request(InstantSource.system().instant())).recorded();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
