package io.evenkeel.blameless;

import java.util.List;
import java.util.Set;

/** One cause for everything. "Root Cause" as a heading, or not yet known, passes. */
final class SingleCause implements Check {
  private static final List<Phrase> PHRASES =
      Phrase.table(
          """
          sole|only|single ADV root? cause|reason|culprit|explanation
          one and only cause|reason
          the|all one cause|reason
          came|comes|come|boils|boiled|boil ADV down to
          caused|due ADV solely|entirely|exclusively|purely|only by|to
          solely|entirely|exclusively|purely caused|due|because by|to|of
          nothing else contributed
          alone explains|explain|caused|cause
          """);

  private static final Set<String> UNSURE =
      Words.set(
          "no not any each every another possible likely suspected probable initial unknown unclear"
              + " yet open tbd never investigated rarely");

  private static final Set<String> IS = Words.set("is was are were turned appears seems lies :");

  static final String MORE = "What else had to be true for this to happen, or to last this long?";

  @Override
  public void in(Sentence in, Found found) {
    for (int at = 0; at < in.size(); at++) {
      for (Phrase phrase : PHRASES) {
        int end = phrase.match(in, at);
        if (end > 0 && !in.denied(at, 4)) {
          found.add(Rule.SINGLE_CAUSE, at, end, MORE);
        }
      }
      if (in.word(at).equals("root") && in.word(at + 1).equals("cause")) {
        root(in, at, found);
      }
    }
  }

  private static void root(Sentence in, int at, Found found) {
    for (int i = Math.max(0, at - 3); i < in.size(); i++) {
      boolean near = i < at + 14;
      if (near && in.is(i, UNSURE)) {
        return;
      }
    }
    for (int i = at + 2; i < at + 10 && i < in.size(); i++) {
      boolean toBe = in.word(i).equals("to") && in.word(i + 1).equals("be");
      boolean here = in.word(i).equals(":") ? i == at + 2 : in.is(i, IS) || toBe;
      if (here && i + 1 < in.size() && !in.edge(i + 1)) {
        found.add(Rule.SINGLE_CAUSE, at, i + 1, MORE);
        return;
      }
      if (in.edge(i) || in.is(i, Words.CLAUSE)) {
        return;
      }
    }
  }
}
