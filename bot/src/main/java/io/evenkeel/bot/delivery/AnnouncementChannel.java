package io.evenkeel.bot.delivery;

import com.slack.api.model.ConversationType;
import io.evenkeel.incident.ChannelId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The channel for announcements: configured by name, found once by listing the channels. */
final class AnnouncementChannel {
  private final String name;
  private volatile @Nullable ChannelId found;

  AnnouncementChannel(String name) {
    this.name = name;
  }

  ChannelId find(Attempt attempt) throws SlackFault {
    ChannelId known = found;
    if (known == null) {
      known = search(attempt);
      found = known;
    }
    return known;
  }

  /** Whether that is its name. */
  boolean named(String channel) {
    return name.equals(channel);
  }

  /** Empty until it was found. */
  Optional<ChannelId> known() {
    return Optional.ofNullable(found);
  }

  private ChannelId search(Attempt attempt) throws SlackFault {
    String cursor = "";
    do {
      String from = cursor;
      var page =
          attempt.call(
              "conversations.list",
              slack ->
                  slack.conversationsList(r ->
                      r.types(
                              List.of(
                                  ConversationType.PUBLIC_CHANNEL,
                                  ConversationType.PRIVATE_CHANNEL))
                          .excludeArchived(true)
                          .limit(1000)
                          .cursor(from)));
      for (var channel : page.getChannels()) {
        if (name.equals(channel.getName())) {
          return new ChannelId(channel.getId());
        }
      }
      cursor = Cursor.of(page.getResponseMetadata());
    } while (!cursor.isEmpty());
    throw new SlackFault(
        new Fault.Refused(
            "channel_not_found",
            "There is no channel #"
                + name
                + " that Evenkeel can see. Create it, or invite Evenkeel if it is private."));
  }
}
