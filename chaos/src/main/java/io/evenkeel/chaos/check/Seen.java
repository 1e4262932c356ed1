package io.evenkeel.chaos.check;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.State;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people see in Slack, at one moment.
 *
 * @param channels by id
 * @param ours what our bot has said, oldest first; without the lines that Slack itself adds
 */
record Seen(String bot, Map<String, Channel> channels, List<Post> ours, State everything) {

  /**
   * A message of ours.
   *
   * @param key its effect's; empty when it carries none
   */
  record Post(String channel, String key, Message message) {
    String where() {
      return channel + " ts " + message.ts();
    }
  }

  static Seen of(Workspace workspace) {
    State state = workspace.snapshot();
    String bot = workspace.bot().id();
    var channels = new LinkedHashMap<String, Channel>();
    state.channels().forEach(channel -> channels.put(channel.id(), channel));
    var ours = new ArrayList<Post>();
    for (String channel : channels.keySet()) {
      for (Message message : state.messagesOf(channel)) {
        if (message.user().equals(bot) && said(message.subtype())) {
          ours.add(new Post(channel, key(message), message));
        }
      }
    }
    return new Seen(bot, channels, ours, state);
  }

  private static boolean said(@Nullable String subtype) {
    return subtype == null || subtype.equals("thread_broadcast") || subtype.equals("file_share");
  }

  private static String key(Message message) {
    var metadata = message.metadata();
    return metadata == null ? "" : metadata.path("event_payload").path("key").asString("");
  }

  /** Copies by the key of their effect. */
  Map<String, List<Post>> byKey() {
    var byKey = new HashMap<String, List<Post>>();
    ours.forEach(post -> byKey.computeIfAbsent(post.key(), _ -> new ArrayList<>()).add(post));
    return byKey;
  }

  /** The name people know a channel by. */
  String name(String channel) {
    Channel known = channels.get(channel);
    return known == null ? channel : "#" + known.name();
  }
}
