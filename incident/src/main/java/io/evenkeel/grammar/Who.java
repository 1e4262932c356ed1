package io.evenkeel.grammar;

import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one person whom some words name, or the fault that says why it is not one. */
final class Who {
  private Who() {}

  /**
   * @param nothing how the fault begins: "Nothing was changed"
   * @param one why it cannot be a group: "a role is held by one person, not by a group."
   */
  static @Nullable Person find(Said said, Span who, String nothing, String one) {
    String raw = who.words().size() == 1 ? who.first().raw() : said.text(who);
    if (SlackToken.group(raw)) {
      said.fail(Prose.of(nothing + ": " + one));
      return null;
    }
    String typed = who.first().quoted() ? said.text(who) : raw;
    var people = People.find(typed, said.speaker());
    if (people.size() == 1) {
      return people.getFirst();
    }
    String shown = Faults.echo(People.bare(said.text(who)));
    if (people.isEmpty()) {
      var near = People.near(said.text(who), said.speaker());
      Prose words = Prose.of(nothing + ": I do not know anybody called “" + shown + "”.");
      said.fail(
          near.isEmpty()
              ? words.text(" Type @ and pick the person from Slack's list.")
              : words.text(" Did you mean one of these?"),
          choices(said, who, near));
    } else {
      said.fail(
          Prose.of(nothing + " yet: there are " + people.size() + " people called “")
              .text(shown + "”. Which one? A mention with @ from Slack's list says it exactly."),
          choices(said, who, people.stream().limit(5).toList()));
    }
    return null;
  }

  private static Offer[] choices(Said said, Span who, List<Person> people) {
    boolean alike = people.stream().map(Person::name).distinct().count() < people.size();
    return people.stream()
        .map(person ->
            Offer.plain(
                Faults.label("@" + person.name() + (alike ? " (" + person.id() + ")" : "")),
                said.with(who, People.token(person))))
        .toArray(Offer[]::new);
  }
}
