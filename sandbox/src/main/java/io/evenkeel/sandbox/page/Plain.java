package io.evenkeel.sandbox.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON as maps, lists, strings, numbers and booleans, which templates can walk. */
final class Plain {

  private Plain() {}

  static @Nullable Object of(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(item -> list.add(of(item)));
      return list;
    }
    if (node.isNumber()) {
      return node.isIntegralNumber() ? (Object) node.asLong() : (Object) node.asDouble();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isString() ? node.asString() : null;
  }

  static Map<String, @Nullable Object> map(JsonNode node) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    node.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
    return map;
  }

  /** A JSON array of objects; empty for anything else. */
  static List<Map<String, @Nullable Object>> maps(@Nullable JsonNode node) {
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    if (node != null && node.isArray()) {
      node.forEach(item -> list.add(map(item)));
    }
    return list;
  }
}
