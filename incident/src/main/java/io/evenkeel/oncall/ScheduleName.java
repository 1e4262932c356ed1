package io.evenkeel.oncall;

/**
 * What a schedule is called in commands, addresses and settings.
 *
 * @param value lower-case letters, digits, {@code -} and {@code _}; at most 60 characters
 */
public record ScheduleName(String value) implements Comparable<ScheduleName> {
  private static final String FORM = "[a-z0-9][a-z0-9_-]{0,59}";

  public ScheduleName {
    if (!isOne(value)) {
      throw new IllegalArgumentException("\"" + value + "\" is no name of a schedule");
    }
  }

  public static boolean isOne(String written) {
    return written.matches(FORM);
  }

  @Override
  public int compareTo(ScheduleName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
