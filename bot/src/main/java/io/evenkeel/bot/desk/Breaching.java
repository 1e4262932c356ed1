package io.evenkeel.bot.desk;

import io.evenkeel.incident.ActionCommand;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Measuring;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.TaskCommand;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.slo.Breaches;
import io.evenkeel.persistence.slo.Breaches.Breach;
import io.evenkeel.slo.BudgetWords;
import io.evenkeel.slo.Objective;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows when hardly anything is left of an error budget, and when nothing is: once for each
 * breach, by Evenkeel itself.
 */
final class Breaching {
  private static final Actor EVENKEEL = new Actor.Evenkeel();

  private final Transaction tx;
  private final House house;
  private final Incidents incidents;
  private final Instant now;

  Breaching(Transaction tx, House house, Instant now) {
    this.tx = tx;
    this.house = house;
    this.incidents = new Incidents(tx);
    this.now = now;
  }

  /** A tenth or less is left: an incident, unless that of an earlier breach is open still. */
  Answer declare(String service, String name) {
    Objective objective = objective(service, name).orElse(null);
    Breach breach = objective == null ? null : lock(objective).orElse(null);
    if (objective == null || breach == null || breach.declared()) {
      return Errands.nothing();
    }
    if (!house.watched().spending().declares()) {
      new Breaches(tx).declared(objective, breach, breach.incident());
      return Errands.nothing();
    }
    IncidentNumber number = standing(objective, breach);
    new Breaches(tx).declared(objective, breach, number);
    return new Answer(
        number, true, Prose.of("An incident stands for the budget of " + name + "."), List.of());
  }

  /** Nothing is left: what is to be done is kept on that incident, and executives are told. */
  Answer exhausted(String service, String name) {
    Objective objective = objective(service, name).orElse(null);
    Breach breach = objective == null ? null : lock(objective).orElse(null);
    if (objective == null || breach == null || !breach.exhausted() || breach.told()) {
      return Errands.nothing();
    }
    IncidentNumber number =
        house.watched().spending().declares() ? standing(objective, breach) : null;
    if (number != null) {
      todo(objective, breach, number);
      new Breaches(tx).declared(objective, breach, number);
    }
    new Breaches(tx).told(objective, breach);
    new ExecutiveNews(tx, house, now).tell(objective, breach, number);
    return new Answer(number, true, Prose.of("The budget of " + name + " is spent."), List.of());
  }

  private Optional<Objective> objective(String service, String name) {
    return house.watched().spending().objectives().of(service).stream()
        .filter(one -> one.name().equals(name))
        .findFirst();
  }

  private Optional<Breach> lock(Objective objective) {
    return new Breaches(tx).lock(objective);
  }

  /** The open incident of this objective; declared where there is none. */
  private IncidentNumber standing(Objective objective, Breach breach) {
    Incident open = open(breach).orElse(null);
    if (open == null) {
      Answer answer =
          Declaring.handle(
              tx, house, BreachDeclaration.of(house, objective, breach), null, EVENKEEL, now);
      IncidentNumber number = answer.incident();
      if (number == null) {
        throw new IllegalStateException("nothing was declared: " + answer);
      }
      return number;
    }
    if (!breach.declared()) {
      note(open, BudgetWords.sentence(objective, breach.reading()) + " It had recovered before.");
    }
    return open.number();
  }

  private Optional<Incident> open(Breach breach) {
    return Optional.ofNullable(breach.incident()).flatMap(incidents::lock).filter(Incident::open);
  }

  private void todo(Objective objective, Breach breach, IncidentNumber number) {
    String what = objective.service() + " " + objective.name();
    Incident incident = incidents.lock(number).orElseThrow();
    incident = note(incident, BudgetWords.sentence(objective, breach.reading()));
    @Nullable Person commander =
        incident.commander().map(Incident.Holder::person).filter(Person::human).orElse(null);
    incident =
        decided(
            incident,
            commander == null
                ? new ActionCommand.Add(null, "Roll back what was changed last in " + what, null)
                : new TaskCommand.Give(
                    commander, "Roll back what was changed last in " + what, null));
    decided(
        incident,
        new ActionCommand.Add(
            commander, "Find the root causes that spent the budget of " + what, null));
  }

  private Incident note(Incident incident, String words) {
    var decision =
        Measuring.decide(incident, List.of(words), Measuring.Heard.CHANNEL, EVENKEEL, now);
    Recording.record(tx, incidents, incident, decision, EVENKEEL, now);
    return decision.next();
  }

  private Incident decided(Incident incident, Command.OnIncident command) {
    var decision = Deciding.decide(tx, house, incident, command, EVENKEEL, now);
    Recording.record(tx, incidents, incident, decision, EVENKEEL, now);
    return incidents.find(incident.number()).orElseThrow();
  }
}
