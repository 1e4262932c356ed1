package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;

/**
 * Brings an archived channel back. Slack says of itself that bots cannot do so (docs.slack.dev,
 * conversations.unarchive, "Bug alert"): a person then does, and has the rest tried again.
 */
final class UnarchivesChannel implements Action {
  private static final String METHOD = "conversations.unarchive";
  private static final String JOIN = "conversations.join";

  private static final String HINT =
      "Slack lets no bot unarchive a channel: unarchive CHANNEL yourself, type /invite @Evenkeel"
          + " there and press Try again.";

  private final ChannelId channel;

  UnarchivesChannel(ChannelId channel) {
    this.channel = channel;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    var answer =
        attempt.call(
            METHOD,
            slack -> slack.conversationsUnarchive(r -> r.channel(channel.value())),
            "not_archived",
            "not_in_channel",
            "not_allowed_token_type");
    if (!answer.isOk() && !"not_archived".equals(answer.getError())) {
      throw new SlackFault(new Fault.Refused(String.valueOf(answer.getError()), HINT));
    }
    if (!answer.isOk()) {
      // Somebody brought it back; a private one cannot be joined, they have to invite us.
      attempt.call(
          JOIN,
          slack -> slack.conversationsJoin(r -> r.channel(channel.value())),
          "method_not_supported_for_channel_type");
    }
    return Map.of(Purpose.ARCHIVED, new SlackObject(channel, "no"));
  }
}
