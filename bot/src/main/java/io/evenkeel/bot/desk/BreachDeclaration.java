package io.evenkeel.bot.desk;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.slo.Breaches.Breach;
import io.evenkeel.service.Service;
import io.evenkeel.slo.BudgetWords;
import io.evenkeel.slo.Objective;
import java.util.List;

/** The incident that stands for an error budget of which hardly anything is left. */
final class BreachDeclaration {
  /** Of a service of which the catalogue knows nothing. */
  private static final int USUAL_TIER = 2;

  private BreachDeclaration() {}

  static Command.Declare of(House house, Objective objective, Breach breach) {
    return new Command.Declare(
        "Error budget of " + objective.service() + " " + objective.name() + " is nearly spent",
        severity(house, objective.service()),
        List.of(objective.service()),
        null,
        breach.since(),
        Visibility.PUBLIC,
        Mode.LIVE,
        true,
        null,
        null,
        null,
        BudgetWords.sentence(objective, breach.reading())
            + " "
            + BudgetWords.advice(breach.reading().budget().band()));
  }

  /** As configured for the tier; else the second of the scale for tier 1, the third for others. */
  private static Severity severity(House house, String service) {
    int tier = house.watched().services().find(service).map(Service::tier).orElse(USUAL_TIER);
    SeverityScale scale = house.severities();
    return house
        .watched()
        .spending()
        .severity(tier)
        .flatMap(scale::find)
        .orElseGet(() ->
            scale.levels().get(Math.min(tier <= 1 ? 1 : 2, scale.levels().size() - 1)).severity());
  }
}
