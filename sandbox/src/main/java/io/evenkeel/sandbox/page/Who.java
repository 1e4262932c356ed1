package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Person;
import java.util.Locale;

/**
 * A person as drawn: name and avatar.
 *
 * @param tone which of eight avatar colours
 */
record Who(String id, String handle, String name, String initials, int tone, boolean bot) {

  private static final int TONES = 8;

  static Who of(Person person, int place) {
    return new Who(
        person.id(),
        person.name(),
        person.realName(),
        initials(person.realName()),
        place % TONES,
        person.isBot());
  }

  /** Somebody whom the workspace does not know, such as Slack's own Slackbot. */
  static Who stranger(String id) {
    String name = id.equals("USLACKBOT") ? "Slackbot" : "Unknown";
    return new Who(id, name.toLowerCase(Locale.ROOT), name, initials(name), TONES - 1, false);
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
