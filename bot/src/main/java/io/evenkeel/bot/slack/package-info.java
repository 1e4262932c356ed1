/**
 * What Slack says to us: the signed request, the listeners behind it, and the modals that open in
 * answer. No SQL and no rule lives here; of Slack's methods only {@code views.*} is called, and by
 * one class.
 */
@NullMarked
package io.evenkeel.bot.slack;

import org.jspecify.annotations.NullMarked;
