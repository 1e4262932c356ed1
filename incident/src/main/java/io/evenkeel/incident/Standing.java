package io.evenkeel.incident;

import java.util.Optional;

/** Who acts, and whether they command. A person through a token is that person. */
final class Standing {
  private Standing() {}

  static Optional<Person> person(Actor actor) {
    return switch (actor) {
      case Actor.Human human -> Optional.of(human.person());
      case Actor.Via via -> Optional.of(via.person());
      case Actor.Evenkeel _ -> Optional.empty();
    };
  }

  /**
   * The person who does what only people do.
   *
   * @throws IllegalArgumentException for Evenkeel itself, which does no such thing
   */
  static Person doer(Actor actor) {
    return person(actor).orElseThrow(() -> new IllegalArgumentException("only a person does that"));
  }

  /**
   * The confirmed commander, when it is not the one who acts: their word counts first. Empty while
   * the commander is only acting, or nobody commands.
   */
  static Optional<Person> confirmedOther(Incident incident, Actor actor) {
    return incident
        .commander()
        .filter(holder -> !holder.acting())
        .map(Incident.Holder::person)
        .filter(holder -> person(actor).filter(p -> p.id().equals(holder.id())).isEmpty());
  }
}
