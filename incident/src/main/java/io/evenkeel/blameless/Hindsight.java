package io.evenkeel.blameless;

import java.util.List;
import java.util.Set;

/** What was plain only afterwards. */
final class Hindsight implements Check {
  private static final List<Phrase> PHRASES =
      Phrase.table(
          """
          obviously
          of course
          needless to say
          in|with|of hindsight
          in retrospect
          looking back
          predictably
          unsurprisingly
          self-evident
          common sense
          inevitable
          inevitably
          plain to see
          writing on the wall
          signs were all|already? all|already? there
          matter of time
          bound to happen
          expected by everyone|everybody|anyone
          anyone|everyone|anybody could|can have? predicted|predict|see|seen|foreseen
          risk|risks|problem|danger|issue|weakness was|were well known
          could have been predicted|foreseen
          surely
          preventable|avoidable outage|incident|error|mistake|failure
          """);

  private static final Set<String> COURSES = Words.set("action events study");
  private static final Set<String> SHOWED =
      Words.set(
          "showed shows showing indicated stated said says warned pointed wrong visible"
              + " insufficient");

  private static final Set<String> WAS =
      Words.set("was were is been became made make makes be so all painfully");

  static final String THEN =
      "What did it look like at the time, and what would have made it stand out then?";

  @Override
  public void in(Sentence in, Found found) {
    for (int at = 0; at < in.size(); at++) {
      for (Phrase phrase : PHRASES) {
        int end = phrase.match(in, at);
        if (end > 0 && !in.is(end, COURSES) && !in.denied(at, 3)) {
          found.add(Rule.HINDSIGHT, at, end, THEN);
        }
      }
      opening(in, at, found);
      obvious(in, at, found);
    }
  }

  private static void opening(Sentence in, int at, Found found) {
    boolean first = in.edge(at - 1) && in.word(at + 1).equals(",");
    boolean clearly = in.word(at).equals("clearly");
    if ((first && (clearly || in.word(at).equals("naturally")))
        || (clearly
            && in.is(at + 1, SHOWED)
            && !in.denied(at, 2)
            && !in.is(at - 1, Words.set("be are is")))) {
      found.add(Rule.HINDSIGHT, at, at + 1, THEN);
    }
  }

  private static void obvious(Sentence in, int at, Found found) {
    if (!in.word(at).equals("obvious") || in.denied(at, 4)) {
      return;
    }
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (in.is(i, WAS)) {
        found.add(Rule.HINDSIGHT, i, at + 1, THEN);
        return;
      }
    }
  }
}
