package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.delivery.Doubtful;
import tools.jackson.databind.JsonNode;

/** Whether a message is a second copy of a post or file. */
final class Copies {
  private Copies() {}

  /**
   * @param message as Slack's history shows it, with its metadata
   */
  static boolean isCopy(JsonNode message, Doubtful post) {
    String kept = post.kept().id();
    if (Post.key(message).equals(post.key())) {
      return !Post.ts(message).equals(kept);
    }
    String files = post.notes().getOrDefault(SharesPostmortem.FILES, "");
    for (String file : files.split(" ")) {
      if (!file.isEmpty() && !file.equals(kept) && Looks.shares(message, file)) {
        return true;
      }
    }
    return false;
  }
}
