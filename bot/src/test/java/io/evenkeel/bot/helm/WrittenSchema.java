package io.evenkeel.bot.helm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The fields of an operator's kind that the chart uses, written down from its reference: a line
 * each, {@code path pattern}. A path ends in {@code !} where the field must be there; {@code []} is
 * each item, {@code *} any name. A field that no line names is a fault.
 *
 * @param lines patterns by path
 */
record WrittenSchema(Map<String, String> lines) {

  static WrittenSchema of(String kind) {
    String name = "/helm/schemas/" + kind + ".txt";
    try (InputStream in = WrittenSchema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(kind + " has no schema: write " + name);
      }
      var lines = new LinkedHashMap<String, String>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.strip().split("\\s+", 2);
          lines.put(parts[0], parts.length > 1 ? parts[1] : ".*");
        }
      }
      return new WrittenSchema(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> fault(JsonNode object) {
    return missing(object).or(() -> wrong("", object));
  }

  private Optional<String> missing(JsonNode object) {
    return lines.keySet().stream()
        .filter(path -> path.endsWith("!") && !path.contains("[]"))
        .map(path -> path.substring(0, path.length() - 1))
        .filter(path -> object.at("/" + path.replace('.', '/')).isMissingNode())
        .map(path -> path + " is missing")
        .findFirst();
  }

  private Optional<String> wrong(String path, JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .flatMap(entry -> wrong(inside(path, entry.getKey()), entry.getValue()).stream())
          .findFirst();
    }
    if (node.isArray()) {
      return node.valueStream().flatMap(item -> wrong(path + "[]", item).stream()).findFirst();
    }
    String pattern = lines.get(path + "!");
    pattern = pattern == null ? lines.get(path) : pattern;
    if (pattern == null) {
      return Optional.of(path + " is no field");
    }
    return node.asString().matches(pattern)
        ? Optional.empty()
        : Optional.of(path + " is " + node + ", not " + pattern);
  }

  /** Where any name is allowed, the name is not part of the path. */
  private String inside(String path, String name) {
    String under = path.isEmpty() ? "" : path + ".";
    return lines.containsKey(under + "*") ? under + "*" : under + name;
  }
}
