package io.evenkeel.bot.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the file that {@code EVENKEEL_CONFIG} names. */
final class InstallationFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private InstallationFile() {}

  static Installation read(Variables variables) {
    Optional<String> path = variables.text("EVENKEEL_CONFIG");
    if (path.isEmpty()) {
      return Installation.STANDARD;
    }
    var faults = new ArrayList<Fault>();
    try {
      JsonNode root = YAML.readTree(Files.readString(Path.of(path.get())));
      return InstallationKeys.read(new YamlKey("", root, faults), variables);
    } catch (IOException | RuntimeException unreadable) {
      faults.add(unreadable(path.get(), unreadable));
      return Installation.STANDARD;
    } finally {
      variables.faults(faults);
    }
  }

  private static Fault unreadable(String path, Exception why) {
    if (why instanceof JacksonException broken) {
      var at = broken.getLocation();
      return new Fault(
          "EVENKEEL_CONFIG",
          "is no YAML: "
              + broken.getOriginalMessage().lines().findFirst().orElse("it cannot be read")
              + (at == null ? "" : " (line " + at.getLineNr() + ")"),
          "Put that line of " + path + " right");
    }
    return new Fault(
        "EVENKEEL_CONFIG",
        "names \"" + path + "\", which cannot be read",
        "Check the path and that the bot may read it, or leave it out for the standard settings");
  }
}
