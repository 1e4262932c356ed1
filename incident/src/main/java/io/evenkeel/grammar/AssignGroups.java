package io.evenkeel.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words of which each group is about one person: cut at commas, at "and", and where one mention
 * follows another.
 */
final class AssignGroups {
  private static final String SEPARATORS = ",;";
  private static final String CONNECTORS = ":=";

  private AssignGroups() {}

  /** In their order, each with at least one word. */
  static List<Span> of(Span words) {
    return segments(words).stream().flatMap(segment -> groups(segment).stream()).toList();
  }

  /** Cut at commas, semicolons, line ends and "and"; without words that only connect. */
  private static List<Span> segments(Span all) {
    var segments = new ArrayList<Span>();
    var current = new ArrayList<Word>();
    int end = all.empty() ? 0 : all.start();
    for (Word word : all.words()) {
      boolean newLine = all.source().substring(end, word.start()).indexOf('\n') >= 0;
      end = word.end();
      for (Word part : parts(word)) {
        boolean separates = separates(part);
        if ((separates || newLine) && !current.isEmpty()) {
          segments.add(new Span(all.source(), current));
          current.clear();
        }
        newLine = false;
        if (!separates && !connects(part)) {
          current.add(part);
        }
      }
    }
    if (!current.isEmpty()) {
      segments.add(new Span(all.source(), current));
    }
    return segments;
  }

  /** A word cut at its punctuation: {@code lead,} and {@code comms:} each into two. */
  private static List<Word> parts(Word word) {
    if (!word.plain() || word.raw().startsWith("&")) {
      return List.of(word);
    }
    var parts = new ArrayList<Word>();
    int from = 0;
    for (int i = 0; i < word.raw().length(); i++) {
      if ((SEPARATORS + CONNECTORS).indexOf(word.raw().charAt(i)) >= 0) {
        if (i > from) {
          parts.add(word.part(from, i));
        }
        parts.add(word.part(i, i + 1));
        from = i + 1;
      }
    }
    if (from < word.raw().length()) {
      parts.add(word.part(from, word.raw().length()));
    }
    return parts;
  }

  private static boolean separates(Word word) {
    return switch (word.raw().toLowerCase(Locale.ROOT)) {
      case ",", ";", "and", "&", "&amp;", "+" -> true;
      default -> false;
    };
  }

  private static boolean connects(Word word) {
    return switch (word.raw().toLowerCase(Locale.ROOT)) {
      case ":", "=", "as", "to", "is", "the", "->", "-&gt;", "→", "-", "–", "—" -> true;
      default -> false;
    };
  }

  /** Several mentions without commas: each begins a group, or ends one if a role came first. */
  private static List<Span> groups(Span segment) {
    var words = segment.words();
    if (words.stream().filter(AssignGroups::marked).count() < 2) {
      return List.of(segment);
    }
    boolean personFirst = marked(segment.first());
    var groups = new ArrayList<Span>();
    int from = 0;
    for (int i = 0; i < words.size(); i++) {
      if (marked(words.get(i)) && personFirst && i > from) {
        groups.add(segment.until(i).from(from));
        from = i;
      } else if (marked(words.get(i)) && !personFirst) {
        groups.add(segment.until(i + 1).from(from));
        from = i + 1;
      }
    }
    if (from < words.size()) {
      groups.add(segment.from(from));
    }
    return groups;
  }

  /** Surely a person: a mention, or a name behind an {@code @}. */
  static boolean marked(Word word) {
    return word.raw().startsWith("<@")
        || word.raw().startsWith("<!")
        || word.raw().startsWith("@")
        || People.me(word.raw());
  }
}
