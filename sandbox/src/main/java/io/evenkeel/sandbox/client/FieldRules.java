package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.blockkit.Blocks;
import io.evenkeel.sandbox.blockkit.Values;
import io.evenkeel.sandbox.workspace.View;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What Slack's client itself refuses before it asks the app: empty required fields, wrong lengths.
 */
final class FieldRules {

  private FieldRules() {}

  static Map<String, String> problems(View view) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (Blocks.Found found : Blocks.elements(view.content().path("blocks"))) {
      if (!"input".equals(found.block().path("type").asString(""))) {
        continue;
      }
      JsonNode held = view.values().path(found.blockId()).path(found.actionId());
      if (Values.empty(held)) {
        if (!found.block().path("optional").asBoolean(false)) {
          problems.put(found.blockId(), "Please complete this required field.");
        }
        continue;
      }
      length(found, held.path("value").asString(""), problems);
    }
    return problems;
  }

  private static void length(Blocks.Found found, String value, Map<String, String> problems) {
    int min = found.element().path("min_length").asInt(0);
    int max = found.element().path("max_length").asInt(3000);
    if (value.length() > max) {
      problems.put(
          found.blockId(), "Must be " + max + " characters or less; this is " + value.length());
    } else if (!value.isEmpty() && value.length() < min) {
      problems.put(found.blockId(), "Must be at least " + min + " characters");
    }
  }
}
