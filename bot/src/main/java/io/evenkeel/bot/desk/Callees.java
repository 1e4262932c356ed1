package io.evenkeel.bot.desk;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.paging.Escalations;
import io.evenkeel.paging.Whom;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.oncall.OnCall;
import io.evenkeel.persistence.oncall.OnDuty;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.UserGroups;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the people behind those who are to be paged. */
record Callees(Transaction tx, House house) {
  /**
   * @param why they are asked, as "they are asked as" goes on
   */
  record Found(Person person, String why) {}

  /** Nobody for a channel, and for what Slack or the rota do not know. */
  List<Found> of(Whom whom, Instant now) {
    return switch (whom) {
      case Whom.OnCall(String schedule, String layer) -> {
        List<OnDuty> duty = new OnCall(tx, house.oncall()).at(schedule, now).orElse(List.of());
        yield duty.stream()
            .filter(one -> layer == null || one.shift().layer().equalsIgnoreCase(layer))
            .limit(1)
            .flatMap(one -> {
              Person person = one.person();
              return person == null
                  ? Stream.empty()
                  : Stream.of(new Found(person, one.shift().layer() + " of " + schedule));
            })
            .toList();
      }
      case Whom.User(String name) ->
          user(name).stream().map(person -> new Found(person, "by name")).toList();
      case Whom.Group(String handle) ->
          new UserGroups(tx)
              .members(handle).stream().map(person -> new Found(person, "@" + handle)).toList();
      case Whom.Channel _ -> List.of();
    };
  }

  /** By user id, or by a name that only one of them has. */
  Optional<Person> user(String nameOrId) {
    var people = new People(tx);
    return people
        .byId(new PersonId(nameOrId))
        .or(() ->
            Optional.of(people.named(Escalations.bare(nameOrId)))
                .filter(found -> found.size() == 1)
                .map(List::getFirst));
  }
}
