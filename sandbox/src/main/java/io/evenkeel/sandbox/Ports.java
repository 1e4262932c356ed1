package io.evenkeel.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The two ports: where the page is and where the bot listens. */
record Ports(int sandbox, int bot) {

  static Ports of(Map<String, String> environment) {
    return new Ports(port(environment, "SANDBOX_PORT", "4000"), port(environment, "PORT", "3000"));
  }

  private static int port(Map<String, String> environment, String variable, String usual) {
    String text = environment.getOrDefault(variable, usual);
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new IllegalStateException(
          "%s is \"%s\", which is no port. Give a number from 1 to 65535."
              .formatted(variable, text));
    }
    return Integer.parseInt(text);
  }

  /** Says which one is in use, and how to choose another. */
  void requireFree() {
    if (sandbox == bot) {
      throw new IllegalStateException("SANDBOX_PORT and PORT are both %d.".formatted(bot));
    }
    requireFree(sandbox, "SANDBOX_PORT");
    requireFree(bot, "PORT");
  }

  private static void requireFree(int port, String variable) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Port %d is in use. Choose another: %s=%d mvn -Psandbox"
              .formatted(port, variable, port + 1),
          e);
    }
  }
}
