package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.PlainProse;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A small workspace: alice speaks, it is Saturday 14:32 in UTC; two people are called Sam. */
final class World {
  static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  static final Person ALICE = person("U1", "alice");
  static final Person BOB = person("U2", "bob");
  static final Person CHARLIE = person("U3", "charlie");
  static final Person SAM_ONE = person("U4", "sam.one");
  static final Person SAM_TWO = person("U5", "sam.two");
  static final List<Person> ALL = List.of(ALICE, BOB, CHARLIE, SAM_ONE, SAM_TWO);

  static final Directory DIRECTORY =
      new Directory() {
        @Override
        public Optional<Person> byId(PersonId id) {
          return ALL.stream().filter(person -> person.id().equals(id)).findFirst();
        }

        @Override
        public List<Person> named(String name) {
          if (name.equalsIgnoreCase("Bob Builder")) {
            return List.of(BOB);
          }
          return ALL.stream()
              .filter(person ->
                  person.name().equalsIgnoreCase(name)
                      || person.name().split("\\.", -1)[0].equalsIgnoreCase(name))
              .toList();
        }

        @Override
        public List<Person> everybody() {
          return ALL;
        }

        @Override
        public Optional<ChannelId> channel(String name) {
          return name.equals("incidents") ? Optional.of(new ChannelId("C1")) : Optional.empty();
        }
      };

  private World() {}

  static Speaker alice() {
    return alice(NOW, "UTC");
  }

  static Speaker alice(Instant now, String zone) {
    return new Speaker(
        ALICE, now, ZoneId.of(zone), DIRECTORY, SeverityScale.STANDARD, Roles.STANDARD);
  }

  static Utterance say(String text) {
    return Grammar.parse(text, alice());
  }

  static Command.Declare declared(String text) {
    if (say(text) instanceof Utterance.Declaration(Command.Declare command)) {
      return command;
    }
    throw new AssertionError(text + " was no declaration: " + shown(say(text)));
  }

  static Utterance.Order order(String text) {
    if (say(text) instanceof Utterance.Order order) {
      return order;
    }
    throw new AssertionError(text + " was no order: " + shown(say(text)));
  }

  static Command.OnIncident ordered(String text) {
    return order(text).command();
  }

  static Answer misunderstood(String text) {
    if (say(text) instanceof Utterance.Misunderstood(Answer answer)) {
      return answer;
    }
    throw new AssertionError(text + " was understood: " + say(text));
  }

  static String words(String text) {
    return PlainProse.of(misunderstood(text).words());
  }

  static List<String> offered(String text) {
    return misunderstood(text).offers().stream().map(Offer::command).toList();
  }

  static String shown(Utterance utterance) {
    return utterance instanceof Utterance.Misunderstood(Answer answer)
        ? PlainProse.of(answer.words()) + " " + answer.offers()
        : utterance.toString();
  }

  private static Person person(String id, String name) {
    return new Person(new PersonId(id), name);
  }
}
