package io.evenkeel.persistence.oncall;

import io.evenkeel.incident.Person;
import io.evenkeel.oncall.Participant;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.StandIn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stands in for a while, as people have said.
 *
 * @param number as people type it
 * @param from UTC at microseconds
 * @param until the first instant after it
 * @param swap the swap that it comes from; null for none
 */
public record StandingIn(
    int number,
    ScheduleName schedule,
    String layer,
    Person who,
    Instant from,
    Instant until,
    Person givenBy,
    @Nullable Integer swap) {

  StandIn standIn() {
    return new StandIn(layer, new Participant(who.name()), from, until);
  }
}
