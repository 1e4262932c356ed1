package io.evenkeel.bot.desk;

import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.policy.Policy;
import io.evenkeel.postmortem.Draft;
import java.util.function.Function;

/**
 * What this installation has settled and every command is taken by.
 *
 * @param document writes a postmortem's draft
 */
public record House(
    SeverityScale severities,
    Policy policy,
    Finishing finishing,
    Function<Draft, String> document) {

  /** Whose drafts say no more than their incident's name. */
  public House(SeverityScale severities, Policy policy) {
    this(
        severities,
        policy,
        Finishing.STANDARD,
        draft -> "# Postmortem: " + draft.incident().title() + "\n");
  }
}
