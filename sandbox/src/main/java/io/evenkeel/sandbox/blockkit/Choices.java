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

/** What somebody can choose of an element, and what it holds then. */
public final class Choices {
  /** Somebody chose what is not there to choose. */
  public static final class NotAChoice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAChoice(String message) {
      super(message);
    }
  }

  private Choices() {}

  /**
   * What the element holds after this choice.
   *
   * @throws NotAChoice if it is none of the options, or the element takes no value
   */
  public static ObjectNode chosen(JsonNode element, JsonNode choice) {
    String type = element.path("type").asString("");
    @Nullable String field = Values.field(type);
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

  /** An element's options, those in groups too. */
  public static List<JsonNode> options(JsonNode element) {
    List<JsonNode> options = new ArrayList<>();
    element.path("options").forEach(options::add);
    element.path("option_groups").forEach(g -> g.path("options").forEach(options::add));
    return options;
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
}
