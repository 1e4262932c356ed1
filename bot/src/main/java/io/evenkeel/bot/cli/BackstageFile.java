package io.evenkeel.bot.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  static final Set<String> KINDS = Set.of("component", "system", "resource");
  private static final Set<String> PASSED =
      Set.of("api", "group", "user", "domain", "location", "template");
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
    String kind = BackstageEntity.text(entity, "kind").orElse("");
    String version = BackstageEntity.text(entity, "apiVersion").orElse("");
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

  private void service(JsonNode written, String kind, int document) {
    var entity = new BackstageEntity(written, what -> remark(document, what));
    String name = entity.name().orElse("");
    if (services.containsKey(name)) {
      remark(document, name + " (" + kind + ") is there already, and this one is left out");
    } else if (!name.isEmpty()) {
      services.put(name, entity.service(name));
    }
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
