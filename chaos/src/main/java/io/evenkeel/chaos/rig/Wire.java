package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The network between bots and a Postgres, which fails when it is told to. */
public final class Wire implements AutoCloseable {
  /** What happens to what passes. */
  public enum Mode {
    FLOW,
    /** Nothing arrives and every connection stays open; it all arrives when this ends. */
    HANG,
    /** Every connection is cut and no new one is taken. */
    CUT,
    /** The connection is cut as a COMMIT comes by, which never arrives. */
    LOSE_COMMIT,
    /** The connection is cut when a COMMIT has been passed on; its answer is lost. */
    LOSE_ANSWER_TO_COMMIT
  }

  private final ServerSocket server;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final int target;
  private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
  private final AtomicInteger lost = new AtomicInteger();
  private final Object changed = new Object();
  private volatile Mode mode = Mode.FLOW;

  private Wire(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("wire").start(this::accept);
  }

  /** A wire to this server, also when it is started again. */
  public static Wire to(Postgres postgres) {
    try {
      return new Wire(postgres.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bots' end. */
  public int port() {
    return server.getLocalPort();
  }

  /** JDBC's, with the user in it. */
  public String url() {
    return Postgres.url(port());
  }

  /** From now on. */
  public void mode(Mode next) {
    synchronized (changed) {
      mode = next;
      changed.notifyAll();
    }
    if (next == Mode.CUT) {
      open.forEach(Connection::cut);
    }
  }

  /** How many COMMITs, or answers to them, were lost so far. */
  public int lost() {
    return lost.get();
  }

  /** Holds up the first connection that comes to a point; replaces a stop that nobody came to. */
  public Stop stopAt(Point point) {
    var next = new Stop(point);
    stop.set(next);
    return next;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    mode(Mode.CUT);
  }

  /** The stop, if it is at this place; then nobody else gets it. */
  @Nullable Stop take(Point.Place place, Transcript said) {
    Stop next = stop.get();
    boolean here = next != null && next.point().place() == place && said.holds(next.point().text());
    return here && stop.compareAndSet(next, null) ? next : null;
  }

  /** Waits while the wire hangs; says what it does afterwards. */
  Mode passing() throws IOException {
    synchronized (changed) {
      while (mode == Mode.HANG) {
        try {
          changed.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException(e);
        }
      }
      return mode;
    }
  }

  void lose() {
    lost.incrementAndGet();
  }

  void ended(Connection connection) {
    open.remove(connection);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket bot = server.accept();
        if (mode == Mode.CUT) {
          bot.close();
        } else {
          Thread.ofVirtual().name("wire").start(() -> connect(bot));
        }
      } catch (IOException _) {
        // Closed at the end of a test.
      }
    }
  }

  private void connect(Socket bot) {
    try {
      var postgres = new Socket(InetAddress.getLoopbackAddress(), target);
      var connection = new Connection(this, bot, postgres);
      open.add(connection);
      connection.pass();
      if (mode == Mode.CUT) {
        connection.cut();
      }
    } catch (IOException e) {
      // Nobody listens there: the bot sees that it is cut off.
      Connection.close(bot);
    }
  }
}
