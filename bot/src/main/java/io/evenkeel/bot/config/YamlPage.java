package io.evenkeel.bot.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of an experiment or of what it uses: YAML, or JSON, which is YAML too. */
final class YamlPage {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** None is longer. */
  private static final long MOST_BYTES = 256_000;

  private YamlPage() {}

  /**
   * Its keys; empty, with a fault, where there are none.
   *
   * @param where the file, as the fault names it
   */
  static Optional<JsonNode> read(Path file, String where, List<Fault> faults) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        faults.add(
            new Fault(where, "is longer than 256 kB", "An experiment is a page; move the rest"));
        return Optional.empty();
      }
      JsonNode root = YAML.readTree(Files.readString(file));
      if (root.isObject()) {
        return Optional.of(root);
      }
      faults.add(new Fault(where, "is no group of keys", "Begin it with name: and title:"));
    } catch (JacksonException broken) {
      var at = broken.getLocation();
      faults.add(
          new Fault(
              where + (at == null ? "" : " (line " + at.getLineNr() + ")"),
              "is no YAML: "
                  + broken.getOriginalMessage().lines().findFirst().orElse("it cannot be read"),
              "Put that line right"));
    } catch (IOException e) {
      faults.add(
          new Fault(where, "cannot be read", "Check the path, and that it is text in UTF-8"));
    }
    return Optional.empty();
  }
}
