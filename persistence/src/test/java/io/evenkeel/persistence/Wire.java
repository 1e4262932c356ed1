package io.evenkeel.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The network between the bot and Postgres, which fails when it is told to. */
final class Wire implements AutoCloseable {
  /** What happens to what the bot sends. */
  enum Mode {
    FLOW,
    /** Nothing arrives and nothing is answered, but every connection stays open. */
    HANG,
    /** The connection is cut when a COMMIT has been passed on; its answer is lost. */
    LOSE_ANSWER_TO_COMMIT,
    /** The connection is cut as a COMMIT comes by, which never arrives. */
    LOSE_COMMIT
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int target;
  private volatile Mode mode = Mode.FLOW;

  Wire(int target) throws IOException {
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void mode(Mode mode) {
    this.mode = mode;
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut(open.toArray(Socket[]::new));
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket bot = server.accept();
        var postgres = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(bot);
        open.add(postgres);
        Thread.ofVirtual().start(() -> pass(bot, postgres, true));
        Thread.ofVirtual().start(() -> pass(postgres, bot, false));
      } catch (IOException _) {
        // Closed at the end of a test; a connection that could not be made is the bot's to notice.
      }
    }
  }

  private void pass(Socket from, Socket to, boolean toPostgres) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      var commits = new Commits();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        Mode now = mode;
        boolean commit =
            toPostgres && commits.seenIn(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        if (now == Mode.HANG) {
          continue;
        }
        if (commit && now == Mode.LOSE_COMMIT) {
          return;
        }
        out.write(buffer, 0, n);
        if (commit && now == Mode.LOSE_ANSWER_TO_COMMIT) {
          from.close();
          out.flush();
          awaitEnd(to);
          return;
        }
      }
    } catch (IOException _) {
      // One side hung up: so does the other.
    }
  }

  /** Lets Postgres finish what it was told: it hangs up after the half-close. */
  private static void awaitEnd(Socket postgres) throws IOException {
    postgres.shutdownOutput();
    postgres.setSoTimeout(5000);
    postgres.getInputStream().readAllBytes();
  }

  private static void cut(Socket... sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /**
   * Recognises COMMIT on one connection. The driver spells it out once, as a prepared statement
   * with a name, and says only the name from then on.
   */
  private static final class Commits {
    private static final Pattern NAMED = Pattern.compile("(S_[0-9]+)\0COMMIT\0");

    private String bound = "COMMIT\0";

    boolean seenIn(String sent) {
      var named = NAMED.matcher(sent);
      if (named.find()) {
        bound = "\0" + named.group(1) + "\0";
        return true;
      }
      return sent.contains(bound);
    }
  }
}
