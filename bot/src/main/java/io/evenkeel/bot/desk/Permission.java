package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.people.UserGroups;
import io.evenkeel.policy.Allowed;
import io.evenkeel.policy.Asking;
import io.evenkeel.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks up what the policy asks of whoever wants to do something; no query without need. */
final class Permission {
  private Permission() {}

  /**
   * Why not, and who may; empty when they may.
   *
   * @param here it was said in the incident's channel
   */
  static Optional<Answer> refused(
      Transaction tx,
      Policy policy,
      Verb verb,
      Incident incident,
      Person person,
      boolean here,
      Instant now) {
    return new Asking(
            verb,
            incident,
            person,
            asking -> here || new Incidents(tx).concerns(incident.number(), asking.id()),
            handle -> new UserGroups(tx).contains(handle, person.id()),
            holder -> silent(tx, policy, incident, holder, now),
            now)
        .refused(policy);
  }

  /** Who begins an incident is in no channel and holds no role yet. */
  static Optional<Answer> refusedToDeclare(Transaction tx, Policy policy, Person person) {
    List<String> groups =
        policy.of(Verb.DECLARE).stream()
            .filter(Allowed.Group.class::isInstance)
            .map(allowed -> ((Allowed.Group) allowed).handle())
            .toList();
    boolean may =
        groups.isEmpty()
            || groups.stream().anyMatch(handle -> new UserGroups(tx).contains(handle, person.id()));
    return may
        ? Optional.empty()
        : Optional.of(
            Answer.unchanged(
                Prose.of("Nothing was declared: ")
                    .code("/incident declare")
                    .text(" is for the group ")
                    .text(groups.stream().map(name -> "@" + name).collect(Collectors.joining(", ")))
                    .text(". Tell one of them what is wrong.")));
  }

  private static boolean silent(
      Transaction tx, Policy policy, Incident incident, Incident.Holder commander, Instant now) {
    Instant since = now.minus(policy.silence());
    return commander.since().isBefore(since)
        && !new Timeline(tx).spokeSince(incident.number(), commander.person().id(), since);
  }
}
