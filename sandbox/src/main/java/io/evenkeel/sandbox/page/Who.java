package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Person;
import java.util.Locale;

/**
 * A person as drawn: name and avatar.
 *
 * @param tone which of eight avatar colours
 * @param logo the app under test: its mark stands for initials
 */
record Who(
    String id, String handle, String name, String initials, int tone, boolean bot, boolean logo) {

  private static final int TONES = 8;

  static Who of(Person person, int place, String app) {
    return new Who(
        person.id(),
        person.name(),
        person.realName(),
        initials(person.realName()),
        place % TONES,
        person.isBot(),
        person.id().equals(app));
  }

  /** Somebody whom the workspace does not know. */
  static Who stranger(String id) {
    return new Who(id, "unknown", "Unknown", "?", TONES - 1, false, false);
  }

  private static String initials(String name) {
    StringBuilder letters = new StringBuilder();
    for (String word : name.split(" ")) {
      if (!word.isEmpty() && letters.length() < 2) {
        letters.appendCodePoint(word.codePointAt(0));
      }
    }
    return letters.toString().toUpperCase(Locale.ROOT);
  }
}
