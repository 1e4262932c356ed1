package io.evenkeel.blameless;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people should have, could have or failed to do. Systems may have failed to, and should have.
 * A passive without a doer counts when only people do such a thing ("should have been reviewed").
 */
final class Counterfactuals implements Check {
  private static final Set<String> MODALS = Words.set("should could might ought needed must");

  private static final Set<String> OF_PEOPLE =
      Words.set(
          "caught noticed noted spotted seen tested reviewed checked double-checked verified"
              + " escalated communicated considered anticipated foreseen avoided prevented followed"
              + " read questioned asked discussed told informed planned rehearsed coordinated"
              + " declared thought realised realized acted warned known recognised recognized"
              + " acknowledged done reverted raised documented predicted averted understood"
              + " challenged consulted");

  private static final Set<String> OF_OUTCOMES =
      Words.set("lost lose run suffered seen had become been ended leaked exposed");

  private static final Set<String> BEGUN = Words.set("started begun initiated performed");
  private static final Set<String> STEPS =
      Words.set("rollback rollbacks investigation escalation revert");
  private static final Set<String> NO_DOER =
      Words.set("hand design default mistake accident then now midnight noon at using");

  private static final Set<String> TOLD =
      Words.set("known had been paged told notified informed alerted");
  private static final Set<String> BETTER =
      Words.set(
          "experienced careful competent attentive senior good better reasonable diligent seasoned"
              + " skilled");

  private static final Set<String> FAILED = Words.set("failed fail fails failing");
  private static final Set<String> HAD = Words.set("had");

  static final String SEEN =
      "What did people see and know at that moment, and what would have shown them more?";

  @Override
  public void in(Sentence in, Found found) {
    for (int at = 0; at < in.size(); at++) {
      modal(in, at, found);
      failed(in, at, found);
      had(in, at, found);
      wouldHave(in, at, found);
    }
  }

  private static void modal(Sentence in, int at, Found found) {
    if (in.is(at, Words.set("was were is are")) && supposed(in, at)) {
      report(in, new Subjects(in).person(at), at, at + 3, verbAfter(in, at + 3), found);
    }
    if (!in.is(at, MODALS)) {
      return;
    }
    int have = skip(in, at + 1);
    boolean to = in.word(have).equals("to");
    have = to ? skip(in, have + 1) : have;
    if (!in.word(have).equals("have")) {
      return;
    }
    int verb = skip(in, have + 1);
    if (in.word(verb).equals("been")) {
      been(in, at, skip(in, verb + 1), found);
    } else if (Participles.is(in.word(verb))
        && !verbOfOutcome(in, at, verb)
        && !in.word(verb).equals("had")) {
      int person = new Subjects(in).person(at);
      report(in, person, at, verb + 1, question(in, verb, denied(in, at, verb)), found);
    }
  }

  private static boolean supposed(Sentence in, int at) {
    boolean person = in.is(at + 1, Words.set("supposed expected")) && in.word(at + 2).equals("to");
    return person && !in.word(at + 3).equals("be") && new Subjects(in).person(at) >= 0;
  }

  private static void been(Sentence in, int modal, int verb, Found found) {
    if (in.word(verb).endsWith("ing") || !Participles.is(in.word(verb))) {
      report(in, new Subjects(in).person(modal), modal, verb + 1, SEEN, found);
      return;
    }
    int by = doer(in, verb + 1);
    if (by >= 0) {
      if (new WordGroups(in).ahead(by + 1) > 0) {
        found.add(Rule.COUNTERFACTUAL, modal, by + 2, SEEN);
      }
      return;
    }
    boolean step =
        in.is(verb, BEGUN)
            && in.tokens().subList(0, modal).stream().anyMatch(t -> STEPS.contains(t.word()));
    boolean plan = in.word(modal).equals("must");
    if ((in.is(verb, OF_PEOPLE) || step) && !plan) {
      found.add(
          Rule.COUNTERFACTUAL,
          modal,
          verb + 1,
          "What looks there today (a check, an alert, a review), and what did it show?");
    }
  }

  /** Where "by" names who does it; a time or a means is no doer. */
  static int doer(Sentence in, int from) {
    for (int at = from; at < from + 8 && !in.edge(at) && !in.is(at, Words.CLAUSE); at++) {
      boolean time = Character.isDigit((in.word(at + 1) + " ").charAt(0));
      if (in.word(at).equals("by")) {
        boolean means =
            in.is(at + 1, NO_DOER)
                || time
                || in.word(at + 1).endsWith("ing")
                || Words.adverb(in.word(at + 1));
        return means ? -1 : at;
      }
    }
    return -1;
  }

  private static void failed(Sentence in, int at, Found found) {
    boolean to = in.word(at + 1).equals("to") && !in.edge(at + 2);
    if (in.is(at, FAILED) && to) {
      report(in, new Subjects(in).person(at), at, at + 3, verbAfter(in, at + 2), found);
    }
    if (in.word(at).equals("failure") && to && FAILURE_OF.match(in, at - 2) < 0) {
      for (int i = Math.max(0, at - 5); i < at; i++) {
        if (WHOSE.match(in, i) == at + 1) {
          found.add(Rule.COUNTERFACTUAL, i, at + 3, verbAfter(in, at + 2));
          return;
        }
      }
    }
  }

  private static final Phrase WHOSE = Phrase.of("POSSESSOR failure");
  private static final Phrase FAILURE_OF = Phrase.of("point of failure");

  /** "If Bob had looked" and "Had Bob looked", also with "only". */
  private static void had(Sentence in, int at, Found found) {
    if (in.word(at).equals("if")) {
      int start = in.word(at + 1).equals("only") ? at + 2 : at + 1;
      int end = new WordGroups(in).ahead(start);
      int had = end < 0 ? -1 : nearest(in, end);
      int verb = had < 0 ? -1 : skip(in, had + 1);
      if (verb > 0 && (start > at + 1 || looked(in, verb))) {
        found.add(Rule.COUNTERFACTUAL, at, Math.min(verb + 1, in.size()), SEEN);
      }
    } else if (in.word(at).equals("had")
        && (at == 0 || in.edge(at - 1) || in.is(at - 1, Words.CONJUNCTIONS))) {
      int end = new WordGroups(in).ahead(at + 1);
      if (end > 0 && looked(in, skip(in, end))) {
        found.add(Rule.COUNTERFACTUAL, at, skip(in, end) + 1, SEEN);
      }
    }
  }

  private static int nearest(Sentence in, int from) {
    for (int at = from; at < from + 6 && at < in.size(); at++) {
      if (in.is(at, HAD)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean looked(Sentence in, int verb) {
    return Participles.is(in.word(verb)) && !in.is(verb, TOLD);
  }

  /** "A more careful engineer would have seen it." */
  private static void wouldHave(Sentence in, int at, Found found) {
    if (!in.word(at).equals("would") || !in.word(skip(in, at + 1)).equals("have")) {
      return;
    }
    int person = new Subjects(in).person(at);
    int verb = skip(in, skip(in, at + 1) + 1);
    boolean better = false;
    for (int i = Math.max(person, 0); person >= 0 && i < at; i++) {
      better |= in.is(i, BETTER) || in.is(i, Words.set("anyone anybody everyone"));
    }
    if (better) {
      found.add(Rule.COUNTERFACTUAL, person, Math.min(verb + 1, in.size()), SEEN);
    }
  }

  private static boolean verbOfOutcome(Sentence in, int modal, int verb) {
    return !in.word(modal).equals("should")
        && !in.word(modal).equals("ought")
        && in.is(verb, OF_OUTCOMES);
  }

  private static void report(
      Sentence in, int person, int verb, int to, String rewrite, Found found) {
    if (person >= 0) {
      found.add(Rule.COUNTERFACTUAL, Math.min(person, verb), Math.min(to, in.size()), rewrite);
    }
  }

  private static boolean denied(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) {
      if (in.word(at).equals("not") || in.word(at).equals("never")) {
        return true;
      }
    }
    return in.word(from - 1).equals("never");
  }

  private static String question(Sentence in, int participle, boolean denied) {
    @Nullable String base = Participles.base(in.word(participle));
    String rest = Rest.of(in, participle + 1);
    if (base != null && denied && !rest.isEmpty()) {
      return "What made it look right to " + base + " " + rest + "?";
    }
    return base == null ? SEEN : hard(base, rest);
  }

  private static String verbAfter(Sentence in, int base) {
    return hard(in.word(base), Rest.of(in, base + 1));
  }

  private static String hard(String verb, String rest) {
    return rest.isEmpty() ? SEEN : "What made it hard to " + verb + " " + rest + "?";
  }

  private static int skip(Sentence in, int at) {
    int next = at;
    while (in.word(next).equals("not")
        || in.word(next).equals("never")
        || Words.adverb(in.word(next))) {
      next++;
    }
    return next;
  }
}
