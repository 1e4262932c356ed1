package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;

/** Posts in a named channel what belongs to no incident; joins it first where that is needed. */
final class SaysInChannel implements Action {
  private final AnnouncementChannel named;
  private final String name;
  private final Message message;

  /**
   * @param name the channel's, without #
   */
  SaysInChannel(AnnouncementChannel named, String name, Message message) {
    this.named = named;
    this.name = name;
    this.message = message;
  }

  @Override
  public String method() {
    return Rates.POST;
  }

  @Override
  public String place() {
    return named.known().map(ChannelId::value).orElse("#" + name);
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    ChannelId channel = named.find(attempt);
    var post = new Post(channel, null, false);
    Optional<SlackObject> posted = post.send(attempt, place(), message, "not_in_channel");
    if (posted.isEmpty()) {
      Announces.join(attempt, channel);
      posted = post.send(attempt, place(), message);
    }
    return Map.of(Post.purpose(attempt), posted.orElseThrow());
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) throws SlackFault {
    return Optional.of(new Sought(named.find(attempt), null, null, Post.purpose(attempt)));
  }
}
