package io.evenkeel.blameless;

import java.util.List;
import java.util.Set;

/**
 * What is said of somebody who is held to have failed: words and phrases, and those that look like
 * them and judge nobody.
 */
final class FailingWords {
  /** Said of a person, these always judge. */
  static final Set<String> FAILING =
      Words.set(
          "forgot forgotten neglected overlooked ignored disregarded misread misjudged"
              + " misconfigured mistyped mishandled misunderstood misinterpreted miscalculated"
              + " misdiagnosed botched blundered broke caused violated bypassed circumvented"
              + " panicked rushed missed triggered slacked");

  static final Set<String> MISTAKEN =
      Words.set("misread misconfigured mistyped misunderstood misinterpreted miscalculated");

  /** Who missed one of these tells of a system. */
  static final Set<String> TARGETS =
      Words.set("slo slos sla slas target targets objective objectives budget goal");

  static final List<Phrase> PHRASES =
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

  static final Phrase WRONG_THING = Phrase.of("ANY DET wrong|incorrect|untested|unreviewed");

  /** Who found a wrong value did well. */
  static final Set<String> PERCEIVED =
      Words.set(
          "saw found noticed fixed corrected removed replaced reverted received had looked got"
              + " spotted reported caught identified suspected read showed returned rejected");

  static final Phrase UNSEEN =
      Phrase.of(
          "without anyone|anybody|somebody"
              + " checking|looking|reviewing|noticing|testing|reading|verifying");

  static final Set<String> UNMEANT =
      Words.set(
          "accidentally mistakenly inadvertently wrongly incorrectly erroneously unintentionally"
              + " blindly hastily");

  static final Set<String> UNDONE =
      Words.set(
          "check verify test pick answer answered follow read escalate validate bother review ask"
              + " tell inform communicate update think consider pay look react respond act raise"
              + " warn notice catch spot document double-check wait listen question consult confirm"
              + " coordinate checked verified tested followed told looked reviewed escalated"
              + " informed asked noticed validated updated warned documented thought bothered read"
              + " responded reacted questioned confirmed considered");

  static final Set<String> NOBODY = Words.set("nobody noone");

  static final Set<String> SEEN_BY_NOBODY =
      Words.set(
          "noticed checked looked tested reviewed thought bothered asked verified escalated"
              + " responded reacted acknowledged questioned spotted caught considered cared raised"
              + " read told");

  static final List<Phrase> SOMEHOW =
      Phrase.table(
          """
          by mistake|accident
          in error
          without even|first|properly? checking|testing|reviewing|reading|verifying|waiting|asking|telling|thinking|validating|confirming|looking|consulting|informing|notifying|following|understanding
          without DET review|approval|tests|testing|permission
          """);

  static final Phrase BECAUSE = Phrase.of("because|thanks of|to PERSON");

  static final Phrase DUE = Phrase.of("due to PERSON");

  static final Set<String> DONE_TO =
      Words.set(
          "caused ignored missed overlooked skipped forgotten broken triggered neglected bypassed"
              + " disregarded misconfigured misread");

  static final Set<String> MODAL = Words.set("can could may might will would should must cannot");

  private FailingWords() {}
}
