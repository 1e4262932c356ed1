package io.evenkeel.grammar;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Words with a time behind them: {@code check the backups in 10m}.
 *
 * @param words without the time
 * @param time null when there is none
 */
record Behind<T>(Span words, @Nullable T time) {
  private static final Set<String> BEGINNINGS =
      Set.of("in", "within", "by", "until", "till", "before", "at", "due", "for");

  /** A time is no longer than this, with the word before it: "in 1 h 30 min". */
  private static final int LONGEST = 6;

  /**
   * @param reads what follows "in", "by" and so on, given that word and the rest
   */
  static <T> Behind<T> of(
      Span words, Directory directory, BiFunction<String, String, Optional<T>> reads) {
    int size = words.words().size();
    for (int n = Math.min(LONGEST, size); n > 1; n--) {
      Span tail = words.from(size - n);
      String first = tail.first().raw().toLowerCase(Locale.ROOT);
      if (!BEGINNINGS.contains(first) || tail.words().stream().anyMatch(Word::quoted)) {
        continue;
      }
      var time = reads.apply(first, tail.from(1).compact(directory));
      if (time.isPresent()) {
        return new Behind<>(words.until(size - n), time.get());
      }
    }
    return new Behind<>(words, null);
  }
}
