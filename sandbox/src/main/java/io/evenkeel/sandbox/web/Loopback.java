package io.evenkeel.sandbox.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;

/**
 * Lets nobody in from elsewhere: the Host must be this machine's loopback (against DNS rebinding),
 * and a request that a browser sends for another site is refused (against forgery).
 */
final class Loopback {

  static final class Foreign extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Foreign(String message) {
      super(message);
    }
  }

  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private Loopback() {}

  static void check(Context ctx) {
    String host = ctx.header("Host");
    if (host == null || !NAMES.contains(name(host))) {
      throw new Foreign("This is served to 127.0.0.1 and localhost only, not to " + host + ".");
    }
    String origin = ctx.header("Origin");
    if (origin != null && !origin.equals("http://" + host)) {
      throw new Foreign("A page from " + origin + " may not do this.");
    }
    String site = ctx.header("Sec-Fetch-Site");
    boolean reads = ctx.method().toString().equals("GET");
    if (!reads && site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new Foreign("Another site may not do this.");
    }
  }

  private static String name(String host) {
    try {
      String name = URI.create("http://" + host).getHost();
      return name == null ? "" : name;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
