package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is doing right now, so that nobody does it twice.
 *
 * @param number counted from 1 within the incident
 * @param text as it was typed: "restart primary"
 * @param ended null while it goes on
 */
public record Claim(int number, Person person, String text, Instant since, @Nullable Settled ended)
    implements Kept {

  public boolean open() {
    return ended == null;
  }

  /** Whether it is that person who does it. */
  boolean by(Person who) {
    return person.id().equals(who.id());
  }

  Claim settled(Person by, Instant at) {
    return new Claim(number, person, text, since, new Settled(by, at));
  }
}
