package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What somebody reads and can press, as lines of text. */
final class GrammarAnswer {
  private GrammarAnswer() {}

  static String of(SlackGateway.Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    JsonObject shown = JsonParser.parseString(reply.body()).getAsJsonObject();
    var lines = new StringBuilder(shown.get("text").getAsString().strip());
    if (shown.has("blocks")) {
      for (JsonElement block : shown.getAsJsonArray("blocks")) {
        buttons(block.getAsJsonObject(), lines);
      }
    }
    return lines.toString();
  }

  private static void buttons(JsonObject block, StringBuilder lines) {
    if (block.has("accessory")) {
      button(block.getAsJsonObject("accessory"), lines);
    }
    if (block.get("type").getAsString().equals("actions")) {
      for (JsonElement element : block.getAsJsonArray("elements")) {
        button(element.getAsJsonObject(), lines);
      }
    }
  }

  private static void button(JsonObject element, StringBuilder lines) {
    if (element.has("text") && element.has("value")) {
      lines
          .append("\n[")
          .append(element.getAsJsonObject("text").get("text").getAsString())
          .append("] ")
          .append(element.get("value").getAsString());
    }
  }
}
