package io.evenkeel.bot.doctor;

/**
 * What one look showed.
 *
 * @param about what was looked at, in one or two words
 * @param said what is so
 * @param mend what to do; empty where nothing is to be done
 */
public record Finding(Level level, String about, String said, String mend) {

  /** How it stands. */
  public enum Level {
    OK,
    /** It works, and may fail one day. */
    WARN,
    /** The bot cannot do its work like this. */
    FAIL
  }

  static Finding ok(String about, String said) {
    return new Finding(Level.OK, about, said, "");
  }

  static Finding warn(String about, String said, String mend) {
    return new Finding(Level.WARN, about, said, mend);
  }

  static Finding fail(String about, String said, String mend) {
    return new Finding(Level.FAIL, about, said, mend);
  }
}
