package io.evenkeel.grammar;

import java.util.List;
import java.util.Optional;

/**
 * The verb that a text begins with.
 *
 * @param rest what follows it, trimmed
 */
record LeadingVerb(Verb verb, String rest) {
  /** In one word or two: {@code war room}. */
  static Optional<LeadingVerb> of(String typed, List<Word> words) {
    if (words.isEmpty() || !words.getFirst().plain()) {
      return Optional.empty();
    }
    Word first = words.getFirst();
    String one = bare(first.raw());
    var verb = Verb.find(one);
    int end = first.end();
    if (verb.isEmpty() && words.size() > 1) {
      String two = words.get(1).raw();
      verb = Verb.find(one + "-" + two).or(() -> Verb.find(one + two));
      end = words.get(1).end();
    }
    String rest = CleanText.trimmed(typed.substring(end));
    return verb.map(found -> new LeadingVerb(found, rest));
  }

  /** A word without what people put around it. */
  static String bare(String word) {
    return word.replaceFirst("^[#@/]+", "").replaceFirst("[:,]+$", "");
  }
}
