package io.evenkeel.bot.slack;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import java.time.Instant;

/** Somebody came into a channel: {@code Insiders::joined}. */
@FunctionalInterface
public interface Joining {
  /**
   * May be told the same more than once.
   *
   * @throws io.evenkeel.persistence.Unavailable Slack is to tell it again
   */
  void joined(ChannelId channel, PersonId person, Instant now);
}
