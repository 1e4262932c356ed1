package io.evenkeel.bot.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads Backstage's descriptor files into services: kinds Component, System and Resource of {@code
 * backstage.io/v1alpha1} and {@code v1beta1} (Backstage, "Descriptor Format of Catalog Entities"),
 * several documents in one file. Never throws, for any text.
 */
final class BackstageFile {
  /** More is no file that a person keeps. */
  static final int LARGEST = 4 * 1024 * 1024;

  private static final int MOST = 5_000;
  private static final Set<String> KINDS = Set.of("component", "system", "resource");
  private static final Set<String> PASSED =
      Set.of("api", "group", "user", "domain", "location", "template");
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private final Map<String, Read> services;
  private final List<String> remarks;
  private String file = "";

  /**
   * A service as it is to be written.
   *
   * @param owner null where it says none
   * @param needs names of other entities, in the order in which they are written
   * @param neededBy names of entities that need it
   * @param runbooks addresses of runbooks, for a comment
   */
  record Read(
      String name,
      @Nullable String title,
      @Nullable String owner,
      @Nullable String lifecycle,
      List<String> needs,
      List<String> neededBy,
      @Nullable String policy,
      @Nullable String channel,
      List<String> runbooks) {}

  /**
   * @param services where they are added, by name
   * @param remarks what could not be read, each in a sentence
   */
  BackstageFile(Map<String, Read> services, List<String> remarks) {
    this.services = services;
    this.remarks = remarks;
  }

  /**
   * @param file as it is named in remarks
   */
  void read(String file, String text) {
    this.file = file;
    int document = 0;
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
      while (documents.hasNextValue()) {
        document++;
        entity(documents.nextValue(), document);
        if (services.size() >= MOST) {
          remark(document, "more than " + MOST + " services: the rest is left out");
          return;
        }
      }
    } catch (JacksonException e) {
      var at = e.getLocation();
      remark(
          document + 1,
          "no YAML"
              + (at == null ? "" : " at line " + at.getLineNr())
              + ": this document and all behind it are left out");
    } catch (StackOverflowError _) {
      remark(document + 1, "nested too deep: this document and all behind it are left out");
    }
  }

  private void remark(int document, String what) {
    remarks.add(file + ", document " + document + ": " + what + ".");
  }

  private void entity(@Nullable JsonNode entity, int document) {
    if (entity == null || entity.isNull() || entity.isMissingNode()) {
      return;
    }
    String kind = text(entity, "kind").orElse("");
    String version = text(entity, "apiVersion").orElse("");
    if (!entity.isObject() || kind.isEmpty()) {
      remark(document, "no Backstage entity, as it has no kind");
    } else if (!version.startsWith("backstage.io/")) {
      remark(document, "apiVersion is \"" + shown(version) + "\", not backstage.io/v1alpha1");
    } else if (!KINDS.contains(kind.toLowerCase(Locale.ROOT))) {
      if (!PASSED.contains(kind.toLowerCase(Locale.ROOT))) {
        remark(document, "the kind " + shown(kind) + " is no service");
      }
    } else {
      service(entity, kind, document);
    }
  }

  private void service(JsonNode entity, String kind, int document) {
    JsonNode metadata = entity.path("metadata");
    JsonNode spec = entity.path("spec");
    String name = text(metadata, "name").orElse("");
    if (!name.matches(NAME)) {
      remark(
          document,
          "metadata.name is "
              + (name.isEmpty() ? "missing" : "\"" + shown(name) + "\", which is no name"));
      return;
    }
    if (services.containsKey(name)) {
      remark(document, name + " (" + kind + ") is there already, and this one is left out");
      return;
    }
    Optional<String> owner = text(spec, "owner");
    if (owner.isEmpty()) {
      remark(document, name + " has no spec.owner");
    }
    JsonNode annotations = metadata.path("annotations");
    services.put(
        name,
        new Read(
            name,
            text(metadata, "title").orElse(null),
            owner.map(BackstageFile::bare).map(BackstageFile::shown).orElse(null),
            text(spec, "lifecycle").orElse(null),
            names(spec, "dependsOn", name, document),
            names(spec, "dependencyOf", name, document),
            text(annotations, "evenkeel/policy").orElse(null),
            text(annotations, "evenkeel/channel").map(one -> one.replace("#", "")).orElse(null),
            runbooks(metadata)));
  }

  /** {@code component:default/x}, {@code resource:x} and {@code x} are all x. */
  private List<String> names(JsonNode spec, String key, String name, int document) {
    var all = new ArrayList<String>();
    JsonNode listed = spec.path(key);
    if (listed.isMissingNode() || listed.isNull()) {
      return all;
    }
    if (!listed.isArray()) {
      remark(document, name + " has a spec." + key + " that is no list");
      return all;
    }
    for (JsonNode one : listed) {
      String reference = one.isString() ? one.asString().strip() : "";
      String kind = reference.contains(":") ? reference.substring(0, reference.indexOf(':')) : "";
      String other = bare(reference);
      if (!other.matches(NAME)
          || (!kind.isEmpty() && !KINDS.contains(kind.toLowerCase(Locale.ROOT)))) {
        remark(
            document,
            name + " has \"" + shown(reference) + "\" in spec." + key + ", which is no service");
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

  private static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** On one line, and no longer than a line. */
  static String shown(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ");
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }

  /** In the order in which they were read. */
  static Map<String, Read> none() {
    return new LinkedHashMap<>();
  }
}
