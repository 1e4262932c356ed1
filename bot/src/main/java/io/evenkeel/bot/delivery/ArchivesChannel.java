package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;

/** Archives the channel of an incident that is over. */
final class ArchivesChannel implements Action {
  private static final String METHOD = "conversations.archive";

  private final ChannelId channel;

  ArchivesChannel(ChannelId channel) {
    this.channel = channel;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    attempt.call(
        METHOD,
        slack -> slack.conversationsArchive(r -> r.channel(channel.value())),
        "already_archived");
    return Map.of(Purpose.ARCHIVED, new SlackObject(channel, "yes"));
  }
}
