package io.evenkeel.bot.delivery;

import com.slack.api.Slack;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says something to one person in a channel or a thread, where Slack gave no address to answer to.
 * It cannot be checked whether it was seen, so it is sent once and is never the only record of
 * anything.
 */
public final class Whispers {
  private static final Logger LOG = LoggerFactory.getLogger(Whispers.class);

  private final SlackCalls slack;

  /**
   * @param slack made by {@link SlackLibrary}
   * @param token the bot's token
   */
  public Whispers(Slack slack, String token) {
    this.slack = new SlackCalls(slack, token);
  }

  /**
   * Blocks until it is sent or has failed; throws nothing.
   *
   * @param thread the message whose thread it stands in; null for the channel itself
   */
  public void say(ChannelId channel, PersonId person, @Nullable String thread, Message message) {
    try {
      slack.call(
          client ->
              client.chatPostEphemeral(r ->
                  r.channel(channel.value())
                      .user(person.value())
                      .threadTs(thread)
                      .text(message.text())
                      .blocks(message.blocks())),
          Set.of());
    } catch (SlackFault e) {
      LOG.warn("An answer to a mention was not shown: {}", e.fault());
    }
  }
}
