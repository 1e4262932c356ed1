package io.evenkeel.sandbox.blockkit;

import io.evenkeel.sandbox.workspace.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an element holds, in the shape of {@code state.values}. */
public final class Values {

  /** Somebody chose what is not there to choose. */
  public static final class NotAChoice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAChoice(String message) {
      super(message);
    }
  }

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

  /**
   * What the element holds after this choice.
   *
   * @throws NotAChoice if it is none of the options, or the element takes no value
   */
  public static ObjectNode chosen(JsonNode element, JsonNode choice) {
    String type = element.path("type").asString("");
    String field = FIELDS.get(type);
    if (field == null) {
      throw new NotAChoice("A " + type + " takes no value.");
    }
    ObjectNode held = Json.object().put("type", type);
    if (choice.isNull()) {
      return held.putNull(field);
    }
    return switch (field) {
      case "selected_option" -> held.set(field, option(element, choice));
      case "selected_options" ->
          held.set(field, Json.of(list(choice).map(c -> option(element, c)).toList()));
      case "selected_users", "selected_channels", "selected_conversations" ->
          held.set(field, Json.of(list(choice).toList()));
      case "value" -> held.put(field, choice.asString());
      case "selected_date_time" -> held.put(field, choice.asLong());
      default -> held.set(field, choice);
    };
  }

  private static Stream<JsonNode> list(JsonNode choice) {
    return choice.isArray() ? choice.valueStream() : Stream.of(choice);
  }

  private static JsonNode option(JsonNode element, JsonNode choice) {
    if (choice.isObject()) {
      return choice;
    }
    String wanted = choice.asString();
    if (element.path("type").asString("").contains("external")) {
      return Json.object()
          .put("value", wanted)
          .set("text", Json.object(Map.of("type", "plain_text", "text", wanted, "emoji", true)));
    }
    List<JsonNode> options = options(element);
    Optional<JsonNode> found =
        options.stream().filter(o -> o.path("value").asString("").equals(wanted)).findFirst();
    return found.orElseThrow(() ->
        new NotAChoice(
            "\"%s\" is none of the options: %s."
                .formatted(
                    wanted,
                    String.join(
                        ", ", options.stream().map(o -> o.path("value").asString("")).toList()))));
  }

  /** An element's options, those in groups too. */
  public static List<JsonNode> options(JsonNode element) {
    List<JsonNode> options = new ArrayList<>();
    element.path("options").forEach(options::add);
    element.path("option_groups").forEach(g -> g.path("options").forEach(options::add));
    return options;
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
