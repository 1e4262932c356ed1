package io.evenkeel.grammar;

import io.evenkeel.incident.Person;
import java.util.List;
import java.util.Locale;

/** Finds the people who are meant. */
final class People {
  private People() {}

  /** Everybody whom a token or a name may mean: {@code <@U1|alice>}, {@code @alice}, {@code me}. */
  static List<Person> find(String typed, Speaker speaker) {
    var mentioned = SlackToken.person(typed, speaker.directory());
    if (mentioned.isPresent()) {
      return List.of(mentioned.get());
    }
    String name = bare(typed);
    if (name.isEmpty()) {
      return List.of();
    }
    if (me(name)) {
      return List.of(speaker.person());
    }
    return speaker.directory().named(name);
  }

  /** Those whose name is nearly that, nearest first, at most three. */
  static List<Person> near(String typed, Speaker speaker) {
    var everybody = speaker.directory().everybody();
    var names = Nearest.of(bare(typed), everybody.stream().map(Person::name).toList());
    return names.stream()
        .flatMap(name -> everybody.stream().filter(person -> person.name().equals(name)))
        .distinct()
        .limit(3)
        .toList();
  }

  static boolean me(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "me", "myself", "i" -> true;
      default -> false;
    };
  }

  static String bare(String typed) {
    String name = CleanText.trimmed(typed);
    return name.startsWith("@") ? name.substring(1) : name;
  }

  /** As Slack writes a mention, so that a button means exactly this person. */
  static String token(Person person) {
    return "<@" + person.id() + ">";
  }
}
