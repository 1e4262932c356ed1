package io.evenkeel.drill;

/** What can be said of a hypothesis once its drill is over. */
public enum Verdict {
  HELD("The hypothesis held"),
  DID_NOT_HOLD("The hypothesis did not hold"),
  CANNOT_BE_SAID("Whether the hypothesis held cannot be said");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
