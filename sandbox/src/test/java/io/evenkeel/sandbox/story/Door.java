package io.evenkeel.sandbox.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP door before Postgres. Closed, it takes no connection and cuts those that pass through it.
 */
final class Door implements AutoCloseable {
  private final ServerSocket server;
  private final int behind;
  private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
  private volatile boolean open = true;

  Door(int behind) throws IOException {
    this.behind = behind;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void open() {
    open = true;
  }

  /** From now on nothing passes. */
  @Override
  public void close() {
    open = false;
    passing.forEach(Door::cut);
    passing.clear();
  }

  /** The door itself goes away. */
  void remove() throws IOException {
    close();
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket in = server.accept();
        if (!open) {
          cut(in);
          continue;
        }
        Socket out = new Socket(InetAddress.getLoopbackAddress(), behind);
        passing.add(in);
        passing.add(out);
        Thread.ofVirtual().start(() -> pass(in, out));
        Thread.ofVirtual().start(() -> pass(out, in));
      } catch (IOException _) {
        // The next connection is taken, or the door is gone and the loop ends.
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Cut: try-with-resources ends both sides.
      return;
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
