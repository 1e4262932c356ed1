package io.evenkeel.bot.view;

import com.google.gson.JsonElement;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;

/** Every text of a message's blocks that Slack reads as markup. */
final class Markup {
  private Markup() {}

  static List<String> in(Message message) {
    var found = new ArrayList<String>();
    collect(GsonFactory.createSnakeCase().toJsonTree(message.blocks()), found);
    return found;
  }

  private static void collect(JsonElement json, List<String> found) {
    if (json.isJsonArray()) {
      json.getAsJsonArray().forEach(item -> collect(item, found));
    } else if (json.isJsonObject()) {
      var object = json.getAsJsonObject();
      if (object.has("type") && object.get("type").getAsString().equals("mrkdwn")) {
        found.add(object.get("text").getAsString());
      }
      object.entrySet().forEach(entry -> collect(entry.getValue(), found));
    }
  }
}
