package io.evenkeel.bot.desk;

import io.evenkeel.alert.Routes;
import io.evenkeel.drill.Experiments;
import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalations;
import io.evenkeel.policy.Policy;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.response.Rules;
import io.evenkeel.runbook.Library;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Spending;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What this installation has settled and every command is taken by.
 *
 * @param cadences when to remind of what
 * @param document writes a postmortem's draft
 * @param oncall as the file has them; who is on call by them says {@code persistence.oncall.OnCall}
 * @param rules what follows by itself
 * @param escalations how pages go on until somebody has them in hand
 * @param services what people run here
 * @param spending what is promised of it, and what follows when that is nearly broken
 * @param experiments what can be run as a drill
 * @param runbooks as they are now
 * @param routes what follows from alerts
 */
public record House(
    SeverityScale severities,
    Policy policy,
    Finishing finishing,
    Function<Draft, String> document,
    Schedules oncall,
    Escalations escalations,
    Rules rules,
    Cadences cadences,
    Catalogue services,
    Spending spending,
    Experiments experiments,
    Supplier<Library> runbooks,
    Routes routes) {

  /** Where no experiment can be run, and no runbook is. */
  public House(
      SeverityScale severities,
      Policy policy,
      Finishing finishing,
      Function<Draft, String> document,
      Schedules oncall,
      Escalations escalations,
      Rules rules,
      Cadences cadences,
      Catalogue services,
      Spending spending) {
    this(
        severities,
        policy,
        finishing,
        document,
        oncall,
        escalations,
        rules,
        cadences,
        services,
        spending,
        Experiments.NONE,
        () -> Library.NONE,
        Routes.NONE);
  }

  /** Where alerts are proposed. */
  public House(
      SeverityScale severities,
      Policy policy,
      Finishing finishing,
      Function<Draft, String> document,
      Schedules oncall,
      Escalations escalations,
      Rules rules,
      Cadences cadences,
      Catalogue services,
      Spending spending,
      Experiments experiments,
      Supplier<Library> runbooks) {
    this(
        severities,
        policy,
        finishing,
        document,
        oncall,
        escalations,
        rules,
        cadences,
        services,
        spending,
        experiments,
        runbooks,
        Routes.NONE);
  }

  /** The same where this follows by itself. */
  public House with(Rules rules) {
    return new House(
        severities,
        policy,
        finishing,
        document,
        oncall,
        escalations,
        rules,
        cadences,
        services,
        spending,
        experiments,
        runbooks,
        routes);
  }

  /** The same where this follows from alerts. */
  public House with(Routes routes) {
    return new House(
        severities,
        policy,
        finishing,
        document,
        oncall,
        escalations,
        rules,
        cadences,
        services,
        spending,
        experiments,
        runbooks,
        routes);
  }

  /** Whose drafts say no more than their incident's name. */
  public House(SeverityScale severities, Policy policy) {
    this(
        severities,
        policy,
        Finishing.STANDARD,
        draft -> "# Postmortem: " + draft.incident().title() + "\n",
        Schedules.NONE,
        Escalations.NONE,
        Rules.NONE,
        Cadences.STANDARD,
        Catalogue.NONE,
        Spending.NONE);
  }
}
