package io.evenkeel.bot.spec;

/**
 * Something about an objective's file that somebody should know.
 *
 * @param place the file, and the way to the key within it
 * @param wrong what is wrong, in a few words
 * @param mend what to do about it
 */
public record SpecFinding(String place, Level level, String wrong, String mend) {

  /** How bad it is. */
  public enum Level {
    /** The objective is not read. */
    ERROR,
    /** It is read, and tells something else than its author may think. */
    WARNING,
    /** It is as it should be, and this follows from it. */
    NOTE
  }

  /** {@code slos/api.yaml, window: warning: is missing, so it is 30 days. Write window: 30d.} */
  @Override
  public String toString() {
    return "%s: %s: %s. %s."
        .formatted(place, level.name().toLowerCase(java.util.Locale.ROOT), wrong, mend);
  }
}
