package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection through a {@link Wire}, in both directions. */
final class Connection {
  private static final int PATIENCE_MS = 5000;

  private final Wire wire;
  private final Socket bot;
  private final Socket postgres;
  private final Transcript said = new Transcript();
  private final Commits commits = new Commits();

  /** Holds up the answer that comes next. */
  private volatile @Nullable Stop answer;

  Connection(Wire wire, Socket bot, Socket postgres) {
    this.wire = wire;
    this.bot = bot;
    this.postgres = postgres;
  }

  void pass() {
    Thread.ofVirtual().name("wire-out").start(() -> run(bot, postgres, this::toPostgres));
    Thread.ofVirtual().name("wire-back").start(() -> run(postgres, bot, this::toBot));
  }

  void cut() {
    wire.ended(this);
    close(bot);
    close(postgres);
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Passes on some bytes; false ends the connection. */
  @FunctionalInterface
  private interface Passing {
    boolean pass(byte[] bytes, int length, OutputStream to) throws IOException;
  }

  private void run(Socket from, Socket to, Passing passing) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16_384];
      int read = in.read(buffer);
      while (read >= 0 && passing.pass(buffer, read, out)) {
        read = in.read(buffer);
      }
    } catch (IOException _) {
      // One side hung up: so does the other.
    }
    cut();
  }

  private boolean toPostgres(byte[] bytes, int length, OutputStream out) throws IOException {
    String sent = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    boolean commit = commits.seenIn(sent);
    said.add(sent);
    Wire.Mode mode = wire.passing();
    if (!held(Point.Place.TEXT) || (commit && !held(Point.Place.COMMIT))) {
      return false;
    }
    if (commit && mode == Wire.Mode.LOSE_COMMIT) {
      wire.lose();
      return false;
    }
    if (commit) {
      answer = wire.take(Point.Place.ANSWER, said);
      said.clear();
    }
    if (commit && mode == Wire.Mode.LOSE_ANSWER_TO_COMMIT) {
      wire.lose();
      // First the bot's side, so that no answer slips through.
      close(bot);
      out.write(bytes, 0, length);
      awaitEnd();
      return false;
    }
    out.write(bytes, 0, length);
    return true;
  }

  private boolean toBot(byte[] bytes, int length, OutputStream out) throws IOException {
    wire.passing();
    Stop stop = answer;
    if (stop != null) {
      answer = null;
      if (!stop.hold()) {
        return false;
      }
    }
    out.write(bytes, 0, length);
    return true;
  }

  private boolean held(Point.Place place) {
    Stop stop = wire.take(place, said);
    return stop == null || stop.hold();
  }

  /** Lets Postgres finish what it was told: it hangs up after the half-close. */
  private void awaitEnd() throws IOException {
    postgres.shutdownOutput();
    postgres.setSoTimeout(PATIENCE_MS);
    postgres.getInputStream().readAllBytes();
  }
}
