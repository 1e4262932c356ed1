/**
 * Does in Slack what commands have decided: a relay that works through the streams of effects, one
 * class per kind of effect, and the client that calls Slack. Nothing here takes a command or
 * changes an incident.
 */
@NullMarked
package io.evenkeel.bot.delivery;

import org.jspecify.annotations.NullMarked;
