package io.evenkeel.bot.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What takes Slack's requests. Called on a virtual thread, by many at once. */
@FunctionalInterface
public interface SlackDoor {

  /**
   * @param body the bytes as they came, at most {@link HttpServer#LARGEST_BODY}
   * @param headers names as they were sent
   * @param query null without one
   * @param remote the address of the other side
   */
  Reply receive(
      byte[] body, Map<String, List<String>> headers, @Nullable String query, String remote);

  /** What is sent back. */
  record Reply(int status, String contentType, Map<String, List<String>> headers, String body) {}
}
