package io.evenkeel.bot.cli;

import io.evenkeel.alert.Match;
import io.evenkeel.alert.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds routes that never count. It says so only where it is certain: expressions are compared as
 * they are written, or by all texts that they take where those can be counted.
 */
final class Unreached {
  /** Texts with {@code |} between, perhaps in brackets: nothing else in them means anything. */
  private static final Pattern COUNTABLE = Pattern.compile("\\(?([\\w -]+(\\|[\\w -]+)*)\\)?");

  private static final String ANYTHING = ".*";

  private Unreached() {}

  /**
   * The first route that takes all alerts that a later one would take.
   *
   * @param before those that stand before it
   */
  static Optional<Route> by(List<Route> before, Route route) {
    return before.stream().filter(earlier -> takesAllOf(earlier, route)).findFirst();
  }

  /** Whether it takes every alert of every sender. */
  static boolean takesAll(Route route) {
    return route.source() == null
        && route.match().values().stream().allMatch(Unreached::takesAnything);
  }

  private static boolean takesAllOf(Route earlier, Route route) {
    return (earlier.source() == null || earlier.source().equals(route.source()))
        && earlier.match().entrySet().stream()
            .allMatch(one -> takesAllOf(one.getValue(), route.match().get(one.getKey())));
  }

  /**
   * @param later null where the label may be anything
   */
  private static boolean takesAllOf(Match earlier, @Nullable Match later) {
    if (takesAnything(earlier)) {
      return true;
    }
    if (later == null) {
      return false;
    }
    List<String> texts = texts(later);
    return texts.isEmpty()
        ? written(earlier).equals(written(later))
        : texts.stream().allMatch(earlier::takes);
  }

  private static boolean takesAnything(Match match) {
    return written(match).equals(Optional.of(ANYTHING));
  }

  /** All texts that it takes; none where they cannot be counted. */
  private static List<String> texts(Match match) {
    return switch (match) {
      case Match.Exactly(String text) -> List.of(text);
      case Match.Like(Pattern pattern) -> {
        var countable = COUNTABLE.matcher(pattern.pattern());
        yield countable.matches() ? Arrays.asList(countable.group(1).split("\\|")) : List.of();
      }
    };
  }

  private static Optional<String> written(Match match) {
    return match instanceof Match.Like(Pattern pattern)
        ? Optional.of(pattern.pattern())
        : Optional.empty();
  }
}
