package io.evenkeel.bot.socket;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket to Slack, from its hello to its end. */
final class Connection {
  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  /** Slack's largest payloads are some hundred kilobytes. */
  private static final int LARGEST_FRAME = 4 * 1024 * 1024;

  private static final Duration GOODBYE = Duration.ofSeconds(1);

  /** Why a connection is no longer the one to wait for. */
  sealed interface End {
    /** Slack asks for another one; this one works for a while. */
    record Replace(String reason) implements End {}

    /** It is gone. */
    record Gone(String why) implements End {}

    /** Socket Mode was switched off. */
    record Disabled() implements End {}
  }

  /** Takes an envelope off a connection, on which it is acknowledged later. */
  @FunctionalInterface
  interface Taken {
    void take(Connection from, Frame.Envelope envelope);
  }

  private final Taken taken;
  private final Line line;
  private final CompletableFuture<Boolean> hello = new CompletableFuture<>();
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
  private volatile long lastSign = System.nanoTime();
  private volatile @Nullable String broken;

  private Connection(URI address, SocketPace pace, Taken taken) {
    this.taken = taken;
    line = new Line(address, Math.toIntExact(pace.hello().toMillis()));
  }

  /** Connects, and returns once Slack has said hello. */
  static Connection open(URI address, SocketPace pace, Taken taken)
      throws IOException, InterruptedException {
    var connection = new Connection(address, pace, taken);
    connection.line.connect();
    try {
      connection.hello.get(pace.hello().toMillis(), TimeUnit.MILLISECONDS);
      return connection;
    } catch (ExecutionException e) {
      throw new IOException(connection.why(), e);
    } catch (TimeoutException e) {
      connection.cut("no hello");
      throw new IOException("no hello from Slack in " + pace.hello().toSeconds() + " s", e);
    }
  }

  /** Waits until it ends or is to be replaced, and gives it up when it shows no sign of life. */
  End await(SocketPace pace) throws InterruptedException {
    while (true) {
      try {
        return end.get(pace.ping().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        if (System.nanoTime() - lastSign > pace.silence().toNanos()) {
          cut("no sign of life for " + pace.silence().toSeconds() + " s");
        } else {
          line.ask();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("an end is never a failure", e);
      }
    }
  }

  /** Whether the message could be handed to the connection. */
  boolean send(String message) {
    try {
      line.send(message);
      return true;
    } catch (WebsocketNotConnectedException _) {
      return false;
    }
  }

  /** Has {@code atMost} to be closed by Slack; then we close it. */
  void retire(Duration atMost) {
    Thread.ofVirtual()
        .name("socket-retiring")
        .start(() -> {
          awaitClosed(atMost);
          close();
        });
  }

  /** Says goodbye, after what was sent before. */
  void close() {
    line.close();
    awaitClosed(GOODBYE);
    cut("closed");
  }

  private void awaitClosed(Duration atMost) {
    var _ = closed.completeOnTimeout(false, atMost.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private void cut(String why) {
    over(why);
    line.closeConnection(CloseFrame.ABNORMAL_CLOSE, why);
  }

  private void over(String why) {
    hello.completeExceptionally(new IOException(why));
    end.complete(new End.Gone(why));
    closed.complete(true);
  }

  private String why() {
    return hello
        .handle((_, failed) -> failed == null ? "" : String.valueOf(failed.getMessage()))
        .join();
  }

  private void heard(Frame frame) {
    switch (frame) {
      case Frame.Hello _ -> hello.complete(true);
      case Frame.Envelope envelope -> taken.take(this, envelope);
      case Frame.Disconnect(String reason) ->
          end.complete(
              reason.equals("link_disabled") ? new End.Disabled() : new End.Replace(reason));
      case Frame.Unknown(String type) -> log.info("Slack said something unknown: {}", type);
    }
  }

  /** The library's side: its callbacks come on a thread of the connection. */
  private final class Line extends WebSocketClient {
    Line(URI address, int connectMs) {
      super(address, new Draft_6455(List.of(), LARGEST_FRAME), Map.of(), connectMs);
      setConnectionLostTimeout(0); // we look for signs of life ourselves
      setTcpNoDelay(true);
    }

    void ask() {
      try {
        sendPing();
      } catch (WebsocketNotConnectedException _) {
        over("the connection is closed");
      }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      lastSign = System.nanoTime();
    }

    @Override
    public void onMessage(String message) {
      lastSign = System.nanoTime();
      heard(Frame.read(message));
    }

    @Override
    public void onWebsocketPing(WebSocket on, Framedata frame) {
      lastSign = System.nanoTime();
      super.onWebsocketPing(on, frame);
    }

    @Override
    public void onWebsocketPong(WebSocket on, Framedata frame) {
      lastSign = System.nanoTime();
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      String first = broken;
      over(first == null ? "closed by Slack (" + code + ")" : first);
    }

    @Override
    public void onError(Exception error) {
      String message = error.getMessage();
      broken =
          "the connection broke: "
              + (message == null || message.isBlank() ? error.getClass().getSimpleName() : message);
    }
  }
}
