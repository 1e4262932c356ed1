package io.evenkeel.bot.desk;

import io.evenkeel.incident.SeverityScale;
import io.evenkeel.policy.Policy;

/** What this installation has settled and every command is taken by. */
public record House(SeverityScale severities, Policy policy) {}
