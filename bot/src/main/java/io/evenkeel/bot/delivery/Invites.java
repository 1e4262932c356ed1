package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.List;
import java.util.Map;

/** Invites one person, so that one id that Slack refuses fails alone. */
final class Invites implements Action {
  private static final String METHOD = "conversations.invite";

  private final ChannelId channel;
  private final PersonId person;

  Invites(ChannelId channel, PersonId person) {
    this.channel = channel;
    this.person = person;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    attempt.call(
        METHOD,
        slack ->
            slack.conversationsInvite(
                r -> r.channel(channel.value()).users(List.of(person.value()))),
        "already_in_channel",
        "cant_invite_self");
    return Map.of();
  }
}
