package io.evenkeel.bot.read;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import org.jspecify.annotations.Nullable;

/**
 * An incident and where it is worked on.
 *
 * @param channel null while the channel is not there yet
 * @param undone how many things could not be done in Slack and wait for a person
 */
public record Room(Incident incident, @Nullable ChannelId channel, int undone) {}
