package io.evenkeel.reminder;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision to remind rests on. Times are UTC at microseconds.
 *
 * @param present who is in its channel
 * @param turned when its severity last changed or it was reopened; null for never
 * @param statusSince when its status last changed; null for never
 * @param lastWord when a person last said something
 * @param released when a role was last given up, of those that were
 * @param zone of whoever is to write the postmortem
 * @param acted the step of each kind that was acted on last
 * @param quiet whose quiet hours are known
 * @param planned when it was meant to be looked at; null when nobody has planned that yet
 */
public record Facts(
    Incident incident,
    Set<PersonId> present,
    @Nullable Instant turned,
    @Nullable Instant statusSince,
    Instant lastWord,
    Map<Role, Instant> released,
    Postmortem postmortem,
    ZoneId zone,
    Map<ReminderKind, Instant> acted,
    List<Snoozed> snoozed,
    Map<PersonId, Quiet> quiet,
    @Nullable Instant planned) {
  public Facts {
    present = Set.copyOf(present);
    released = Map.copyOf(released);
    acted = Map.copyOf(acted);
    snoozed = List.copyOf(snoozed);
    quiet = Map.copyOf(quiet);
  }

  /** One person does everything: nobody else is there to take a role. */
  boolean lone() {
    var people = new HashSet<>(present);
    incident.roles().values().forEach(holder -> people.add(holder.person().id()));
    incident.responsible().map(Person::id).ifPresent(people::add);
    return people.size() == 1;
  }

  Optional<Person> comms() {
    return incident.holder(Role.COMMUNICATIONS_LEAD).map(Incident.Holder::person);
  }

  /** When it began to matter as it stands. */
  Instant began() {
    Instant declared = incident.milestones().at(Milestone.DECLARED).orElse(lastWord);
    return later(declared, turned);
  }

  static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }
}
