package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts what was approved for readers outside: in the channel, or under the announcement. */
final class PostsStatement implements Action {
  private final ChannelId channel;
  private final @Nullable SlackObject parent;
  private final Message message;

  /**
   * @param parent the message whose thread it is; null for the channel itself
   */
  PostsStatement(ChannelId channel, @Nullable SlackObject parent, Message message) {
    this.channel = channel;
    this.parent = parent;
    this.message = message;
  }

  @Override
  public String method() {
    return Rates.POST;
  }

  @Override
  public String place() {
    return channel.value();
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    var post = new Post(channel, parent == null ? null : parent.id(), false);
    return Map.of(Post.purpose(attempt), post.send(attempt, message));
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) {
    return Optional.of(
        new Sought(channel, parent == null ? null : parent.id(), null, Post.purpose(attempt)));
  }
}
