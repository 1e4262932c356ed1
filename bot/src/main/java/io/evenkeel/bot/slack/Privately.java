package io.evenkeel.bot.slack;

import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import org.jspecify.annotations.Nullable;

/** Says something that one person sees, where Slack gave no address to answer to. */
@FunctionalInterface
public interface Privately {
  /**
   * Blocks until it is sent or has failed; throws nothing.
   *
   * @param thread the message whose thread it stands in; null for the channel itself
   */
  void say(ChannelId channel, PersonId person, @Nullable String thread, Message message);
}
