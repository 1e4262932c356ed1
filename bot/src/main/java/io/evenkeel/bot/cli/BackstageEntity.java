package io.evenkeel.bot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One entity of Backstage's that is a service here.
 *
 * @param remark takes what could not be read
 */
record BackstageEntity(JsonNode entity, Consumer<String> remark) {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

  /** Empty where it has none that a service could have. */
  Optional<String> name() {
    String name = text(entity.path("metadata"), "name").orElse("");
    if (name.matches(NAME)) {
      return Optional.of(name);
    }
    remark.accept(
        "metadata.name is "
            + (name.isEmpty()
                ? "missing"
                : "\"" + BackstageFile.shown(name) + "\", which is no name"));
    return Optional.empty();
  }

  /** All of it, under its name. */
  BackstageFile.Read service(String name) {
    JsonNode metadata = entity.path("metadata");
    JsonNode spec = entity.path("spec");
    Optional<String> owner = text(spec, "owner");
    if (owner.isEmpty()) {
      remark.accept(name + " has no spec.owner");
    }
    JsonNode annotations = metadata.path("annotations");
    return new BackstageFile.Read(
        name,
        text(metadata, "title").orElse(null),
        owner.map(BackstageEntity::bare).map(BackstageFile::shown).orElse(null),
        text(spec, "lifecycle").orElse(null),
        names(spec, "dependsOn", name),
        names(spec, "dependencyOf", name),
        text(annotations, "evenkeel/policy").orElse(null),
        text(annotations, "evenkeel/channel").map(one -> one.replace("#", "")).orElse(null),
        runbooks(metadata));
  }

  /** {@code component:default/x}, {@code resource:x} and {@code x} are all x. */
  private List<String> names(JsonNode spec, String key, String name) {
    var all = new ArrayList<String>();
    JsonNode listed = spec.path(key);
    if (listed.isMissingNode() || listed.isNull()) {
      return all;
    }
    if (!listed.isArray()) {
      remark.accept(name + " has a spec." + key + " that is no list");
      return all;
    }
    for (JsonNode one : listed) {
      String reference = one.isString() ? one.asString().strip() : "";
      String kind = reference.contains(":") ? reference.substring(0, reference.indexOf(':')) : "";
      String other = bare(reference);
      if (!other.matches(NAME)
          || (!kind.isEmpty() && !BackstageFile.KINDS.contains(kind.toLowerCase(Locale.ROOT)))) {
        remark.accept(
            name
                + " has \""
                + BackstageFile.shown(reference)
                + "\" in spec."
                + key
                + ", which is no service");
      } else if (!all.contains(other)) {
        all.add(other);
      }
    }
    return all;
  }

  /** Links whose title says that they are runbooks. */
  private static List<String> runbooks(JsonNode metadata) {
    var all = new ArrayList<String>();
    for (JsonNode link : metadata.path("links")) {
      String title = text(link, "title").orElse("") + " " + text(link, "type").orElse("");
      String url = text(link, "url").orElse("");
      if (title.toLowerCase(Locale.ROOT).contains("runbook")
          && url.matches("https?://[^\\s<>\"]{1,500}")) {
        all.add(url);
      }
    }
    return all;
  }

  private static String bare(String reference) {
    String name = reference.substring(reference.indexOf(':') + 1);
    return name.substring(name.lastIndexOf('/') + 1).strip();
  }

  static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
