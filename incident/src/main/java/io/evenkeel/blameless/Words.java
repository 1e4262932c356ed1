package io.evenkeel.blameless;

import java.util.Arrays;
import java.util.Set;

/** The words of the language that tell where a group of words ends. */
final class Words {
  static final Set<String> DETERMINERS =
      set(
          "the a an this that these those my our your his her its their some any no each every"
              + " another both which whose all most many several few two three four five 's");

  static final Set<String> PREPOSITIONS =
      set(
          "of on in from at for with to by behind after before during under over about within"
              + " across between without into through until since against per despite near upon"
              + " around towards via");

  static final Set<String> CONJUNCTIONS = set("and but or then yet nor & so");

  static final Set<String> CLAUSE =
      set(
          "because when while since as although though whereas if unless that which where so until"
              + " once whether why how what who than");

  static final Set<String> AUXILIARIES =
      set(
          "did do does has have had was were is are am be been being will would can could should"
              + " may might must ought shall not never cannot need needs needed");

  static final Set<String> ADVERBS =
      set(
          "also even again still just only ever already soon simply then at-least once twice either"
              + " too very quite rather always often sometimes perhaps maybe almost instead really"
              + " indeed thus here there now much so more most certainly sooner earlier well far");

  static final Set<String> PRONOUNS = set("i we you he she me us him her them");

  /** Words such as "family" end like adverbs and are none. */
  private static final Set<String> NO_ADVERBS =
      set(
          "family assembly anomaly july supply reply apply rely early friendly weekly daily"
              + " nightly");

  private Words() {}

  static Set<String> set(String words) {
    return Set.copyOf(Arrays.asList(words.split(" ")));
  }

  static boolean adverb(String word) {
    return ADVERBS.contains(word)
        || (word.length() > 4 && word.endsWith("ly") && !NO_ADVERBS.contains(word));
  }

  /** Whether a group of words around a noun cannot go on over this word. */
  static boolean stops(Token token) {
    String word = token.word();
    return token.sign()
        || PREPOSITIONS.contains(word)
        || CONJUNCTIONS.contains(word)
        || CLAUSE.contains(word)
        || AUXILIARIES.contains(word)
        || PRONOUNS.contains(word)
        || word.equals("they")
        || word.equals("it")
        || adverb(word);
  }
}
