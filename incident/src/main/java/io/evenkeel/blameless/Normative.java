package io.evenkeel.blameless;

import java.util.List;
import java.util.Set;

/**
 * Words that grade people by the outcome. Their technical namesakes pass: lazy loading, sloppy
 * quorum.
 */
final class Normative implements Check {
  private static final Set<String> ALWAYS =
      Words.set(
          "careless carelessly carelessness negligent negligence negligently irresponsible"
              + " irresponsibly reckless recklessly recklessness incompetent incompetence"
              + " unprofessional unprofessionally inexcusable thoughtless complacent complacency"
              + " inattentive inattention laziness stupid stupidly stupidity idiotic foolish"
              + " foolishly clueless shameful disgraceful amateurish sloppiness guilty"
              + " inattentiveness unforgivable");

  private static final List<Phrase> PHRASES =
      Phrase.table(
          """
          amateur|rookie|beginner|beginners|novice 's? error|errors|mistake|mistakes
          stupid|dumb|silly thing|things|mistake|mistakes|idea|error|decision|move
          poor|bad|questionable judgment|judgement
          lack of discipline|attention|care|diligence|responsibility|professionalism|effort|commitment|competence
          no sense of ownership|responsibility|urgency
          must|need|needs|should|expect|expected|has|have|please ANY? ANY? ANY? ANY? more careful|attentive|diligent|disciplined
          must|need|needs|should|has|have to? pay|take more|better|closer attention|care
          should|must|ought have? known|know better
          know|knows|knew better than
          cutting|cut corners
          wishful thinking
          POSSESSOR own? fault
          POSSESSOR decision|choice to ANY ANY? ANY? ANY? was|were a? wrong|bad|poor|questionable|mistake
          lacked|lacks|lacking DET discipline|attention|care|diligence|competence|rigour|rigor
          blame lies|lay|rests|is ADV with|on PERSON
          fault of PERSON
          inexperienced PERSON
          poor|bad|weak performance of|by PERSON
          any competent|decent|reasonable ANY would
          """);

  /** Judge only when said of people. */
  private static final Set<String> OF_PEOPLE =
      Words.set("sloppy lazy dumb unacceptable careful guilty");

  private static final Set<String> TECHNICAL =
      Words.set(
          "quorum quorums hinted loading load init initialisation initialization evaluation pipe"
              + " proxy terminal client");

  private static final Set<String> CONDUCT =
      Words.set("response behaviour behavior conduct work handling attitude performance");
  private static final List<Phrase> BLAME =
      Phrase.table("is|are|was|were to blame\nis|are|was|were at fault");

  static final String GRADED =
      "What did people see and know when they did this, and what made it the sensible step?";

  @Override
  public void in(Sentence in, Found found) {
    for (int at = 0; at < in.size(); at++) {
      if (in.is(at, ALWAYS)) {
        found.add(Rule.NORMATIVE, at, at + 1, GRADED);
      } else if (in.is(at, OF_PEOPLE) && !in.is(at + 1, TECHNICAL) && said(in, at)) {
        found.add(Rule.NORMATIVE, at, at + 1, GRADED);
      }
      for (Phrase phrase : PHRASES) {
        int end = phrase.match(in, at);
        if (end > 0) {
          found.add(Rule.NORMATIVE, at, end, GRADED);
        }
      }
      for (Phrase phrase : BLAME) {
        int end = phrase.match(in, at);
        int who = end < 0 ? -1 : new Subjects(in).person(at);
        if (who >= 0) {
          found.add(Rule.NORMATIVE, who, end, GRADED);
        }
      }
    }
  }

  /** Whether a person is called that, or how people worked. */
  private static boolean said(Sentence in, int at) {
    if (in.word(at).equals("careful")) {
      return false;
    }
    boolean conduct = in.has(CONDUCT);
    return in.is(at + 1, CONDUCT)
        || conduct
        || new Subjects(in).person(at) >= 0
        || new WordGroups(in).ahead(at + 1) > 0;
  }
}
