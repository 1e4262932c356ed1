package io.evenkeel.incident;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether two short texts tell of the same doing: "restart primary" and "restarting the primary".
 */
final class Likeness {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Words that people add or leave out without meaning something else. */
  private static final Set<String> FILLERS =
      Set.of(
          "a",
          "an",
          "the",
          "is",
          "are",
          "to",
          "of",
          "on",
          "in",
          "at",
          "for",
          "and",
          "with",
          "our",
          "my",
          "i",
          "am",
          "now",
          "again",
          "it",
          "this",
          "that",
          "currently",
          "all");

  private static final int SHORTEST_STEM = 3;

  private Likeness() {}

  /**
   * They share all the words of the shorter one, or most of both, whatever their order, case,
   * endings and punctuation.
   */
  static boolean alike(String one, String other) {
    Set<String> first = stems(one);
    Set<String> second = stems(other);
    Set<String> shared = new HashSet<>(first);
    shared.retainAll(second);
    int fewer = Math.min(first.size(), second.size());
    int all = first.size() + second.size() - shared.size();
    return shared.size() == fewer || (shared.size() > 1 && shared.size() * 5 >= all * 3);
  }

  private static Set<String> stems(String text) {
    var stems = new TreeSet<String>();
    BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
        .map(Likeness::stem)
        .forEach(stems::add);
    return stems.isEmpty() ? Set.of(text.strip()) : stems;
  }

  /** "restarts", "restarted", "restarting" → "restart"; "scaling", "scale" → "scal". */
  private static String stem(String word) {
    String stem = word;
    for (String ending : new String[] {"ing", "ed", "es", "s", "e"}) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST_STEM) {
        stem = stem.substring(0, stem.length() - ending.length());
        break;
      }
    }
    // "running" → "runn" → "run"
    int last = stem.length() - 1;
    boolean doubled = last > SHORTEST_STEM - 1 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled ? stem.substring(0, last) : stem;
  }
}
