package io.evenkeel.bot.desk;

import io.evenkeel.alert.Route;
import io.evenkeel.alert.Routed;
import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.AlertGroups;
import io.evenkeel.persistence.alert.Alerts;
import io.evenkeel.persistence.alert.HeardAlert;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has follow what is to follow from alerts that were taken, group by group: the group is locked,
 * then its alerts, then incidents, then streams.
 */
final class Attending {
  /** So many alerts at once: nobody who works on the incident waits longer than for these. */
  private static final int BATCH = 500;

  /** A card that nobody has answered takes what fires again for so long. */
  private static final Duration UNANSWERED = Duration.ofHours(24);

  private final Transaction tx;
  private final House house;
  private final Instant now;
  private final Alerts alerts;
  private final AlertGroups groups;
  private final Incidents incidents;
  private final Hushing hushing;

  Attending(Transaction tx, House house, Instant now) {
    this.tx = tx;
    this.house = house;
    this.now = now;
    alerts = new Alerts(tx);
    groups = new AlertGroups(tx);
    incidents = new Incidents(tx);
    hushing = new Hushing(tx, now);
  }

  /** Returns whether more waits. */
  boolean attend(String key) {
    groups.lock(key);
    List<HeardAlert> batch = alerts.waiting(key, BATCH);
    if (batch.isEmpty()) {
      return false;
    }
    boolean more = batch.size() == BATCH;
    Map<Integer, List<HeardAlert>> known =
        batch.stream()
            .filter(alert -> alert.group() != null)
            .collect(Collectors.groupingBy(HeardAlert::group, TreeMap::new, Collectors.toList()));
    List<HeardAlert> fresh =
        batch.stream().filter(alert -> alert.group() == null && alert.fresh()).toList();
    List<HeardAlert> unheard =
        batch.stream().filter(alert -> alert.group() == null && !alert.fresh()).toList();
    if (!unheard.isEmpty()) {
      // They were over while they were quiet.
      alerts.taken(unheard, null);
    }
    Optional<AlertGroup> current =
        fresh.isEmpty() ? Optional.empty() : groups.newest(key).filter(this::takesMore);
    if (current.isPresent()) {
      known.merge(
          current.get().number(),
          fresh,
          (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
    known.forEach((number, some) -> heard(groups.find(number).orElseThrow(), some, more));
    if (!fresh.isEmpty() && current.isEmpty()) {
      begin(key, fresh, more);
    }
    return more;
  }

  /** The same, and what is quiet and need not be any more is attended to with them. */
  boolean look(String key) {
    groups.lock(key);
    hushing.wake(key, BATCH);
    return attend(key);
  }

  /** Whether what fires now belongs to a group that is there. */
  private boolean takesMore(AlertGroup group) {
    IncidentNumber incident = group.incident();
    return switch (group.state()) {
      case PROPOSED -> group.lastAt().isAfter(now.minus(UNANSWERED));
      case DISMISSED -> groups.tally(group.number()).firing() > 0;
      case DECLARED, ATTACHED -> {
        Optional<Incident> there =
            incident == null ? Optional.empty() : Following.on(incidents, incident);
        boolean none =
            there.filter(one -> one.status() == Status.CANCELLED).isPresent()
                && groups.tally(group.number()).firing() > 0;
        yield there.filter(Incident::open).isPresent() || none;
      }
    };
  }

  private void heard(AlertGroup group, List<HeardAlert> some, boolean more) {
    alerts.taken(some, group.number());
    groups.heard(group.number(), now);
    IncidentNumber incident = group.incident();
    switch (group.state()) {
      case PROPOSED ->
          new Effects(tx).card(group.number(), new Effect.RefreshAlerts(group.number()), now);
      case DECLARED, ATTACHED -> {
        if (incident != null) {
          new Testimony(tx, incidents, now).tell(incident, some, more);
        }
      }
      case DISMISSED -> {
        // Kept, and nobody hears of them.
      }
    }
  }

  /** Nobody has heard of any of these. What was over before it was heard of begins nothing. */
  private void begin(String key, List<HeardAlert> fresh, boolean more) {
    Optional<HeardAlert> first = fresh.stream().filter(alert -> !alert.over()).findFirst();
    if (first.isEmpty()) {
      alerts.taken(fresh, null);
      return;
    }
    HeardAlert lead = first.get();
    Routed routed = routed(lead);
    String service = routed.service();
    AlertGroup proposed = group(key, lead, routed, worst(fresh));
    Optional<Incident> open =
        routed.what() == Route.What.ATTACH ? openOn(service) : Optional.empty();
    if (open.isPresent()) {
      AlertGroup group = groups.begin(proposed);
      IncidentNumber number = open.get().number();
      groups.decide(group.number(), AlertGroup.State.ATTACHED, number, null, null, now);
      heard(groups.find(group.number()).orElseThrow(), fresh, more);
    } else if (routed.what() == Route.What.IGNORE) {
      // The file has changed since they were taken, such as while they were quiet.
      alerts.taken(fresh, null);
    } else if (service != null && hushing.worked(service)) {
      hushing.keep(fresh, service);
    } else if (routed.what() == Route.What.DECLARE) {
      AlertGroup group = groups.begin(proposed);
      var alarm = new Alarm(tx, house, now);
      IncidentNumber number = alarm.declare(group, lead.counts());
      groups.decide(group.number(), AlertGroup.State.DECLARED, number, null, null, now);
      heard(groups.find(group.number()).orElseThrow(), fresh, more);
      alarm.tellTeam(group, number);
    } else {
      AlertGroup group = groups.begin(proposed);
      alerts.taken(fresh, group.number());
      new Effects(tx).card(group.number(), new Effect.PostAlerts(group.number()), now);
    }
  }

  /** The newest open incident on that service that everybody may see and that is no drill. */
  private Optional<Incident> openOn(@Nullable String service) {
    return service == null
        ? Optional.empty()
        : incidents
            .wanted(new Incidents.Wanted(true, false, null, service), Person.EVENKEEL.id(), 20, 0)
            .stream()
            .filter(incident -> incident.mode() == Mode.LIVE)
            .findFirst();
  }

  private Routed routed(HeardAlert alert) {
    return house
        .watched()
        .routes()
        .of(alert.source(), "", alert.signal(), house.watched().services());
  }

  /** The worst of them that the scale knows; null where none says it. */
  private @Nullable String worst(List<HeardAlert> fresh) {
    return fresh.stream()
        .filter(alert -> !alert.over())
        .flatMap(alert -> Optional.ofNullable(routed(alert).severity()).stream())
        .distinct()
        .flatMap(word -> house.severities().find(word).stream())
        .min(Comparator.comparingInt(house.severities()::rank))
        .map(Severity::name)
        .orElse(null);
  }

  private AlertGroup group(String key, HeardAlert lead, Routed routed, @Nullable String worst) {
    return new AlertGroup(
        0,
        key,
        lead.source(),
        Alarm.title(lead.signal()),
        routed.service(),
        worst,
        routed.policy(),
        AlertGroup.State.PROPOSED,
        null,
        now,
        now,
        null,
        null);
  }
}
