package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.Topic;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets our part of the channel's topic and keeps what people have added after it. Slack shows a
 * line in the channel each time, so a topic that says the same is left alone.
 */
final class SetsTopic implements Action {
  private static final String READ = "conversations.info";
  private static final String WRITE = "conversations.setTopic";

  private final ChannelId channel;
  private final Incident incident;
  private final @Nullable String before;
  private final OwnUser self;

  SetsTopic(Scene scene, OwnUser self) {
    this.self = self;
    channel = scene.channel();
    incident = scene.incident();
    var known = scene.topic();
    before = known == null ? null : known.id();
  }

  @Override
  public String method() {
    return READ;
  }

  @Override
  public List<String> methods() {
    return List.of(READ, WRITE);
  }

  @Override
  public boolean edits() {
    return true;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    var info =
        attempt.call(READ, slack -> slack.conversationsInfo(r -> r.channel(channel.value())));
    var shown = info.getChannel().getTopic();
    String now = shown == null ? "" : unescaped(shown.getValue());
    String ours = Topic.of(incident);
    String topic = Topic.with(ours, theirs(attempt, now, shown == null ? "" : shown.getCreator()));
    if (!topic.equals(now)) {
      attempt.call(
          WRITE,
          slack -> slack.conversationsSetTopic(r -> r.channel(channel.value()).topic(topic)));
    }
    return Map.of(Purpose.TOPIC, new SlackObject(channel, ours));
  }

  /** A topic that holds nothing of ours is theirs, unless it was us who set it last. */
  private String theirs(Attempt attempt, String now, @Nullable String setter) throws SlackFault {
    if (now.isBlank()) {
      return "";
    }
    var added = Topic.added(incident, now, before);
    if (added.isPresent()) {
      return added.get();
    }
    return self.id(attempt).equals(setter) ? "" : Topic.plain(now);
  }

  private static String unescaped(@Nullable String text) {
    return text == null ? "" : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
