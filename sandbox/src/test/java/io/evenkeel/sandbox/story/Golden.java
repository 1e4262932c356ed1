package io.evenkeel.sandbox.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A golden file; {@code -Dgolden.write=true} writes what was seen, to be read and committed. */
final class Golden {
  private Golden() {}

  static String text(String name, String seen) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Path file = Path.of("src/test/resources").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, seen);
      return seen;
    }
    try (InputStream file = Golden.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalStateException("there is no golden file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
