package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Looks for a message that may have been posted, in the channel's history or in its thread. */
final class Looks {
  private Looks() {}

  /**
   * One look through everything since the first attempt. Empty is a "no" of now: history lags
   * behind posts.
   *
   * @throws SlackFault when the look failed, which is not a "no"
   */
  static Optional<SlackObject> find(Attempt attempt, Action.Sought sought) throws SlackFault {
    String file = sought.file();
    String key = attempt.effect().key();
    return new Transcript(sought.channel(), sought.thread())
        .find(
            attempt::raw,
            attempt.effect().since(),
            message -> file == null ? Post.key(message).equals(key) : shares(message, file))
        .map(message -> new SlackObject(sought.channel(), file == null ? Post.ts(message) : file));
  }

  static boolean shares(JsonNode message, String file) {
    for (JsonNode shared : message.path("files")) {
      if (shared.path("id").asString("").equals(file)) {
        return true;
      }
    }
    return false;
  }
}
