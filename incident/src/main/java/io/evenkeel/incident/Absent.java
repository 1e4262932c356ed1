package io.evenkeel.incident;

import java.util.List;

/** Who has got something to do and is not in the incident's channel yet. */
final class Absent {
  private Absent() {}

  /**
   * What follows from it, as a sentence with a space before it; nothing while everybody is there.
   * Whoever acts knows where they are.
   */
  static Prose of(Board board, Actor actor, List<Person> people) {
    List<Person> absent =
        people.stream()
            .distinct()
            .filter(person -> !board.present().contains(person.id()))
            .filter(person -> !HandoverRules.isActor(person, actor))
            .toList();
    if (absent.isEmpty()) {
      return Prose.of("");
    }
    boolean one = absent.size() == 1;
    return named(Prose.of(" "), absent)
        .text(one ? " has" : " have")
        .text(" not joined its channel yet: they are invited, and told by direct message. ")
        .text("Evenkeel rings nobody's phone, so if nobody comes, call ")
        .then(named(Prose.of(""), absent))
        .text(" yourself.");
  }

  private static Prose named(Prose words, List<Person> people) {
    Prose all = words;
    for (int i = 0; i < people.size(); i++) {
      all = i == 0 ? all : all.text(i == people.size() - 1 ? " and " : ", ");
      all = all.mention(people.get(i));
    }
    return all;
  }
}
