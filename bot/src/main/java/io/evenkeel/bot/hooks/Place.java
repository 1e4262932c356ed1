package io.evenkeel.bot.hooks;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * Where a value stands in somebody's JSON, or the value itself.
 *
 * @param pointer RFC 6901, from the alert; null for the text itself
 * @param text the same each time, where there is no pointer
 */
public record Place(@Nullable JsonPointer pointer, String text) {

  /**
   * A text that begins with {@code /} is a pointer, every other one stands for itself.
   *
   * @throws IllegalArgumentException for what is no pointer
   */
  public static Place of(String written) {
    return written.startsWith("/")
        ? new Place(JsonPointer.compile(written), "")
        : new Place(null, written);
  }

  Optional<String> in(Field alert) {
    return pointer == null ? Optional.of(text) : alert.at(pointer).written();
  }

  /** The field itself; one in which nothing stands where this is a text of its own. */
  Field field(Field alert) {
    return pointer == null ? alert.nothing() : alert.at(pointer);
  }
}
