package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that a server may leave and take again. */
final class Ports {
  private static final int FIRST = 20_000;
  private static final int BEHIND = 32_000;

  private Ports() {}

  /**
   * A free port of loopback, below those that Linux gives to outgoing connections: none of these
   * takes it while its server is being restarted.
   */
  static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException _) {
        // Taken: the next one.
      }
    }
  }
}
