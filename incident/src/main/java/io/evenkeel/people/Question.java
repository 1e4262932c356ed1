package io.evenkeel.people;

/**
 * A word that is left as it stands, for only a person can tell whether it is meant as a name.
 *
 * @param word as it is written: "Will"
 * @param name whose name it may be
 * @param line of the first place, from 1
 * @param times how often it stands in the text
 */
public record Question(String word, String name, int line, int times) {
  /** To be put to whoever publishes the text. */
  public String words() {
    return "Line %d: is \"%s\" the name of %s%s? If so, write the role instead."
        .formatted(line, word, name, times == 1 ? "" : " (" + times + " places)");
  }
}
