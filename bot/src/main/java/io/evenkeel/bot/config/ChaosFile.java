package io.evenkeel.bot.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A file of Chaos Mesh or of Chaos Toolkit, recognised so that people see what it would do. Nothing
 * here applies or runs one.
 *
 * @param words what it would do, in a few words
 * @param command what a person types to have it done
 */
record ChaosFile(String words, String command) {

  /**
   * One of Chaos Mesh's objects, by its {@code apiVersion} and {@code kind}.
   *
   * @param file as it is named to people
   */
  static Optional<ChaosFile> mesh(JsonNode root, String file) {
    String kind = root.path("kind").asString("");
    if (!root.path("apiVersion").asString("").startsWith("chaos-mesh.org/") || kind.isEmpty()) {
      return Optional.empty();
    }
    JsonNode spec = root.path("spec");
    var parts = new ArrayList<String>();
    for (String key : List.of("action", "mode", "duration")) {
      String value = spec.path(key).asString("");
      if (!value.isEmpty()) {
        parts.add(value);
      }
    }
    JsonNode selector = spec.path("selector");
    String where =
        selector
            .path("namespaces")
            .valueStream()
            .map(one -> one.asString(""))
            .collect(Collectors.joining(", "));
    String labels =
        selector
            .path("labelSelectors")
            .propertyStream()
            .map(one -> one.getKey() + "=" + one.getValue().asString(""))
            .collect(Collectors.joining(", "));
    return Optional.of(
        new ChaosFile(
            "Chaos Mesh "
                + kind
                + " "
                + root.path("metadata").path("name").asString("without a name")
                + (parts.isEmpty() ? "" : ": " + String.join(", ", parts))
                + (where.isEmpty() ? "" : " in " + where)
                + (labels.isEmpty() ? "" : " on " + labels),
            "kubectl apply -f " + file));
  }

  /** An experiment of Chaos Toolkit, which has a title and a method. */
  static Optional<ChaosFile> toolkit(JsonNode root, String file) {
    if (!root.path("method").isArray() || !root.path("title").isString()) {
      return Optional.empty();
    }
    long actions =
        root.path("method")
            .valueStream()
            .filter(one -> one.path("type").asString("").equals("action"))
            .count();
    return Optional.of(
        new ChaosFile(
            "Chaos Toolkit “"
                + root.path("title").asString("")
                + "”: "
                + actions
                + (actions == 1 ? " action" : " actions")
                + ", "
                + root.path("rollbacks").size()
                + " to roll back",
            "chaos run " + file));
  }

  /** A file of either; what is no experiment of ours is passed over in a folder. */
  static Optional<ChaosFile> either(JsonNode root, String file) {
    return mesh(root, file).or(() -> toolkit(root, file));
  }
}
