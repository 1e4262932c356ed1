package io.evenkeel.alert;

import java.util.regex.Pattern;

/** What a label must be for a route to take an alert. A label that is missing is the text "". */
public sealed interface Match {

  /** Exactly that text. */
  record Exactly(String text) implements Match {}

  /** The whole of it, as a regular expression of Java. */
  record Like(Pattern pattern) implements Match {}

  default boolean takes(String value) {
    return switch (this) {
      case Exactly(String text) -> text.equals(value);
      case Like(Pattern pattern) -> pattern.matcher(value).matches();
    };
  }
}
