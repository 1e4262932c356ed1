package io.evenkeel.grammar;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a task or an action item: {@code 3} or {@code #3}. */
final class Counted {
  private static final Pattern NUMBER = Pattern.compile("#?([1-9]\\d{0,5})[:,.]?");

  private Counted() {}

  static Optional<Integer> read(String typed) {
    var match = NUMBER.matcher(typed);
    return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
  }
}
