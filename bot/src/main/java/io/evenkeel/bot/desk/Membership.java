package io.evenkeel.bot.desk;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import java.time.Instant;

/**
 * Slack's word on who came into a channel or left it.
 *
 * @param present false: left, or was removed
 * @param at when it happened by Slack's clock, UTC at microseconds
 */
public record Membership(ChannelId channel, PersonId person, boolean present, Instant at) {}
