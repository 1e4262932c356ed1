package io.evenkeel.blameless;

/** A person and a verb that says that the person failed. */
final class Failings implements Check {
  private static final String CONTEXT =
      "What did they see at that moment, and what let the step go through unnoticed?";
  private static final String TOOL =
      "What in the tool, the names or the steps made this easy to do?";
  private static final String SIGNAL =
      "How would people have learned of it, and what did they see instead?";

  @Override
  public void in(Sentence in, Found found) {
    for (int at = 0; at < in.size(); at++) {
      plain(in, at, found);
      undone(in, at, found);
      doneTo(in, at, found);
      somehow(in, at, found);
    }
  }

  private static void plain(Sentence in, int at, Found found) {
    if (in.is(at, FailingWords.FAILING) && !target(in, at)) {
      person(in, at, at + 1, in.is(at, FailingWords.MISTAKEN) ? TOOL : CONTEXT, found);
    }
    if (in.is(at, FailingWords.UNMEANT)
        && (Participles.is(in.word(at + 1)) || in.word(at + 1).endsWith("ing"))) {
      person(in, at + 1, at + 2, TOOL, found);
    }
    for (Phrase phrase : FailingWords.PHRASES) {
      int end = phrase.match(in, at);
      if (end > 0) {
        person(in, in.is(at, Words.AUXILIARIES) ? at + 1 : at, end, CONTEXT, found);
      }
    }
    int wrong = FailingWords.WRONG_THING.match(in, at);
    boolean did = Participles.past(in.word(at)) || in.word(at).endsWith("ing");
    if (wrong > 0 && did && !in.is(at, FailingWords.PERCEIVED)) {
      person(in, at, wrong, TOOL, found);
    }
    int unseen = FailingWords.UNSEEN.match(in, at);
    if (unseen > 0) {
      found.add(Rule.PERSON_FAILED, at, unseen, SIGNAL);
    }
  }

  private static boolean target(Sentence in, int verb) {
    for (int at = verb + 1; at < verb + 5; at++) {
      if (in.is(at, FailingWords.TARGETS)) {
        return true;
      }
    }
    return false;
  }

  private static void undone(Sentence in, int at, Found found) {
    boolean no = in.word(at).equals("not") || in.word(at).equals("never");
    int verb = at + 1;
    while (no && Words.adverb(in.word(verb))) {
      verb++;
    }
    if (no
        && in.is(verb, FailingWords.UNDONE)
        && !in.is(at - 1, Words.set("could can should will would may must are were be"))) {
      person(in, at, verb + 1, SIGNAL, found);
    }
    boolean nobody =
        in.is(at, FailingWords.NOBODY)
            || (in.word(at).equals("no") && in.word(at + 1).equals("one"));
    int did = in.word(at).equals("no") ? at + 2 : at + 1;
    while (Words.adverb(in.word(did)) || in.word(did).equals("had")) {
      did++;
    }
    if (nobody && in.is(did, FailingWords.SEEN_BY_NOBODY)) {
      found.add(Rule.PERSON_FAILED, at, did + 1, SIGNAL);
    }
  }

  private static void doneTo(Sentence in, int at, Found found) {
    if (in.is(at, FailingWords.DONE_TO)) {
      int by = Counterfactuals.doer(in, at + 1);
      int end = by < 0 ? -1 : new WordGroups(in).ahead(by + 1);
      if (end > 0) {
        found.add(Rule.PERSON_FAILED, at, end, CONTEXT);
      }
    }
    int because = Math.max(FailingWords.BECAUSE.match(in, at), FailingWords.DUE.match(in, at));
    if (because > 0 && !Persons.pronoun(in, because - 1)) {
      found.add(Rule.PERSON_FAILED, at, because, CONTEXT);
    }
  }

  private static void somehow(Sentence in, int at, Found found) {
    for (Phrase phrase : FailingWords.SOMEHOW) {
      int end = phrase.match(in, at);
      int who = end < 0 ? -1 : new Subjects(in).opening(at);
      boolean would =
          end > 0
              && in.tokens().subList(0, at).stream()
                  .anyMatch(t -> FailingWords.MODAL.contains(t.word()));
      if (who >= 0 && !would) {
        found.add(Rule.PERSON_FAILED, who, end, TOOL);
      }
    }
  }

  private static void person(Sentence in, int verb, int to, String rewrite, Found found) {
    int who = new Subjects(in).person(verb);
    if (who >= 0) {
      found.add(Rule.PERSON_FAILED, who, Math.min(to, in.size()), rewrite);
    }
  }
}
