package io.evenkeel.bot.desk;

import io.evenkeel.alert.Signal;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Evidence;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.AlertGroups;
import io.evenkeel.persistence.alert.HeardAlert;
import io.evenkeel.persistence.alert.Tellings;
import io.evenkeel.persistence.alert.Told;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has an incident's timeline tell of its alerts: so many in each minute one by one, the others in
 * one line once the minute is over. Every one of them is kept as an alert all the same.
 */
final class Testimony {
  /** One by one in each minute: what somebody can still read. */
  static final int MOST = 10;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Transaction tx;
  private final Incidents incidents;
  private final Instant now;

  Testimony(Transaction tx, Incidents incidents, Instant now) {
    this.tx = tx;
    this.incidents = incidents;
    this.now = now;
  }

  /**
   * @param number where it goes on when it was merged
   * @param some that the incident does not know yet, or not that they are over
   * @param more others follow at once
   */
  void tell(IncidentNumber number, List<HeardAlert> some, boolean more) {
    IncidentNumber there = Following.on(incidents, number).map(Incident::number).orElse(number);
    Incident incident = incidents.lock(there).orElseThrow();
    tell(incident, some, more, new Actor.Evenkeel());
  }

  /**
   * Somebody has said that a group belongs to an incident, which is locked.
   *
   * @param what the group, as people name it
   */
  void attached(
      IncidentNumber number,
      List<HeardAlert> some,
      String what,
      AlertGroup.State state,
      Actor actor) {
    if (state == AlertGroup.State.ATTACHED) {
      Incident incident = incidents.lock(number).orElseThrow();
      Decision note =
          incident.decide(new Command.Note("Attached alerts: " + what, null), actor, now);
      Recording.record(tx, incidents, incident, note, actor, now);
    }
    tell(incidents.lock(number).orElseThrow(), some, false, new Actor.Evenkeel());
  }

  /** What waits to be summed up is, where its minute is over. */
  boolean sumUp(IncidentNumber number) {
    Optional<Incident> incident = incidents.lock(number);
    Optional<Told> told = new Tellings(tx).of(number).filter(this::due);
    if (incident.isEmpty() || told.isEmpty()) {
      return false;
    }
    tell(incident.get(), List.of(), true, new Actor.Evenkeel());
    return true;
  }

  private boolean due(Told told) {
    Instant until = told.until();
    return until != null && !until.isAfter(now);
  }

  private void tell(Incident incident, List<HeardAlert> some, boolean more, Actor actor) {
    Told before =
        new Tellings(tx)
            .of(incident.number())
            .orElse(new Told(Instant.EPOCH, 0, 0, 0, null, null, false));
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    int told = before.minute().equals(minute) ? before.told() : 0;
    List<Evidence.Told> items = items(some);
    List<Evidence.Told> single = items.subList(0, Math.clamp((long) MOST - told, 0, items.size()));
    List<Evidence.Told> rest = items.subList(single.size(), items.size());
    boolean due = due(before);
    boolean asked = before.asked() && items.stream().allMatch(Evidence.Told::over);
    boolean ask = !asked && !more && incident.open() && nothingFires(incident);
    var evidence =
        new Evidence(
            single,
            due ? before.fired() : 0,
            due ? before.resolved() : 0,
            first(some),
            before.detected(),
            ask);
    Instant detected = record(incident, evidence, actor);
    int resolved = (int) rest.stream().filter(Evidence.Told::over).count();
    int heldFired = (due ? 0 : before.fired()) + rest.size() - resolved;
    int heldResolved = (due ? 0 : before.resolved()) + resolved;
    Instant until = due || before.until() == null ? minute.plus(MINUTE) : before.until();
    new Tellings(tx)
        .keep(
            incident.number(),
            new Told(
                minute,
                told + single.size(),
                heldFired,
                heldResolved,
                heldFired + heldResolved == 0 ? null : until,
                detected,
                asked || ask));
  }

  /** Returns what <em>detected</em> is because of alerts from now on. */
  private @Nullable Instant record(Incident incident, Evidence evidence, Actor actor) {
    Decision.Accepted decision = incident.decide(evidence, actor, now);
    if (decision.entries().isEmpty()) {
      new Effects(tx).enqueue(incident.number(), List.of(new Effect.RefreshCard()), now);
      return evidence.ours();
    }
    Recording.record(tx, incidents, incident, decision, actor, now);
    Optional<Instant> before = incident.milestones().at(Milestone.DETECTED);
    Optional<Instant> after = decision.next().milestones().at(Milestone.DETECTED);
    return after.equals(before) ? evidence.ours() : after.orElse(null);
  }

  private boolean nothingFires(Incident incident) {
    return new AlertGroups(tx).tally(incident.number()).firing() == 0;
  }

  private static @Nullable Instant first(List<HeardAlert> some) {
    return some.stream()
        .filter(HeardAlert::fresh)
        .map(HeardAlert::counts)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /**
   * An alert of which nobody knows yet that it fired has fired, whether or not it is over by now.
   */
  private static List<Evidence.Told> items(List<HeardAlert> some) {
    var items = new ArrayList<Evidence.Told>();
    for (HeardAlert alert : some) {
      Signal signal = alert.signal();
      if (alert.fresh()) {
        items.add(told(alert, false, signal.startsAt()));
      }
      if (alert.over()) {
        Instant ended = signal.endsAt();
        items.add(told(alert, true, ended == null ? signal.startsAt() : ended));
      }
    }
    items.sort(Comparator.comparing(Evidence.Told::at));
    return items;
  }

  private static Evidence.Told told(HeardAlert alert, boolean over, Instant at) {
    Signal signal = alert.signal();
    return new Evidence.Told(
        over, signal.name(), signal.summary(), at, alert.quietUntil(), signal.link());
  }
}
