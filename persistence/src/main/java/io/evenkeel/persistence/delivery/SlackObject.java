package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.ChannelId;

/**
 * A thing in Slack that belongs to an incident.
 *
 * @param id the message's {@code ts} or the file's id; of a channel, its own id again
 */
public record SlackObject(ChannelId channel, String id) {

  /** The channel itself. */
  public static SlackObject channel(ChannelId channel) {
    return new SlackObject(channel, channel.value());
  }
}
