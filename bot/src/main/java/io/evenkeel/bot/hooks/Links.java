package io.evenkeel.bot.hooks;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses that people may follow: http or https, whole, and nothing that could end a link. */
final class Links {
  private static final Pattern FINE =
      Pattern.compile("https?://[^\\s\\p{Cntrl}\\p{Cf}<>\"|\\\\^`{}]{1,1990}");

  private Links() {}

  /** The first of these fields that holds one; null where none does. */
  static @Nullable String first(Field... fields) {
    return Stream.of(fields)
        .flatMap(field -> field.written().stream())
        .map(String::strip)
        .filter(text -> FINE.matcher(text).matches())
        .findFirst()
        .orElse(null);
  }
}
