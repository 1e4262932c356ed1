package io.evenkeel.blameless;

import java.util.List;
import java.util.Set;

/** Human error as a cause, under any of its names. To say that it is none is fine. */
final class HumanError implements Check {
  private static final List<Phrase> PHRASES =
      Phrase.table(
          """
          human|operator|pilot|administrator|admin|personnel|employee|manual error|mistake|failure|slip|oversight|negligence|cause
          user error
          human factor
          POSSESSOR ANY? mistake|mistakes|error|errors|oversight|slip|blunder|typo
          mistake|error|oversight|typo|slip|blunder|mistakes|errors made|caused|introduced? by|of|from|on DET side|part? of? PERSON
          fat-finger|fat-fingered|fat-fingering|fat-fingers
          fat finger|fingered|fingers
          """);

  private static final Set<String> NO_CAUSE =
      Words.set("budget budgets rate rates label labels message messages log logs page");
  private static final Set<String> NEVER = Words.set("not never no rarely");

  @Override
  public void in(Sentence in, Found found) {
    for (int at = 0; at < in.size(); at++) {
      for (Phrase phrase : PHRASES) {
        int end = phrase.match(in, at);
        if (end > 0 && !in.is(end, NO_CAUSE) && !denied(in, at, end)) {
          found.add(
              Rule.HUMAN_ERROR,
              at,
              end,
              "What made this an easy step to take, and how could the tool have stopped or undone"
                  + " it?");
        }
      }
    }
  }

  private static boolean denied(Sentence in, int at, int end) {
    return in.denied(at, 6) || in.is(end, NEVER) || in.is(end + 1, NEVER);
  }
}
