package io.evenkeel.blameless;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a team wants to hear of.
 *
 * @param levels of the rules that are not as {@link Rule#standard()} says
 * @param allowed words that are fine here: a finding that holds one of them, or stands in a
 *     sentence within one, is not told; letter case is not looked at
 */
public record Settings(Map<Rule, Level> levels, List<String> allowed) {
  public static final Settings STANDARD = new Settings(Map.of(), List.of());

  public Settings {
    var copy = new EnumMap<Rule, Level>(Rule.class);
    copy.putAll(levels);
    levels = Collections.unmodifiableMap(copy);
    allowed =
        allowed.stream()
            .map(words -> words.strip().toLowerCase(Locale.ROOT))
            .filter(words -> !words.isEmpty())
            .toList();
  }

  Level of(Rule rule) {
    return levels.getOrDefault(rule, rule.standard());
  }

  /** Whether one of the allowed texts lies over these words. */
  boolean allows(String text, int start, int end) {
    for (String words : allowed) {
      for (int at = Math.max(0, start - words.length() + 1); at < end; at++) {
        if (text.regionMatches(true, at, words, 0, words.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
