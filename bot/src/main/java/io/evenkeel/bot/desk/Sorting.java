package io.evenkeel.bot.desk;

import io.evenkeel.grammar.AlertOrder;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.AlertGroups;
import io.evenkeel.persistence.alert.Alerts;
import io.evenkeel.persistence.alert.HeardAlert;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People say what is to become of alerts: once, and who said it is kept. */
final class Sorting {
  /** So many of a group are read for a timeline; it tells fewer one by one. */
  private static final int READ = 2_000;

  private final Transaction tx;
  private final House house;
  private final Actor actor;
  private final Person me;
  private final Instant now;
  private final AlertGroups groups;
  private final Incidents incidents;

  Sorting(Transaction tx, House house, Actor actor, Instant now) {
    this.tx = tx;
    this.house = house;
    this.actor = actor;
    this.now = now;
    me = Recording.person(actor);
    groups = new AlertGroups(tx);
    incidents = new Incidents(tx);
  }

  /**
   * @param place the channel it was said in; null where there is none
   */
  Answer handle(AlertOrder order, @Nullable ChannelId place) {
    Optional<AlertGroup> found = groups.find(order.group());
    if (found.isEmpty()) {
      return Answer.unchanged(
          Prose.of("There is no A-" + order.group() + " among the alerts. Nothing was changed."),
          Offer.plain("Alerts that wait", "alert list"));
    }
    groups.lock(found.get().key());
    AlertGroup group = groups.find(order.group()).orElseThrow();
    return switch (order) {
      case AlertOrder.Declare _ -> declare(group);
      case AlertOrder.Attach attach -> attach(group, attach.incident(), place);
      case AlertOrder.Dismiss dismiss -> dismiss(group, dismiss.reason());
    };
  }

  private Answer declare(AlertGroup group) {
    if (group.incident() != null) {
      return settled(group);
    }
    Instant first = groups.tally(group.number()).heard();
    var alarm = new Alarm(tx, house, now);
    Answer answer = alarm.declare(group, first == null ? group.openedAt() : first, actor);
    IncidentNumber number = answer.incident();
    if (number == null || !answer.recorded()) {
      return answer;
    }
    belongs(group, AlertGroup.State.DECLARED, number);
    alarm.tellTeam(group, number);
    return answer;
  }

  private Answer attach(
      AlertGroup group, @Nullable IncidentNumber named, @Nullable ChannelId place) {
    Optional<IncidentNumber> here = place == null ? Optional.empty() : incidents.inChannel(place);
    Optional<IncidentNumber> wanted = Optional.ofNullable(named).or(() -> here);
    if (wanted.isEmpty()) {
      return Answer.unchanged(
          Prose.of("Nothing was attached: to which incident? ")
              .code("/incident alert attach " + group.label() + " to INC-12")
              .text("."),
          Offer.plain("Open incidents", "list"));
    }
    IncidentNumber number = wanted.get();
    if (number.equals(group.incident())) {
      return settled(group);
    }
    Optional<Incident> there =
        Optional.of(number).filter(one -> incidents.maySee(one, me.id())).flatMap(incidents::lock);
    if (there.isEmpty()) {
      return Ordering.unknown(number);
    }
    if (group.incident() != null) {
      return settled(group);
    }
    Incident incident = there.get();
    Optional<Answer> refused =
        Permission.refused(tx, house.policy(), Verb.ALERT, incident, me, here.equals(wanted), now);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!incident.open()) {
      return Answer.unchanged(
          Prose.of("Nothing was attached: ")
              .strong(incident.label())
              .text(" is over. If it is back, reopen it; if this is another one, declare it."),
          Offer.primary("Declare", "alert declare " + group.label()));
    }
    belongs(group, AlertGroup.State.ATTACHED, number);
    return Answer.recorded(
        number,
        Prose.of("Attached ")
            .strong(group.label() + " " + group.title())
            .text(" to ")
            .strong(incident.label())
            .text(": the timeline has its alerts, with their own times."));
  }

  /** Its alerts are evidence from now on. The card comes last: its stream is nobody else's. */
  private void belongs(AlertGroup group, AlertGroup.State state, IncidentNumber number) {
    groups.decide(group.number(), state, number, me, null, now);
    List<HeardAlert> some =
        new Alerts(tx).of(group.number(), READ).stream().map(HeardAlert::asNew).toList();
    new Testimony(tx, incidents, now)
        .attached(number, some, group.label() + " " + group.title(), state, actor);
    refresh(group);
  }

  private Answer dismiss(AlertGroup group, @Nullable String reason) {
    if (group.incident() != null || group.state() == AlertGroup.State.DISMISSED) {
      return settled(group);
    }
    groups.decide(group.number(), AlertGroup.State.DISMISSED, null, me, reason, now);
    refresh(group);
    new Audit(tx)
        .add(new AuditEntry(me.id().value(), "dismiss-alerts", group.label(), group.title()));
    return new Answer(
        null,
        true,
        Prose.of("Dismissed ")
            .strong(group.label() + " " + group.title())
            .text(". More of it is kept in silence until all of it is resolved."),
        List.of());
  }

  private void refresh(AlertGroup group) {
    new Effects(tx).card(group.number(), new Effect.RefreshAlerts(group.number()), now);
  }

  /** It was decided already. Whoever may not see where does not read it. */
  private Answer settled(AlertGroup group) {
    Person by = group.decidedBy();
    String who = by == null ? "Evenkeel" : by.name();
    Prose words = Prose.of("").strong(group.label()).text(": ");
    return Answer.unchanged(
        switch (group.state()) {
          case PROPOSED -> words.text("nobody has decided yet.");
          case DISMISSED -> words.text(who + " has dismissed it already. Nothing changed.");
          case DECLARED, ATTACHED ->
              words.text(
                  who + " has made it part of " + where(group, me.id()) + ". Nothing changed.");
        });
  }

  private String where(AlertGroup group, PersonId reader) {
    IncidentNumber number = group.incident();
    return number == null
        ? "an incident"
        : incidents
            .find(number)
            .filter(incident ->
                incident.visibility() == Visibility.PUBLIC || incidents.maySee(number, reader))
            .map(Incident::label)
            .orElse("an incident");
  }
}
