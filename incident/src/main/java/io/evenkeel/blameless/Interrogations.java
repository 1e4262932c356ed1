package io.evenkeel.blameless;

import java.util.Set;

/**
 * Who and why, asked about people. Who is affected, who needs to know and who will own a task pass;
 * so does why about systems, and why somebody could not be reached.
 */
final class Interrogations implements Check {
  private static final Set<String> PLANS =
      Words.set("is will needs need should can owns own gets was were to else");

  private static final Set<String> GUILT =
      Words.set("responsible supposed to-blame asleep at-fault accountable guilty careless meant");

  private static final Set<String> FAULTS =
      Words.set(
          "fault mistake change commit job responsibility error decision deploy idea code pr");

  private static final Set<String> ASKED =
      Words.set(
          "why ask asked asking unclear know find out clear determine establish question unknown"
              + " wonder ourselves see");

  private static final Set<String> REACHED =
      Words.set(
          "paged notified alerted reached called informed told given invited hard difficult"
              + " possible easy able able-to");

  private static final Phrase THINKING = Phrase.of("what was|were ANY ANY? ANY? thinking");
  private static final Phrase HOW_COULD =
      Phrase.of("how could|can ANY ANY? ANY? ever? miss|overlook|forget|ignore|let|think|not");

  private static final String WHO =
      "What let this step go through, and what would have stopped or undone it?";
  private static final String WHY =
      "What did they see and know then, and how did that make this the sensible step?";

  @Override
  public void in(Sentence in, Found found) {
    for (int at = 0; at < in.size(); at++) {
      if (in.word(at).equals("who")) {
        who(in, at, found);
      } else if (in.word(at).equals("whose") && asked(in, at)) {
        whose(in, at, found);
      } else if (in.question() && (THINKING.match(in, at) > 0 || HOW_COULD.match(in, at) > 0)) {
        found.add(Rule.WHO_WHY, at, Math.max(THINKING.match(in, at), HOW_COULD.match(in, at)), WHY);
      } else if (in.word(at).equals("why")) {
        why(in, at, found);
      }
    }
  }

  private static boolean asked(Sentence in, int at) {
    if (at == 0 || (in.edge(at - 1) && in.question())) {
      return in.question();
    }
    for (int i = Math.max(0, at - 4); i < at; i++) {
      if (in.is(i, ASKED)) {
        return true;
      }
    }
    return in.question() && in.is(at - 1, Words.CONJUNCTIONS);
  }

  private static void who(Sentence in, int at, Found found) {
    if (!asked(in, at)) {
      return;
    }
    int verb = at + 1;
    while (Words.adverb(in.word(verb)) || in.word(verb).equals("had")) {
      verb++;
    }
    boolean guilt = false;
    for (int i = verb; i < verb + 4; i++) {
      guilt |= in.is(i, GUILT) || (in.word(i).equals("to") && in.word(i + 1).equals("blame"));
    }
    boolean should = in.word(verb).equals("should") && in.word(verb + 1).equals("have");
    boolean deed = Participles.past(in.word(verb)) || in.word(verb).equals("let");
    if (guilt || should || (deed && !in.is(verb, PLANS))) {
      found.add(Rule.WHO_WHY, at, Math.min(verb + 1, in.size()), WHO);
    }
  }

  private static void whose(Sentence in, int at, Found found) {
    for (int i = at + 1; i < at + 4; i++) {
      if (in.is(i, FAULTS)) {
        found.add(Rule.WHO_WHY, at, i + 1, WHO);
        return;
      }
    }
  }

  private static void why(Sentence in, int at, Found found) {
    boolean inverted = in.is(at + 1, Words.AUXILIARIES);
    int start = inverted ? at + 2 : at + 1;
    boolean not = in.word(start).equals("not");
    start = not ? start + 1 : start;
    if (in.word(start).equals("there")) {
      return;
    }
    int end = personAfterWhy(in, start);
    boolean open = in.question() || asked(in, at);
    if (end < 0 || !open || reached(in, end)) {
      return;
    }
    found.add(Rule.WHO_WHY, at, Math.min(end + 1, in.size()), WHY);
  }

  /** "Why did the engineer wait": the verb behind the person is bare, so any word may follow. */
  private static int personAfterWhy(Sentence in, int start) {
    int end = new WordGroups(in).ahead(start);
    for (int at = start; end < 0 && at < start + 5 && !in.edge(at); at++) {
      boolean possessed = in.word(at + 1).equals("'s") || in.edge(at);
      if (Words.stops(in.tokens().get(at)) && !in.is(at, Words.DETERMINERS)) {
        return -1;
      }
      if (Persons.noun(in, at) && !possessed && !in.is(at + 1, THINGS)) {
        return at + 1;
      }
    }
    return end;
  }

  private static final Set<String> THINGS =
      Words.set(
          "phone rotation schedule blog dashboard console portal channel page pod job tool calendar"
              + " error");

  private static boolean reached(Sentence in, int from) {
    for (int at = from; at < from + 4; at++) {
      if (in.is(at, REACHED)) {
        return true;
      }
    }
    return false;
  }
}
