package io.evenkeel.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Words that name a person and words that name a role; either may be missing. */
record AssignPair(Span who, Span role) {
  private static final String SEPARATORS = ",;";
  private static final String CONNECTORS = ":=";

  /** Reads {@code @alice tech lead, @bob comms} and {@code comms: @bob} into their pairs. */
  static List<AssignPair> all(Span words, Speaker speaker) {
    var pairs = new ArrayList<AssignPair>();
    for (Span segment : segments(words)) {
      for (Span group : groups(segment)) {
        pairs.add(best(group, speaker));
      }
    }
    return pairs;
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
    if (words.stream().filter(AssignPair::marked).count() < 2) {
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
  private static boolean marked(Word word) {
    return word.raw().startsWith("<@")
        || word.raw().startsWith("<!")
        || word.raw().startsWith("@")
        || People.me(word.raw());
  }

  /** The way to cut the group in two that makes most sense of it. */
  private static AssignPair best(Span group, Speaker speaker) {
    int size = group.words().size();
    Span none = group.until(0);
    var ways = new ArrayList<AssignPair>();
    boolean role = size == 1 && !marked(group.first()) && knownRole(group, speaker);
    ways.add(role ? new AssignPair(none, group) : new AssignPair(group, none));
    boolean markedLast = marked(group.words().getLast());
    for (int i = 1; i < size; i++) {
      if (!markedLast) {
        ways.add(new AssignPair(group.until(i), group.from(i)));
      }
      if (!marked(group.first())) {
        ways.add(new AssignPair(group.from(i), group.until(i)));
      }
    }
    if (size > 1) {
      ways.removeFirst();
      if (knownRole(group, speaker)) {
        ways.add(new AssignPair(none, group));
      }
    }
    if (ways.isEmpty()) {
      // Two mentions and no role between them.
      return new AssignPair(group.until(1), group.from(1));
    }
    // The first of those that make equal sense.
    return ways.stream().max(Comparator.comparingInt(way -> way.sense(speaker))).orElseThrow();
  }

  private int sense(Speaker speaker) {
    boolean person = !who.empty() && !People.find(typed(who, speaker), speaker).isEmpty();
    boolean known = !role.empty() && knownRole(role, speaker);
    if (who.empty() || role.empty()) {
      return person || known ? 2 : 0;
    }
    return (known ? 2 : 0) + (person ? 1 : 0) + (known && person ? 2 : 0);
  }

  private static boolean knownRole(Span words, Speaker speaker) {
    return speaker.roles().find(People.bare(words.compact(speaker.directory()))).isPresent();
  }

  private static String typed(Span who, Speaker speaker) {
    return who.words().size() == 1 && who.first().token()
        ? who.first().raw()
        : who.text(speaker.directory());
  }
}
