package io.evenkeel.incident;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who approves what is said to readers outside the response. Rule 1: the communications lead or the
 * commander. Rule 2: while nobody holds communications and nobody commands, or the commander is
 * only acting, one's own preview suffices, and that is recorded.
 *
 * @param as as what the person may approve, to be recorded; null when they may not
 * @param asked who is asked instead; null when the person may approve
 * @param role as what that one is asked; null when the person may approve
 */
public record Approval(@Nullable String as, @Nullable Person asked, @Nullable Role role) {

  /** What that person may do about statements of this incident. */
  public static Approval of(Incident incident, PersonId person) {
    Optional<Incident.Holder> comms = incident.holder(Role.COMMUNICATIONS_LEAD);
    Optional<Incident.Holder> commander = incident.commander();
    if (comms.filter(held -> held.person().id().equals(person)).isPresent()) {
      return own(Role.COMMUNICATIONS_LEAD.words());
    }
    if (commander.filter(held -> held.person().id().equals(person)).isPresent()) {
      return own((commander.get().acting() ? "acting " : "") + Role.INCIDENT_COMMANDER.words());
    }
    if (comms.isPresent()) {
      return new Approval(null, comms.get().person(), Role.COMMUNICATIONS_LEAD);
    }
    Optional<Person> confirmed =
        commander.filter(held -> !held.acting()).map(Incident.Holder::person);
    return confirmed
        .map(asked -> new Approval(null, asked, Role.INCIDENT_COMMANDER))
        .orElseGet(() -> own("nobody held communications and nobody was confirmed in command"));
  }

  private static Approval own(String as) {
    return new Approval(as, null, null);
  }

  public boolean given() {
    return as != null;
  }
}
