package io.evenkeel.bot.desk;

import io.evenkeel.alert.Signal;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Hearer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageOrder;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.Tellings;
import io.evenkeel.persistence.alert.Told;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.service.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins an incident because of alerts, and wakes whoever their service belongs to. */
final class Alarm {
  /** A title names a channel and stands in every list. */
  private static final int LONGEST = 120;

  private final Transaction tx;
  private final House house;
  private final Instant now;

  Alarm(Transaction tx, House house, Instant now) {
    this.tx = tx;
    this.house = house;
    this.now = now;
  }

  /** What people call it: its sentence, or else its name. */
  static String title(Signal signal) {
    String summary = signal.summary();
    String title = summary == null || summary.isBlank() ? signal.name() : summary;
    if (title.length() <= LONGEST) {
      return title;
    }
    int end = LONGEST - 1;
    return title.substring(0, Character.isHighSurrogate(title.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /** By Evenkeel itself. */
  IncidentNumber declare(AlertGroup group, Instant first) {
    Answer answer = declare(group, first, new Actor.Evenkeel());
    IncidentNumber number = answer.incident();
    if (number == null) {
      throw new IllegalStateException("nothing was declared for alerts: " + answer.words());
    }
    return number;
  }

  /**
   * The same by whoever asked for it; the policy of the group is paged either way.
   *
   * @param first when the first of the alerts began to count
   */
  Answer declare(AlertGroup group, Instant first, Actor actor) {
    String service = group.service();
    var command =
        new Command.Declare(
            group.title(),
            severity(group).orElse(null),
            service == null ? List.of() : List.of(service),
            null,
            first.isAfter(now) ? now : first,
            Visibility.PUBLIC,
            Mode.LIVE,
            true,
            null);
    Answer answer = Declaring.handle(tx, house, command, null, actor, now);
    IncidentNumber number = answer.incident();
    if (number != null && answer.recorded()) {
      Instant detected = command.detected();
      new Tellings(tx).keep(number, new Told(Instant.EPOCH, 0, 0, 0, null, detected, false));
      page(group, number);
    }
    return answer;
  }

  private Optional<Severity> severity(AlertGroup group) {
    return Optional.ofNullable(group.severity()).flatMap(house.severities()::find);
  }

  private void page(AlertGroup group, IncidentNumber number) {
    String policy = group.policy();
    if (policy == null) {
      return;
    }
    var asked = new Page.Asked.Named(policy);
    boolean rung =
        new Boards(tx)
            .pages(number).stream().anyMatch(page -> page.asked().equals(asked) && page.open());
    if (rung) {
      return;
    }
    var incidents = new Incidents(tx);
    Incident incident = incidents.lock(number).orElseThrow();
    var evenkeel = new Actor.Evenkeel();
    var command = new Command.Paging(new PageOrder.Send(asked, group.title()));
    Decision decision = Paging.decide(tx, house, incident, command, evenkeel, now);
    Answer sent = Recording.record(tx, incidents, incident, decision, evenkeel, now);
    Paging.follow(tx, house, incidents, decision, sent, now);
  }

  /** In the channel of the service's team, where it has one. Last in the transaction. */
  void tellTeam(AlertGroup group, IncidentNumber number) {
    Optional<Service> service =
        Optional.ofNullable(group.service()).flatMap(house.watched().services()::find);
    service
        .map(Service::channel)
        .map(channel -> said(channel, service.get().name(), group, number))
        .ifPresent(said -> new Effects(tx).say(said, now));
  }

  private static Effect.Say said(
      String channel, String service, AlertGroup group, IncidentNumber number) {
    return new Effect.Say(
        new Hearer.Channel(channel),
        Prose.of("🚨 ")
            .strong(number + " " + group.title())
            .text(" began because of alerts on ")
            .strong(service)
            .text(", which is yours."),
        Offer.primary("Join", "join " + number));
  }
}
