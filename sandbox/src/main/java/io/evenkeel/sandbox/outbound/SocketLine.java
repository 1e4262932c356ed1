package io.evenkeel.sandbox.outbound;

/** One WebSocket of an app, as the hub needs it. */
public interface SocketLine {

  /** Sends one text frame. */
  void send(String text);

  /** Says goodbye. */
  void close(int code, String reason);

  /** Breaks the connection without a word. */
  void cut();
}
