package io.evenkeel.bot.schedule;

import io.evenkeel.bot.measure.Meter;
import io.evenkeel.bot.measure.Outcome;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import io.evenkeel.slo.Cost;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.Price;
import io.evenkeel.slo.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what mitigated incidents cost: measured from detected to mitigated, else estimated from
 * what people said of the impact, else not known. A milestone that is put right has it done again;
 * what could not be measured is tried again for two days.
 */
final class PriceRound {
  private static final Duration LOOKED_AT = Duration.ofDays(2);
  private static final Duration AGAIN = Duration.ofMinutes(10);
  private static final int MOST = 50;

  private final Database database;
  private final Catalogue services;
  private final Objectives objectives;
  private final Meter meter;
  private final BudgetRound.Planned planned;

  PriceRound(
      Database database,
      Catalogue services,
      Objectives objectives,
      Meter meter,
      BudgetRound.Planned planned) {
    this.database = database;
    this.services = services;
    this.objectives = objectives;
    this.meter = meter;
    this.planned = planned;
  }

  private record Wanted(
      IncidentNumber incident,
      Objective objective,
      Cost cost,
      Prices.@Nullable Said said,
      List<Window.Span> planned) {}

  /** Prices what is due, one after the other. */
  void look(Instant now) {
    for (Wanted wanted : database.query(tx -> wanted(tx, now))) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      Cost cost = priced(wanted);
      database.query(tx -> {
        new Prices(tx).price(wanted.incident(), cost, now);
        return 0;
      });
    }
  }

  private List<Wanted> wanted(Transaction tx, Instant now) {
    var prices = new Prices(tx);
    var all = new ArrayList<Wanted>();
    for (IncidentNumber number : prices.mitigated(now.minus(LOOKED_AT), MOST)) {
      Incident incident = new Incidents(tx).find(number).orElseThrow();
      Optional<Window.Span> time = time(incident);
      if (time.isEmpty()) {
        continue;
      }
      Prices.Said said = prices.impact(number).orElse(null);
      for (Objective objective : promised(incident)) {
        Cost cost = cost(objective, time.get());
        if (prices.claim(number, cost, said == null ? 0 : said.number(), now, AGAIN)) {
          Window.Span window = objective.window().at(cost.until());
          all.add(
              new Wanted(
                  number, objective, cost, said, planned.during(tx, objective.service(), window)));
        }
      }
    }
    return all;
  }

  /** From detected, or declared where that is unknown, to mitigated. */
  private static Optional<Window.Span> time(Incident incident) {
    Optional<Instant> until = incident.milestones().at(Milestone.MITIGATED);
    Instant from = incident.zero();
    return until.filter(from::isBefore).map(end -> new Window.Span(from, end));
  }

  private List<Objective> promised(Incident incident) {
    return incident.services().stream()
        .map(name -> services.find(name).map(Service::name).orElse(name))
        .distinct()
        .flatMap(name -> objectives.of(name).stream())
        .toList();
  }

  private static Cost cost(Objective objective, Window.Span time) {
    return new Cost(
        objective.service(),
        objective.name(),
        objective.target(),
        objective.window().length(time.end()),
        time.start(),
        time.end(),
        null,
        null);
  }

  private Cost priced(Wanted wanted) {
    Cost cost = wanted.cost();
    var time = new Window.Span(cost.from(), cost.until());
    return switch (meter.price(wanted.objective(), time, wanted.planned())) {
      case Outcome.Taken<Price>(Price price) -> with(cost, price, null);
      case Outcome.Not<Price>(String why) ->
          wanted.said() == null
              ? with(
                  cost, null, why + " Nobody has said how much failed: /incident impact 40% would.")
              : with(cost, estimated(cost, wanted.said()), why);
    };
  }

  private static Price estimated(Cost cost, Prices.Said said) {
    Instant since = said.impact().since();
    Instant from = since == null || since.isAfter(cost.until()) ? cost.from() : since;
    return Price.estimated(
        cost.target(), cost.window(), Duration.between(from, cost.until()), said.impact().share());
  }

  private static Cost with(Cost cost, @Nullable Price price, @Nullable String why) {
    return new Cost(
        cost.service(),
        cost.name(),
        cost.target(),
        cost.window(),
        cost.from(),
        cost.until(),
        price,
        why);
  }
}
