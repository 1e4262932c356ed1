/**
 * Incidents, their roles, milestones and timelines in Postgres, each timeline in a hash chain. What
 * may change and why is decided by the rules; here it is only kept and found again.
 */
@NullMarked
package io.evenkeel.persistence.incident;

import org.jspecify.annotations.NullMarked;
