package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A call's arguments, whether they came as a form, in the query or as JSON.
 *
 * @param values name → text; an object or array as its JSON
 */
public record Args(Map<String, String> values) {

  public Args {
    values = Map.copyOf(values);
  }

  /** Arguments from a JSON object. */
  public static Args of(JsonNode json) {
    Map<String, String> values = new LinkedHashMap<>();
    json.properties()
        .forEach(e -> {
          if (!e.getValue().isNull()) {
            values.put(
                e.getKey(),
                e.getValue().isString() ? e.getValue().asString() : e.getValue().toString());
          }
        });
    return new Args(values);
  }

  @Nullable String text(String name) {
    return values.get(name);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  String required(String name) {
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      throw SlackError.missingArgument(name);
    }
    return value;
  }

  boolean flag(String name) {
    return switch (values.getOrDefault(name, "false")) {
      case "true", "1" -> true;
      case "false", "0", "" -> false;
      default ->
          throw SlackError.explained(
              "invalid_arguments", List.of("[ERROR] `" + name + "` must be a boolean"));
    };
  }

  int number(String name, int otherwise, int min, int max) {
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    try {
      return Math.clamp(Integer.parseInt(value), min, max);
    } catch (NumberFormatException e) {
      throw SlackError.explained(
          "invalid_arguments", List.of("[ERROR] `" + name + "` must be an integer"));
    }
  }

  List<String> list(String name) {
    String value = values.getOrDefault(name, "");
    if (value.startsWith("[")) {
      return json(name, "invalid_arguments")
          .orElseThrow()
          .valueStream()
          .map(JsonNode::asString)
          .toList();
    }
    return value.isEmpty() ? List.of() : List.of(value.split("\\s*,\\s*", -1));
  }

  /** An argument that is JSON itself; empty if it is not there. */
  Optional<JsonNode> json(String name, String error) {
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.parse(value));
    } catch (JacksonException e) {
      throw new SlackError(error);
    }
  }
}
