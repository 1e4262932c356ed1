package io.evenkeel.persistence.incident;

/** What the check of a timeline's hash chain found. */
public sealed interface Verdict {

  /** Every entry is as it was recorded, and none is missing. */
  record Sound(Head head) implements Verdict {}

  /**
   * Somebody changed the timeline past the bot.
   *
   * @param seq the first entry that is wrong or missing; it and all after it cannot be trusted
   * @param why in words, such as "the text was changed"
   */
  record Broken(int seq, String why) implements Verdict {}
}
