package io.evenkeel.sandbox.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of this machine that counts who connects. */
final class Trap implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicInteger calls = new AtomicInteger();

  Trap() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (var _ = server.accept()) {
              calls.incrementAndGet();
            } catch (IOException closed) {
              return;
            }
          }
        });
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  int calls() {
    return calls.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
