package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.View;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a form says as the values that {@link io.evenkeel.sandbox.client.Actions} takes. A field of
 * a modal is called {@code f|block id|action id}.
 */
final class Submitted {

  private Submitted() {}

  /** Every input of a modal, the empty ones too: left out, they would keep their initial value. */
  static Map<String, JsonNode> values(View view, Map<String, List<String>> form, ZoneId zone) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (JsonNode block : view.content().path("blocks")) {
      if (block.path("type").asString("").equals("input")) {
        JsonNode element = block.path("element");
        String action = element.path("action_id").asString("");
        String field = "f|" + block.path("block_id").asString("") + "|" + action;
        String type = element.path("type").asString("");
        values.put(action, value(type, form.getOrDefault(field, List.of()), zone));
      }
    }
    return values;
  }

  /** The value of one control of this type. */
  static JsonNode value(String type, List<String> given, ZoneId zone) {
    List<String> filled = given.stream().filter(text -> !text.isEmpty()).toList();
    if (type.startsWith("multi_") || type.equals("checkboxes")) {
      ArrayNode array = Json.array();
      filled.forEach(array::add);
      return array;
    }
    String first = filled.isEmpty() ? "" : filled.getFirst();
    if (type.equals("datetimepicker") && !first.isEmpty()) {
      return moment(first, zone);
    }
    if (first.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    return JsonNodeFactory.instance.stringNode(first.replace("\r\n", "\n"));
  }

  private static JsonNode moment(String local, ZoneId zone) {
    try {
      long seconds = LocalDateTime.parse(local).atZone(zone).toEpochSecond();
      return JsonNodeFactory.instance.numberNode(seconds);
    } catch (DateTimeParseException e) {
      return JsonNodeFactory.instance.nullNode();
    }
  }
}
