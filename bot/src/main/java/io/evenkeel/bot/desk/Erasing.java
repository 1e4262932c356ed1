package io.evenkeel.bot.desk;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.erasure.Erased;
import io.evenkeel.persistence.erasure.Erasure;
import io.evenkeel.persistence.people.People;
import java.util.List;

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
          List<Person> called = new People(tx).meant(typed);
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
}
