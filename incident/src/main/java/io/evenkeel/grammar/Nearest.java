package io.evenkeel.grammar;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Which known words somebody may have meant: by letters left out, added, changed or swapped. */
public final class Nearest {
  private static final int LONGEST = 40;

  private Nearest() {}

  /** The nearest known words, more than one when they are equally near; empty when none is near. */
  public static List<String> of(String typed, Collection<String> known) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return List.of();
    }
    var near =
        known.stream()
            .distinct()
            .filter(word -> distance(wanted, word) <= tolerance(wanted, word))
            .toList();
    int best = near.stream().mapToInt(word -> distance(wanted, word)).min().orElse(0);
    return near.stream().filter(word -> distance(wanted, word) == best).toList();
  }

  private static int tolerance(String wanted, String word) {
    int length = Math.min(wanted.length(), word.length());
    return length <= 2 ? 0 : length <= 4 ? 1 : length <= 7 ? 2 : 3;
  }

  /** Optimal string alignment; the beginning of a word (three letters or more) counts as near. */
  private static int distance(String a, String written) {
    String b = written.toLowerCase(Locale.ROOT);
    if (a.length() >= 3 && b.startsWith(a)) {
      return 1;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
