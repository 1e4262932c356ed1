package io.evenkeel.bot.delivery;

import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.incident.Incidents;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the incident's channel. The name holds the incident's number, so a name that is taken after
 * a try of unknown outcome is looked at: a channel that we created and that no incident has is
 * ours. Otherwise the name gets the next suffix, which is noted before Slack is asked for it.
 */
final class CreatesChannel implements Action {
  private static final String METHOD = "conversations.create";
  private static final String NAME = "name";
  private static final int NAMES = 20;

  private final Effect.CreateChannel effect;
  private final OwnUser self;

  CreatesChannel(Effect.CreateChannel effect, OwnUser self) {
    this.effect = effect;
    this.self = self;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    String noted = attempt.noted(NAME);
    String name = noted == null ? effect.name() : noted;
    boolean mayBeOurs = attempt.inDoubt();
    while (true) {
      String wanted = name;
      var answer =
          attempt.call(
              METHOD,
              slack ->
                  slack.conversationsCreate(
                      r -> r.name(wanted).isPrivate(effect.visibility() == Visibility.PRIVATE)),
              "name_taken");
      if (answer.isOk()) {
        return made(answer.getChannel().getId());
      }
      Optional<String> ours = mayBeOurs ? ours(attempt, wanted) : Optional.empty();
      if (ours.isPresent()) {
        return made(ours.get());
      }
      if (mayBeOurs) {
        attempt.unlessSettled("The name " + wanted + " is taken, and the channel is not listed.");
      }
      name = next(wanted);
      attempt.note(Map.of(NAME, name));
      mayBeOurs = false;
    }
  }

  private static Map<Purpose, SlackObject> made(String id) {
    return Map.of(Purpose.CHANNEL, SlackObject.channel(new ChannelId(id)));
  }

  private String next(String name) throws SlackFault {
    String suffix = name.substring(effect.name().length());
    int number = suffix.isEmpty() ? 2 : Integer.parseInt(suffix.substring(1)) + 1;
    if (number > NAMES) {
      throw new SlackFault(
          new Fault.Refused("name_taken", "Rename or delete old channels of this name."));
    }
    return effect.name() + "-" + number;
  }

  private Optional<String> ours(Attempt attempt, String name) throws SlackFault {
    String us = self.id(attempt);
    String cursor = "";
    do {
      String from = cursor;
      var page =
          attempt.call(
              "users.conversations",
              slack ->
                  slack.usersConversations(r ->
                      r.types(
                              List.of(
                                  ConversationType.PUBLIC_CHANNEL,
                                  ConversationType.PRIVATE_CHANNEL))
                          .limit(1000)
                          .cursor(from)));
      for (Conversation channel : page.getChannels()) {
        if (name.equals(channel.getName())
            && us.equals(channel.getCreator())
            && attempt
                .read(tx -> new Incidents(tx).inChannel(new ChannelId(channel.getId())))
                .isEmpty()) {
          return Optional.of(channel.getId());
        }
      }
      cursor = Cursor.of(page.getResponseMetadata());
    } while (!cursor.isEmpty());
    return Optional.empty();
  }
}
