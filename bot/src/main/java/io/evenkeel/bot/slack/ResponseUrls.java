package io.evenkeel.bot.slack;

import java.net.URI;
import java.util.Locale;

/**
 * Which response_url is answered. It comes from outside and our words are sent to it, so only
 * Slack's own host for them, or the host that the Web API is on, is accepted.
 *
 * @param api the Web API's address
 */
record ResponseUrls(URI api) {
  private static final URI SLACKS_OWN = URI.create("https://hooks.slack.com");

  boolean accepts(String url) {
    try {
      URI given = URI.create(url);
      return given.getRawUserInfo() == null && (same(given, SLACKS_OWN) || same(given, api));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean same(URI given, URI allowed) {
    return given.getScheme() != null
        && given.getHost() != null
        && given.getScheme().equalsIgnoreCase(allowed.getScheme())
        && given.getHost().toLowerCase(Locale.ROOT).equals(allowed.getHost())
        && port(given) == port(allowed);
  }

  private static int port(URI url) {
    if (url.getPort() != -1) {
      return url.getPort();
    }
    return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
  }
}
