package io.evenkeel.blameless;

import java.util.Set;

/**
 * Who or what does it: finds the words in front of a verb, or behind a preposition, that name the
 * doer. Knows no grammar beyond groups of words: a determiner opens one, a preposition joins two.
 */
final class Subjects {
  private static final Set<String> SKIPPED = Words.set("not never to always");
  private static final Set<String> BREAKS = Words.set("; : — – (");
  private static final int MOST_JOINS = 4;

  private final Sentence in;
  private final WordGroups groups;

  Subjects(Sentence in) {
    this.in = in;
    groups = new WordGroups(in);
  }

  /** Where the person begins who does the verb there; -1 when it is no person. */
  int person(int verb) {
    int at = verb - 1;
    while (at >= 0
        && !in.name(at)
        && (in.is(at, Words.AUXILIARIES) || in.is(at, SKIPPED) || Words.adverb(in.word(at)))) {
      at--;
    }
    if (at < 0) {
      return -1;
    }
    if (in.word(at).equals(",")) {
      return aside(at);
    }
    if (in.is(at, Words.CONJUNCTIONS)) {
      return opening(at);
    }
    return antecedent(at);
  }

  private int antecedent(int at) {
    boolean relative = in.word(at).equals("who") || in.word(at).equals("that");
    int noun = relative ? (in.word(at - 1).equals(",") ? at - 2 : at - 1) : at;
    return back(noun, 0);
  }

  /** Over "Alice, who was new, forgot" to Alice; else what is in front of the comma goes on. */
  private int aside(int comma) {
    for (int at = comma - 1; at > 0; at--) {
      if (in.word(at).equals(",")) {
        return in.is(at + 1, Words.CLAUSE) ? back(at - 1, 0) : opening(comma);
      }
    }
    return opening(comma);
  }

  /** The person that the clause before that place begins with; -1 when it is none. */
  int opening(int before) {
    int start = 0;
    for (int at = before - 1; at >= 0; at--) {
      if (in.word(at).equals("who")) {
        return antecedent(at);
      }
      if (in.is(at, Words.CLAUSE) || in.is(at, BREAKS)) {
        start = at + 1;
        break;
      }
    }
    if (in.is(start, Words.PREPOSITIONS)) {
      while (start < before && !in.word(start).equals(",")) {
        start++;
      }
      start++;
    }
    while (start < before
        && (Words.adverb(in.word(start))
            || in.is(start, Words.CONJUNCTIONS)
            || in.word(start).equals(","))) {
      start++;
    }
    return start < before && groups.ahead(start) > start ? start : -1;
  }

  /** From the last word of a group to its head, over what is joined by prepositions. */
  private int back(int at, int joins) {
    if (at < 0 || joins > MOST_JOINS || in.edge(at) || in.tokens().get(at).hidden()) {
      return -1;
    }
    if (Persons.pronoun(in, at)) {
      return at;
    }
    if (in.word(at).equals("they")) {
      return they(at) ? at : -1;
    }
    boolean person = in.name(at) || Persons.noun(in, at);
    int start = in.name(at) ? groups.nameStart(at) : groups.groupStart(at);
    int joint = start - 1;
    if (in.is(joint, Words.PREPOSITIONS)
        && !in.edge(joint - 1)
        && !in.is(joint - 1, Words.CONJUNCTIONS)) {
      if (Persons.some(in.word(joint - 1)) && in.word(joint).equals("of")) {
        return person ? start : -1;
      }
      int head = joint - 1;
      while (head > 0 && !in.edge(head - 1) && Participles.past(in.word(head))) {
        head--;
      }
      return back(head, joins + 1);
    }
    return person ? start : -1;
  }

  /** "They" are what was named last in the plural; with nothing named, people. */
  private boolean they(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (Persons.noun(in, i) || in.name(i)) {
        return true;
      }
      String word = in.word(i);
      if (word.length() > 3
          && word.endsWith("s")
          && !word.endsWith("ss")
          && !Words.stops(in.tokens().get(i))) {
        return false;
      }
    }
    return true;
  }
}
