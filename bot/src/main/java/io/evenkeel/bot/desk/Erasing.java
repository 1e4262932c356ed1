package io.evenkeel.bot.desk;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.erasure.Erased;
import io.evenkeel.persistence.erasure.Erasure;
import io.evenkeel.persistence.people.People;
import java.util.List;
import java.util.Optional;

/** Takes somebody's words away, as the owner of the tables: the bot itself may not. */
public final class Erasing {
  private final DatabaseSettings owner;

  public Erasing(DatabaseSettings owner) {
    this.owner = owner;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * @param whose a person's name and id, or an entry
     * @param entries of timelines
     * @param beside other texts of theirs
     * @param edited incidents whose postmortem people have edited: it may quote them
     */
    record Done(
        String whose,
        int entries,
        int beside,
        List<IncidentNumber> incidents,
        List<IncidentNumber> edited)
        implements Outcome {}

    /**
     * @param known those of that name; empty for nobody
     */
    record Who(List<Person> known) implements Outcome {}
  }

  /**
   * @param typed a Slack user id or name, with or without {@code @}
   * @param really false only counts
   * @param by who does it, for the audit
   * @throws io.evenkeel.persistence.Unavailable nothing was changed
   */
  public Outcome person(String typed, boolean really, String by, String why) {
    return Database.asOwner(
        owner,
        tx -> {
          List<Person> called = called(tx, typed.strip().replaceFirst("^@", ""));
          if (called.size() != 1) {
            return new Outcome.Who(called);
          }
          Person person = called.getFirst();
          return done(
              person.name() + " (" + person.id() + ")",
              new Erasure(tx).of(person.id(), really, by, why));
        });
  }

  /** The same for one entry, whoever said it. */
  public Outcome entry(IncidentNumber incident, int seq, boolean really, String by, String why) {
    return Database.asOwner(
        owner,
        tx -> done(incident + " entry " + seq, new Erasure(tx).of(incident, seq, really, by, why)));
  }

  private static Outcome.Done done(String whose, Erased erased) {
    return new Outcome.Done(
        whose, erased.entries(), erased.beside(), erased.incidents(), erased.edited());
  }

  private static List<Person> called(Transaction tx, String name) {
    var people = new People(tx);
    Optional<Person> known = people.byId(new PersonId(name.isEmpty() ? "-" : name));
    if (known.isPresent()) {
      return List.of(known.get());
    }
    List<Person> named = people.named(name);
    var exactly = named.stream().filter(one -> one.name().equalsIgnoreCase(name)).toList();
    return exactly.size() == 1 ? exactly : named;
  }
}
