package io.evenkeel.bot.socket;

import java.util.List;
import java.util.Map;

/** What takes what comes over the socket: the listeners of requests over HTTP. */
@FunctionalInterface
public interface EnvelopeDoor {

  /**
   * Called on a virtual thread, by many at once.
   *
   * @param body as it would have come over HTTP
   * @param headers those of a request that was sent again
   */
  Reply take(String body, Map<String, List<String>> headers);

  /**
   * What is to be said.
   *
   * @param status only 200 is acknowledged: Slack sends everything else again
   */
  record Reply(int status, String contentType, String body) {}
}
