package io.evenkeel.chaos.rig;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the bot has said in a transaction so far. */
final class Transcript {
  private final StringBuilder said = new StringBuilder();

  /** Takes what was sent, byte for character. */
  void add(String sent) {
    said.append(sent);
  }

  /** The transaction is over. */
  void clear() {
    said.setLength(0);
  }

  /** Whether that was said; whatever was said will do for null. */
  boolean holds(@Nullable String text) {
    return text == null
        || said.indexOf(
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
            >= 0;
  }
}
