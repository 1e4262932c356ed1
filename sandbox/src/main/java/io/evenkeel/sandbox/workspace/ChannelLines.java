package io.evenkeel.sandbox.workspace;

import java.util.Map;

/** Changes to a channel that Slack also tells in it, as a line of its own. */
public final class ChannelLines {

  private final Guard guard;
  private final Ids ids;
  private final Channels channels;
  private final Messages messages;

  ChannelLines(Guard guard, Ids ids, Channels channels, Messages messages) {
    this.guard = guard;
    this.ids = ids;
    this.channels = channels;
    this.messages = messages;
  }

  /** Makes a channel with its creator in it. */
  public Channel create(String name, boolean isPrivate, String creator) {
    return guard.locked(() -> join(channels.create(name, isPrivate, creator).id(), creator, ""));
  }

  /** Somebody comes in, by themselves if {@code inviter} is empty. */
  public Channel join(String id, String user, String inviter) {
    return guard.locked(() -> {
      Channel next = channels.change(id, c -> c.withMember(user));
      Map<String, String> details = inviter.isEmpty() ? Map.of() : Map.of("inviter", inviter);
      say(id, user, "channel_join", "<@" + user + "> has joined the channel", details);
      guard.tell(new Change.Joined(next, user, inviter));
      return next;
    });
  }

  public Channel leave(String id, String user) {
    return guard.locked(() -> {
      say(id, user, "channel_leave", "<@" + user + "> has left the channel", Map.of());
      Channel next = channels.change(id, c -> c.withoutMember(user));
      guard.tell(new Change.Departed(next, user));
      return next;
    });
  }

  /** Sets the topic; an equal one says nothing, as in Slack. */
  public Channel topic(String id, String user, String topic) {
    return guard.locked(() -> {
      if (channels.get(id).topic().value().equals(topic)) {
        return channels.get(id);
      }
      Note note = new Note(topic, user, ids.seconds());
      Channel next = channels.change(id, c -> c.withTopic(note));
      String words =
          topic.isEmpty() ? " cleared the channel topic" : " set the channel topic: " + topic;
      say(id, user, "channel_topic", "<@" + user + ">" + words, Map.of("topic", topic));
      guard.tell(new Change.HeaderChanged(next));
      return next;
    });
  }

  public Channel rename(String id, String user, String name) {
    return guard.locked(() -> {
      String old = channels.get(id).name();
      Channel next = channels.change(id, c -> c.renamed(name));
      String words = " has renamed the channel from \"%s\" to \"%s\"".formatted(old, name);
      say(
          id,
          user,
          "channel_name",
          "<@" + user + ">" + words,
          Map.of("old_name", old, "name", name));
      guard.tell(new Change.Renamed(next, old));
      return next;
    });
  }

  /** Archives a channel, or brings it back. */
  public Channel archive(String id, String user, boolean archived) {
    return guard.locked(() -> {
      Channel next = channels.change(id, c -> c.archived(archived));
      say(
          id,
          user,
          archived ? "channel_archive" : "channel_unarchive",
          "<@" + user + "> " + (archived ? "archived" : "un-archived") + " the channel",
          Map.of());
      guard.tell(new Change.Archived(next, user, archived));
      return next;
    });
  }

  /** Pins a message and says so. */
  public void pin(String id, Message message, String user) {
    guard.locked(() -> {
      channels.pin(id, message, user);
      return messages.post(
          id,
          Draft.line(
              user,
              "pinned_item",
              "<@" + user + "> pinned a message to this channel.",
              Json.object(Map.of("item_type", "C", "item", Map.of("ts", message.ts())))));
    });
  }

  private void say(String id, String user, String subtype, String text, Map<String, ?> details) {
    messages.post(id, Draft.line(user, subtype, text, Json.object(details)));
  }
}
