package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.BriefView;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Topic;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Subscriptions;
import io.evenkeel.persistence.delivery.Posts;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells one subscriber by direct message: one message for each incident, and what comes later in
 * its thread. Whoever has stopped, or may not see it any more, gets nothing.
 */
final class Briefs implements Action {
  private final Effect.Brief brief;
  private final Scene scene;
  private final SeverityScale severities;

  Briefs(Effect.Brief brief, Scene scene, SeverityScale severities) {
    this.brief = brief;
    this.scene = scene;
    this.severities = severities;
  }

  /** Why they are told, and the message in whose thread. */
  private record Reader(Topic topic, @Nullable SlackObject first) {}

  @Override
  public String method() {
    return DirectConversation.OPEN;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    PersonId person = brief.person();
    Optional<Reader> reader = attempt.read(tx -> reader(tx, person));
    if (reader.isEmpty() || scene.excerpt().entries().isEmpty()) {
      return Map.of();
    }
    SlackObject first = reader.get().first();
    if (first != null) {
      DirectConversation.inThread(attempt, first.channel(), first.id());
      var more = BriefView.more(scene.incident(), severities, scene.excerpt().entries());
      var post = new Post(first.channel(), first.id(), false);
      return Map.of(Post.purpose(attempt), post.send(attempt, more));
    }
    ChannelId conversation = DirectConversation.with(attempt, person);
    var channel = scene.channelObject();
    var message =
        BriefView.first(
            scene.incident(),
            severities,
            scene.excerpt().entries(),
            channel == null ? null : channel.channel(),
            reader.get().topic());
    return Map.of(
        Post.purpose(attempt), new Post(conversation, null, false).send(attempt, message));
  }

  private Optional<Reader> reader(Transaction tx, PersonId person) {
    var number = scene.incident().number();
    return new Subscriptions(tx)
        .told(number, person)
        .filter(_ -> Informs.maySee(tx, scene.incident(), person))
        .map(topic -> new Reader(topic, new Posts(tx).firstBrief(number, person).orElse(null)));
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) {
    return DirectConversation.sought(attempt);
  }
}
