package io.evenkeel.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Evenkeel's own templates, as they lie in the jar. */
final class Shipped {
  private Shipped() {}

  static String read(String file) {
    try (InputStream shipped = Shipped.class.getResourceAsStream("/" + file)) {
      if (shipped == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
