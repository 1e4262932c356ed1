package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.Topic;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.List;
import java.util.Map;

/**
 * Sets the channel's topic. Slack shows a line in the channel each time, so a topic that says the
 * same is left alone.
 */
final class SetsTopic implements Action {
  private static final String READ = "conversations.info";
  private static final String WRITE = "conversations.setTopic";

  private final ChannelId channel;
  private final String topic;

  SetsTopic(Scene scene) {
    channel = scene.channel();
    topic = Topic.of(scene.incident());
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
    if (shown == null || !topic.equals(unescaped(shown.getValue()))) {
      attempt.call(
          WRITE,
          slack -> slack.conversationsSetTopic(r -> r.channel(channel.value()).topic(topic)));
    }
    return Map.of();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
