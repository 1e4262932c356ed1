package io.evenkeel.chaos.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-open connection to the bot, as bare as it can be: on one machine each microsecond that
 * the client takes is one less for what is measured. For one thread at a time.
 */
final class Door implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Door(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** What came back. */
  record Answer(int status, String body) {
    /** The bot says that it stands in the database. */
    boolean recorded() {
      return status == 200
          && !body.contains("NOT recorded")
          && !body.contains("Nothing was recorded")
          && !body.contains("may be recorded")
          && !body.contains("not known whether");
    }
  }

  Answer send(byte[] request) throws IOException {
    out.write(request);
    String status = line();
    int length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    String body = length >= 0 ? text(length) : chunks();
    return new Answer(Integer.parseInt(status.split(" ", 3)[1]), body);
  }

  private String chunks() throws IOException {
    var body = new StringBuilder();
    for (int size = size(); size > 0; size = size()) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the bot hung up");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
