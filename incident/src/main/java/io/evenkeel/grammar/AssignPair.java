package io.evenkeel.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words that name a person and words that name a role; either may be missing. */
record AssignPair(Span who, Span role) {
  /** Reads {@code @alice tech lead, @bob comms} and {@code comms: @bob} into their pairs. */
  static List<AssignPair> all(Span words, Speaker speaker) {
    var pairs = new ArrayList<AssignPair>();
    for (Span group : AssignGroups.of(words)) {
      pairs.add(best(group, speaker));
    }
    return pairs;
  }

  /** The way to cut the group in two that makes most sense of it. */
  private static AssignPair best(Span group, Speaker speaker) {
    int size = group.words().size();
    Span none = group.until(0);
    var ways = new ArrayList<AssignPair>();
    boolean role = size == 1 && !AssignGroups.marked(group.first()) && knownRole(group, speaker);
    ways.add(role ? new AssignPair(none, group) : new AssignPair(group, none));
    boolean markedLast = AssignGroups.marked(group.words().getLast());
    for (int i = 1; i < size; i++) {
      if (!markedLast) {
        ways.add(new AssignPair(group.until(i), group.from(i)));
      }
      if (!AssignGroups.marked(group.first())) {
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
