package io.evenkeel.oncall;

import java.util.Locale;

/**
 * Somebody as a schedule names them: a Slack user name, compared without regard to case.
 *
 * @param name lower case, without {@code @}, not blank
 */
public record Participant(String name) {
  public Participant {
    name = bare(name);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A participant has a name");
    }
  }

  /** What is left of a name as people write it. */
  static String bare(String written) {
    String name = written.strip();
    return (name.startsWith("@") ? name.substring(1).strip() : name).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
