package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What stands in a channel, or in a thread of it.
 *
 * @param thread the message that it hangs from; null for the channel itself
 */
record Transcript(ChannelId channel, @Nullable String thread) {
  /** Slack's clock and ours may differ by so much. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** How a page is asked for. */
  interface Pages {
    JsonNode get(String method, Map<String, String> arguments) throws SlackFault;
  }

  /**
   * The first message of that kind, in Slack's order, among all since then.
   *
   * @throws SlackFault when a page could not be read: what was not found may be there
   */
  Optional<JsonNode> find(Pages pages, Instant since, Predicate<JsonNode> wanted)
      throws SlackFault {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("channel", channel.value());
    arguments.put("oldest", since.minus(MARGIN).getEpochSecond() + ".000000");
    arguments.put("limit", "200");
    arguments.put("include_all_metadata", "true");
    if (thread != null) {
      arguments.put("ts", thread);
    }
    String method = thread == null ? "conversations.history" : "conversations.replies";
    while (true) {
      JsonNode page = pages.get(method, arguments);
      for (JsonNode message : page.path("messages")) {
        if (wanted.test(message)) {
          return Optional.of(message);
        }
      }
      String cursor = page.path("response_metadata").path("next_cursor").asString("");
      if (cursor.isEmpty()) {
        return Optional.empty();
      }
      arguments.put("cursor", cursor);
    }
  }
}
