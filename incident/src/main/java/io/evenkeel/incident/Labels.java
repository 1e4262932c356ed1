package io.evenkeel.incident;

/** Words on buttons, within Slack's limit for them (75 characters). */
public final class Labels {
  private static final int LONGEST = 75;

  private Labels() {}

  /** Cut between characters, never within one. */
  public static String fit(String words) {
    if (words.length() <= LONGEST) {
      return words;
    }
    int end = LONGEST - 1;
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
