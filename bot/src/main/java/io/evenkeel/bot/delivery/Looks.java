package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.delivery.SlackObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Looks for a message that may have been posted, in the channel's history or in its thread. */
final class Looks {
  /** Slack's clock and ours may differ by so much. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private Looks() {}

  /**
   * One look through everything since the first attempt. Empty is a "no" of now: history lags
   * behind posts.
   *
   * @throws SlackFault when the look failed, which is not a "no"
   */
  static Optional<SlackObject> find(Attempt attempt, Action.Sought sought) throws SlackFault {
    Instant since = attempt.effect().since().minus(MARGIN);
    Map<String, String> arguments = new HashMap<>();
    arguments.put("channel", sought.channel().value());
    arguments.put("oldest", since.getEpochSecond() + ".000000");
    arguments.put("limit", "200");
    arguments.put("include_all_metadata", "true");
    String method = "conversations.history";
    if (sought.thread() != null) {
      method = "conversations.replies";
      arguments.put("ts", sought.thread());
    }
    while (true) {
      JsonNode page = attempt.raw(method, arguments);
      for (JsonNode message : page.path("messages")) {
        if (is(message, attempt.effect().key(), sought)) {
          return Optional.of(
              new SlackObject(
                  sought.channel(),
                  sought.file() == null ? message.path("ts").asString() : sought.file()));
        }
      }
      String cursor = page.path("response_metadata").path("next_cursor").asString("");
      if (cursor.isEmpty()) {
        return Optional.empty();
      }
      arguments.put("cursor", cursor);
    }
  }

  private static boolean is(JsonNode message, String key, Action.Sought sought) {
    if (sought.file() == null) {
      JsonNode metadata = message.path("metadata");
      return metadata.path("event_type").asString("").equals(Post.EVENT_TYPE)
          && metadata.path("event_payload").path("key").asString("").equals(key);
    }
    for (JsonNode file : message.path("files")) {
      if (file.path("id").asString("").equals(sought.file())) {
        return true;
      }
    }
    return false;
  }
}
