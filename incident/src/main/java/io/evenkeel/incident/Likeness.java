package io.evenkeel.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    List<String> words = stems(one);
    List<String> others = stems(other);
    Set<String> first = joined(words, others);
    Set<String> second = joined(others, words);
    Set<String> shared = new HashSet<>(first);
    shared.retainAll(second);
    int fewer = Math.min(first.size(), second.size());
    int all = first.size() + second.size() - shared.size();
    return shared.size() == fewer || (shared.size() > 1 && shared.size() * 5 >= all * 3);
  }

  /** "roll back" counts as "rollback" where the other text writes it so. */
  private static Set<String> joined(List<String> stems, List<String> other) {
    var joined = new TreeSet<String>();
    for (int i = 0; i < stems.size(); i++) {
      String pair = i + 1 < stems.size() ? stems.get(i) + stems.get(i + 1) : "";
      boolean one = other.contains(pair);
      joined.add(one ? pair : stems.get(i));
      i += one ? 1 : 0;
    }
    return joined;
  }

  private static List<String> stems(String text) {
    var stems = new ArrayList<String>();
    BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
        .map(Likeness::stem)
        .forEach(stems::add);
    return stems.isEmpty() ? List.of(text.strip()) : stems;
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
    // "running" → "runn" → "run", and "rollback" like "rolling back"
    return stem.replaceAll("(\\p{L})\\1", "$1");
  }
}
