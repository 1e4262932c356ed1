package io.evenkeel.incident;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether two titles name the same thing: the same words, whatever their order, case and
 * punctuation.
 */
public final class TitleMatch {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Words that people add or leave out without meaning something else. */
  private static final Set<String> FILLERS =
      Set.of(
          "a", "an", "the", "is", "are", "was", "our", "again", "at", "in", "on", "of", "for", "to",
          "with", "and", "now");

  private TitleMatch() {}

  public static boolean same(String one, String other) {
    return words(one).equals(words(other));
  }

  private static Set<String> words(String title) {
    var words = new TreeSet<String>();
    BETWEEN_WORDS
        .splitAsStream(title.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
        .forEach(words::add);
    return words.isEmpty() ? Set.of(title.strip()) : words;
  }
}
