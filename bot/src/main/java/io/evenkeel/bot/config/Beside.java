package io.evenkeel.bot.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Files of other tools, named relative to an experiment's own file. */
record Beside(Path file) {

  /**
   * @param mesh of Chaos Mesh; else of Chaos Toolkit
   */
  Optional<ChaosFile> of(YamlKey key, boolean mesh) {
    String named = key.text().orElse(null);
    if (named == null) {
      return Optional.empty();
    }
    var faults = new ArrayList<Fault>();
    Optional<JsonNode> root = YamlPage.read(file.resolveSibling(named), named, faults);
    Optional<ChaosFile> read =
        root.flatMap(one -> mesh ? ChaosFile.mesh(one, named) : ChaosFile.toolkit(one, named));
    if (read.isEmpty()) {
      key.fault(
          "names \"" + named + "\", which is no file of " + (mesh ? "Chaos Mesh" : "Chaos Toolkit"),
          "Name one by its path from this file");
    }
    return read;
  }
}
