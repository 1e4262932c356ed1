package io.evenkeel.persistence.incident;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;

/**
 * An actor in two columns: {@code U123}, {@code token:NAME:U123} or {@code evenkeel}, and the user
 * name at the time.
 */
public record ActorText(String actor, String name) {
  private static final String BOT = "evenkeel";
  private static final String TOKEN = "token:";

  public static ActorText of(Actor actor) {
    return switch (actor) {
      case Actor.Human(Person person) -> new ActorText(person.id().value(), person.name());
      case Actor.Via(String token, Person person) ->
          new ActorText(TOKEN + token + ":" + person.id().value(), person.name());
      case Actor.Evenkeel _ -> new ActorText(BOT, BOT);
    };
  }

  public Actor read() {
    if (actor.equals(BOT)) {
      return new Actor.Evenkeel();
    }
    if (!actor.startsWith(TOKEN)) {
      return new Actor.Human(new Person(new PersonId(actor), name));
    }
    // A user id holds no colon, a token's name may.
    int colon = actor.lastIndexOf(':');
    return new Actor.Via(
        actor.substring(TOKEN.length(), colon),
        new Person(new PersonId(actor.substring(colon + 1)), name));
  }
}
