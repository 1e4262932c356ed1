package io.evenkeel.bot.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code runbooks: FOLDER}: where Markdown files with runbooks are, relative to the file. */
final class RunbookKeys {
  private RunbookKeys() {}

  /** Null where none are kept. */
  static @Nullable Path read(YamlKey key, Variables variables) {
    String written = key.text().orElse(null);
    String file = variables.text("EVENKEEL_CONFIG").orElse("");
    if (written == null) {
      return null;
    }
    try {
      Path folder = Path.of(file).toAbsolutePath().resolveSibling(written).normalize();
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException _) {
      // told below, as a folder that is not there
    }
    key.fault(
        "is \"" + written + "\", where no folder is",
        "Name a folder with Markdown files, from where the file with the settings is");
    return null;
  }
}
