package io.evenkeel.bot.delivery;

import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Wording;
import java.time.Instant;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** What a message says, of its JSON: Slack's library has failed on odd ones. */
final class Written {
  private Written() {}

  static Wording of(JsonNode message) {
    var images = new ArrayList<String>();
    var files = new ArrayList<String>();
    for (JsonNode file : message.path("files")) {
      String name = file.path("name").asString(file.path("title").asString(""));
      (file.path("mimetype").asString("").startsWith("image/") ? images : files).add(name);
    }
    String text = message.path("text").asString("");
    return new Wording(text.isBlank() ? attached(message) : text, images, files);
  }

  /** Of alerts and other apps' messages the words often stand in attachments alone. */
  private static String attached(JsonNode message) {
    var words = new ArrayList<String>();
    for (JsonNode attachment : message.path("attachments")) {
      String fallback = attachment.path("fallback").asString("");
      words.add(fallback.isBlank() ? attachment.path("text").asString("") : fallback);
    }
    return String.join("\n", words);
  }

  /** When it was last edited, else posted. */
  static Instant version(JsonNode message) {
    return MessageRef.time(message.path("edited").path("ts").asString(Post.ts(message)));
  }
}
