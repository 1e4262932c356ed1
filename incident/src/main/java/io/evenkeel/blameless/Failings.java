package io.evenkeel.blameless;

import java.util.List;
import java.util.Set;

/** A person and a verb that says that the person failed. */
final class Failings implements Check {
  /** Said of a person, these always judge. */
  private static final Set<String> FAILING =
      Words.set(
          "forgot forgotten neglected overlooked ignored disregarded misread misjudged"
              + " misconfigured mistyped mishandled misunderstood misinterpreted miscalculated"
              + " misdiagnosed botched blundered broke caused violated bypassed circumvented"
              + " panicked rushed missed triggered slacked");

  private static final Set<String> MISTAKEN =
      Words.set("misread misconfigured mistyped misunderstood misinterpreted miscalculated");

  /** Who missed one of these tells of a system. */
  private static final Set<String> TARGETS =
      Words.set("slo slos sla slas target targets objective objectives budget goal");

  private static final List<Phrase> PHRASES =
      Phrase.table(
          """
          mixed|messed|screwed|fouled up
          took|brought|knocked|tore down DET ANY
          took|brought|knocked ANY ANY? ANY? down
          dropped the ball
          had one job
          made it|things|matters|everything ANY? worse
          rubber-stamped DET ANY
          lost track
          let ANY? ANY? slip
          cut corners
          jumped to conclusions
          left ANY ANY? ANY? ANY? on|open|enabled|disabled|unattended
          made ADV DET several|some|big|small|bad|serious|critical|same|simple? mistake|mistakes|error|errors|typo|typos|blunder|slip
          skipped DET ANY? test|tests|check|checks|review|reviews|step|steps|stage|canary|approval|process|procedure|checklist|validation
          was|were not paying attention
          was|were ADV slow|late to
          was|were too slow|late
          was|were asleep|distracted|inattentive|unprepared
          waited|took far|much|way? too long
          was|were responsible for DET ANY? outage|incident|failure|downtime|breakage|error|mistake|loss
          """);

  private static final Phrase WRONG_THING =
      Phrase.of("ANY DET wrong|incorrect|untested|unreviewed");

  /** Who found a wrong value did well. */
  private static final Set<String> PERCEIVED =
      Words.set(
          "saw found noticed fixed corrected removed replaced reverted received had looked got"
              + " spotted reported caught identified suspected read showed returned rejected");

  private static final Phrase UNSEEN =
      Phrase.of(
          "without anyone|anybody|somebody"
              + " checking|looking|reviewing|noticing|testing|reading|verifying");

  private static final Set<String> UNMEANT =
      Words.set(
          "accidentally mistakenly inadvertently wrongly incorrectly erroneously unintentionally"
              + " blindly hastily");

  private static final Set<String> UNDONE =
      Words.set(
          "check verify test pick answer answered follow read escalate validate bother review ask"
              + " tell inform communicate update think consider pay look react respond act raise"
              + " warn notice catch spot document double-check wait listen question consult confirm"
              + " coordinate checked verified tested followed told looked reviewed escalated"
              + " informed asked noticed validated updated warned documented thought bothered read"
              + " responded reacted questioned confirmed considered");

  private static final Set<String> NOBODY = Words.set("nobody noone");

  private static final Set<String> SEEN_BY_NOBODY =
      Words.set(
          "noticed checked looked tested reviewed thought bothered asked verified escalated"
              + " responded reacted acknowledged questioned spotted caught considered cared raised"
              + " read told");

  private static final List<Phrase> SOMEHOW =
      Phrase.table(
          """
          by mistake|accident
          in error
          without even|first|properly? checking|testing|reviewing|reading|verifying|waiting|asking|telling|thinking|validating|confirming|looking|consulting|informing|notifying|following|understanding
          without DET review|approval|tests|testing|permission
          """);

  private static final Phrase BECAUSE = Phrase.of("because|thanks of|to PERSON");
  private static final Phrase DUE = Phrase.of("due to PERSON");

  private static final Set<String> DONE_TO =
      Words.set(
          "caused ignored missed overlooked skipped forgotten broken triggered neglected bypassed"
              + " disregarded misconfigured misread");

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
    if (in.is(at, FAILING) && !target(in, at)) {
      person(in, at, at + 1, in.is(at, MISTAKEN) ? TOOL : CONTEXT, found);
    }
    if (in.is(at, UNMEANT)
        && (Participles.is(in.word(at + 1)) || in.word(at + 1).endsWith("ing"))) {
      person(in, at + 1, at + 2, TOOL, found);
    }
    for (Phrase phrase : PHRASES) {
      int end = phrase.match(in, at);
      if (end > 0) {
        person(in, in.is(at, Words.AUXILIARIES) ? at + 1 : at, end, CONTEXT, found);
      }
    }
    int wrong = WRONG_THING.match(in, at);
    boolean did = Participles.past(in.word(at)) || in.word(at).endsWith("ing");
    if (wrong > 0 && did && !in.is(at, PERCEIVED)) {
      person(in, at, wrong, TOOL, found);
    }
    int unseen = UNSEEN.match(in, at);
    if (unseen > 0) {
      found.add(Rule.PERSON_FAILED, at, unseen, SIGNAL);
    }
  }

  private static boolean target(Sentence in, int verb) {
    for (int at = verb + 1; at < verb + 5; at++) {
      if (in.is(at, TARGETS)) {
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
        && in.is(verb, UNDONE)
        && !in.is(at - 1, Words.set("could can should will would may must are were be"))) {
      person(in, at, verb + 1, SIGNAL, found);
    }
    boolean nobody =
        in.is(at, NOBODY) || (in.word(at).equals("no") && in.word(at + 1).equals("one"));
    int did = in.word(at).equals("no") ? at + 2 : at + 1;
    while (Words.adverb(in.word(did)) || in.word(did).equals("had")) {
      did++;
    }
    if (nobody && in.is(did, SEEN_BY_NOBODY)) {
      found.add(Rule.PERSON_FAILED, at, did + 1, SIGNAL);
    }
  }

  private static void doneTo(Sentence in, int at, Found found) {
    if (in.is(at, DONE_TO)) {
      int by = Counterfactuals.doer(in, at + 1);
      int end = by < 0 ? -1 : new Subjects(in).ahead(by + 1);
      if (end > 0) {
        found.add(Rule.PERSON_FAILED, at, end, CONTEXT);
      }
    }
    int because = Math.max(BECAUSE.match(in, at), DUE.match(in, at));
    if (because > 0 && !Persons.pronoun(in, because - 1)) {
      found.add(Rule.PERSON_FAILED, at, because, CONTEXT);
    }
  }

  private static void somehow(Sentence in, int at, Found found) {
    for (Phrase phrase : SOMEHOW) {
      int end = phrase.match(in, at);
      int who = end < 0 ? -1 : new Subjects(in).opening(at);
      boolean would =
          end > 0 && in.tokens().subList(0, at).stream().anyMatch(t -> MODAL.contains(t.word()));
      if (who >= 0 && !would) {
        found.add(Rule.PERSON_FAILED, who, end, TOOL);
      }
    }
  }

  private static final Set<String> MODAL =
      Words.set("can could may might will would should must cannot");

  private static void person(Sentence in, int verb, int to, String rewrite, Found found) {
    int who = new Subjects(in).person(verb);
    if (who >= 0) {
      found.add(Rule.PERSON_FAILED, who, Math.min(to, in.size()), rewrite);
    }
  }
}
