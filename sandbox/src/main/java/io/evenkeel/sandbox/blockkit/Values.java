package io.evenkeel.sandbox.blockkit;

import io.evenkeel.sandbox.workspace.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an element holds, in the shape of {@code state.values}. */
public final class Values {

  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("users_select", "selected_user"),
          Map.entry("multi_users_select", "selected_users"),
          Map.entry("channels_select", "selected_channel"),
          Map.entry("multi_channels_select", "selected_channels"),
          Map.entry("conversations_select", "selected_conversation"),
          Map.entry("multi_conversations_select", "selected_conversations"),
          Map.entry("datepicker", "selected_date"),
          Map.entry("timepicker", "selected_time"),
          Map.entry("datetimepicker", "selected_date_time"),
          Map.entry("plain_text_input", "value"),
          Map.entry("number_input", "value"),
          Map.entry("email_text_input", "value"),
          Map.entry("url_text_input", "value"),
          Map.entry("rich_text_input", "rich_text_value"),
          Map.entry("static_select", "selected_option"),
          Map.entry("external_select", "selected_option"),
          Map.entry("radio_buttons", "selected_option"),
          Map.entry("overflow", "selected_option"),
          Map.entry("multi_static_select", "selected_options"),
          Map.entry("multi_external_select", "selected_options"),
          Map.entry("checkboxes", "selected_options"));

  private Values() {}

  /** The field that holds the value of an element of that type; null for one that has none. */
  static @Nullable String field(String type) {
    return FIELDS.get(type);
  }

  /** The values a modal opens with. Those typed before under the same ids are kept. */
  public static ObjectNode initial(JsonNode blocks, JsonNode before) {
    ObjectNode values = Json.object();
    for (Blocks.Found found : Blocks.elements(blocks)) {
      String field = FIELDS.get(found.type());
      if (field != null) {
        JsonNode typed = before.path(found.blockId()).path(found.actionId());
        JsonNode held = typed.isObject() ? typed : initialOf(found.element(), field);
        put(values, found, held);
      }
    }
    return values;
  }

  private static ObjectNode initialOf(JsonNode element, String field) {
    ObjectNode held = Json.object().put("type", element.path("type").asString());
    String initial = field.replace("selected_", "initial_").replace("rich_text_value", "value");
    JsonNode value = field.equals("value") ? element.path("initial_value") : element.path(initial);
    if (field.equals("selected_options")) {
      held.set(field, value.isArray() ? value : Json.array());
    } else if (field.endsWith("s") && !value.isArray()) {
      held.set(field, Json.array());
    } else if (value.isMissingNode()) {
      held.putNull(field);
    } else {
      held.set(field, value);
    }
    return held;
  }

  /** Puts what an element holds into {@code state.values}. */
  public static void put(ObjectNode values, Blocks.Found found, JsonNode held) {
    if (values.get(found.blockId()) instanceof ObjectNode block) {
      block.set(found.actionId(), held);
    } else {
      values.set(found.blockId(), Json.object().set(found.actionId(), held));
    }
  }

  /** Whether it holds nothing. */
  public static boolean empty(@Nullable JsonNode held) {
    if (held == null) {
      return true;
    }
    String field = FIELDS.getOrDefault(held.path("type").asString(""), "value");
    JsonNode value = held.path(field);
    return value.isMissingNode()
        || value.isNull()
        || (value.isArray() && value.isEmpty())
        || (value.isString() && value.asString().isEmpty());
  }
}
