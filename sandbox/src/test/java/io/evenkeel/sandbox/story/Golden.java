package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Golden files; {@code -Dgolden.write=true} writes what was seen, to be read and committed. */
final class Golden {
  /** Each entry is salted, so that two databases never have the same head; all else is the same. */
  private static final Pattern HEAD = Pattern.compile("(head:? \"?)([0-9a-f]{64}|[0-9a-f]{12})\\b");

  private Golden() {}

  static void matches(String name, String seen) throws IOException {
    Path file = Path.of("src/test/resources").resolve(name);
    String masked = HEAD.matcher(seen).replaceAll("$1000000000000");
    assertThat(masked).as("the head is there").isNotEqualTo(seen);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, masked);
    }
    assertThat(masked).isEqualTo(Files.readString(file));
  }
}
