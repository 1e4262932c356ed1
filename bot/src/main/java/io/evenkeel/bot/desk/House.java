package io.evenkeel.bot.desk;

import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalations;
import io.evenkeel.policy.Policy;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.response.Rules;
import java.util.function.Function;

/**
 * What this installation has settled and every command is taken by.
 *
 * @param cadences when to remind of what
 * @param document writes a postmortem's draft
 * @param oncall as the file has them; who is on call by them says {@code persistence.oncall.OnCall}
 * @param rules what follows by itself
 * @param escalations how pages go on until somebody has them in hand
 * @param watched what people run here, and what is known of it
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
    Watched watched) {

  /** The same where this follows by itself. */
  public House with(Rules other) {
    return new House(
        severities, policy, finishing, document, oncall, escalations, other, cadences, watched);
  }

  /** The same where this is watched. */
  public House with(Watched other) {
    return new House(
        severities, policy, finishing, document, oncall, escalations, rules, cadences, other);
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
        Watched.NOTHING);
  }
}
