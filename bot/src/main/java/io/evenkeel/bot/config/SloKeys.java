package io.evenkeel.bot.config;

import io.evenkeel.bot.spec.SpecFiles;
import io.evenkeel.bot.spec.Specs;
import io.evenkeel.service.Catalogue;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The part {@code slos:} of the file: the folder, or the one file, in which objectives stand.
 *
 * <pre>
 * slos: slos/       # beside this file
 * </pre>
 *
 * <p>An objective that cannot be read is a fault; what is only doubtful {@code config check} tells.
 */
final class SloKeys {
  private SloKeys() {}

  static Specs read(YamlKey key, Variables variables, Catalogue services) {
    Optional<String> named = key.text();
    if (named.isEmpty()) {
      return Specs.NONE;
    }
    Specs specs;
    try {
      Path file = Path.of(variables.text("EVENKEEL_CONFIG").orElse("")).toAbsolutePath();
      specs = SpecFiles.read(List.of(file.resolveSibling(named.get())), services);
    } catch (IOException | InvalidPathException e) {
      key.fault(
          "names \"" + named.get() + "\", which cannot be read",
          "Name a folder with files of objectives; it is looked for beside this file");
      return Specs.NONE;
    }
    specs.errors().forEach(error -> key.fault(error.place() + " " + error.wrong(), error.mend()));
    return specs;
  }
}
