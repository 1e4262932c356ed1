package io.evenkeel.chaos.check;

import java.util.Locale;

/**
 * One promise that was broken, in words that name the thing.
 *
 * @param what by what it counts in the report
 */
public record Finding(What what, String words) {

  /** What a finding counts as. */
  public enum What {
    /** Acknowledged and not there: a command, an entry of the timeline, or something in Slack. */
    LOST,
    /** There more often than once. */
    DUPLICATED,
    /** Seen before something that came first. */
    DISORDERED,
    /** The hash chain of a timeline or of the audit does not verify. */
    CHAIN,
    /** Neither done, parked nor superseded. */
    UNFINISHED,
    /** People were told something that is not so. */
    UNTRUE
  }

  static Finding lost(String words) {
    return new Finding(What.LOST, words);
  }

  static Finding duplicated(String words) {
    return new Finding(What.DUPLICATED, words);
  }

  static Finding untrue(String words) {
    return new Finding(What.UNTRUE, words);
  }

  @Override
  public String toString() {
    return what.name().toLowerCase(Locale.ROOT) + ": " + words;
  }
}
