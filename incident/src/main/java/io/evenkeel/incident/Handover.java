package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A role that is to pass from one person to another, once the one who is asked says yes. Until then
 * the old holder holds it.
 *
 * @param number counted from 1 within the incident
 * @param from who held the role when it was asked
 * @param askedBy who began it: the holder, the one who is to hold it, or somebody else
 * @param lapsesAt UTC; an answer must come before
 * @param ended null while the answer is waited for
 */
public record Handover(
    int number,
    Role role,
    Person from,
    Person to,
    Person askedBy,
    Instant askedAt,
    Instant lapsesAt,
    @Nullable Ended ended)
    implements Kept {

  /** After this nobody waits for an answer any more. */
  public static final Duration LAPSES_AFTER = Duration.ofMinutes(10);

  /** How it ended. Stored as its word: never renamed. */
  public enum How {
    ACCEPTED,
    /** By the one who was asked. */
    DECLINED,
    /** By somebody else whom it concerns. */
    WITHDRAWN,
    LAPSED,
    /** The role changed hands, or the offer was made to somebody else. */
    OVERTAKEN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param by null when the time did it
   */
  public record Ended(How how, @Nullable Person by, Instant at) {}

  public boolean open() {
    return ended == null;
  }

  public boolean lapsed(Instant now) {
    return open() && !lapsesAt.isAfter(now);
  }

  /** Whose word is waited for: nobody says yes twice. */
  public Person awaited() {
    return askedBy.id().equals(to.id()) ? from : to;
  }

  /** Everybody whom it concerns, once each. */
  public List<Person> people() {
    var people = new ArrayList<Person>();
    for (Person person : List.of(from, to, askedBy)) {
      if (people.stream().noneMatch(other -> other.id().equals(person.id()))) {
        people.add(person);
      }
    }
    return List.copyOf(people);
  }

  Handover ended(How how, @Nullable Person by, Instant at) {
    return new Handover(number, role, from, to, askedBy, askedAt, lapsesAt, new Ended(how, by, at));
  }
}
