package io.evenkeel.alert;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How bad a route's alerts are.
 *
 * @param always a severity of the scale by its name; null where a label tells
 * @param label that tells it; null where it is always the same
 * @param words what the label's values mean on the scale; a value that is none of them is read as a
 *     severity itself
 */
public record Grade(@Nullable String always, @Nullable String label, Map<String, String> words) {
  /** As the label {@code severity} says, where it is one of the scale. */
  public static final Grade USUAL = new Grade(null, "severity", Map.of());

  public Grade {
    words = Map.copyOf(words);
  }

  /** A word for the scale to read; empty where nobody said how bad it is. */
  Optional<String> of(Signal signal) {
    if (always != null) {
      return Optional.of(always);
    }
    Map<String, String> labels = signal.labels();
    return Optional.ofNullable(label)
        .map(labels::get)
        .map(value -> words.getOrDefault(value, value));
  }
}
