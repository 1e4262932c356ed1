package io.evenkeel.bot.config;

import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.Spending;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The part {@code budgets:} of the file: what follows when an error budget is nearly spent.
 *
 * <pre>
 * budgets:
 *   declare: true                       # an incident at less than a tenth, once for each breach
 *   severities: {1: SEV-2, 2: SEV-3}    # of that incident, by the service's tier
 *   executives: "#leadership"           # or "@carol": told when nothing is left
 * </pre>
 */
final class BudgetKeys {
  private BudgetKeys() {}

  static Spending read(YamlKey key, SeverityScale scale) {
    key.only("declare", "severities", "executives");
    Map<Integer, String> severities = new HashMap<>();
    if (key.at("severities").present()) {
      for (YamlKey tier : key.at("severities").entries()) {
        if (!tier.name().matches("[1-9]")) {
          tier.fault("is no tier", "Write the number of a tier, such as 1");
          continue;
        }
        Optional<Severity> severity = tier.text().flatMap(scale::find);
        if (severity.isEmpty()) {
          tier.fault("is none of the severities", "Write the name of one of them");
        }
        severity.ifPresent(one -> severities.put(Integer.valueOf(tier.name()), one.name()));
      }
    }
    return new Spending(
        Objectives.NONE,
        severities,
        key.at("declare").yes().orElse(true),
        key.at("executives")
            .matching(
                "#[a-z0-9_-]{1,80}|@[^\\s@]{1,80}",
                "a channel such as \"#leadership\" or a person such as \"@carol\", in quotes")
            .orElse(null));
  }
}
