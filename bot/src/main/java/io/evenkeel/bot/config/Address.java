package io.evenkeel.bot.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of servers as people write them. */
final class Address {
  private Address() {}

  /** An http or https address with a host and nothing after its path. */
  static Optional<URI> web(String text) {
    try {
      var url = new URI(text);
      boolean web = "https".equalsIgnoreCase(url.getScheme()) || plain(url);
      return web
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  static boolean plain(URI url) {
    return "http".equalsIgnoreCase(url.getScheme());
  }

  /** {@code localhost}, 127.0.0.0/8 or ::1; no name is looked up. */
  static boolean loopback(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }
}
