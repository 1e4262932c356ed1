package io.evenkeel.grammar;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 20m}, {@code 1h05m}, {@code 20 min}. */
final class Durations {
  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*(\\d{1,5}|an?(?=\\s))\\s*"
              + "(days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z])");

  private Durations() {}

  static Optional<Duration> parse(String typed) {
    String text = CleanText.trimmed(typed.toLowerCase(Locale.ROOT));
    var piece = PIECE.matcher(text);
    Duration sum = Duration.ZERO;
    int at = 0;
    while (at < text.length()) {
      if (!piece.region(at, text.length()).lookingAt()) {
        return Optional.empty();
      }
      String count = piece.group(1);
      long n = Character.isDigit(count.charAt(0)) ? Long.parseLong(count) : 1;
      sum =
          sum.plus(
              switch (piece.group(2).charAt(0)) {
                case 'd' -> Duration.ofDays(n);
                case 'h' -> Duration.ofHours(n);
                case 'm' -> Duration.ofMinutes(n);
                default -> Duration.ofSeconds(n);
              });
      at = piece.end();
    }
    return at == 0 ? Optional.empty() : Optional.of(sum);
  }
}
