package io.evenkeel.sandbox.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was said, per conversation in order of timestamp. */
public final class Messages {

  private final Guard guard;
  private final Ids ids;
  private final Channels channels;
  private final Map<String, NavigableMap<String, Message>> byChannel = new LinkedHashMap<>();

  Messages(Guard guard, Ids ids, Channels channels) {
    this.guard = guard;
    this.ids = ids;
    this.channels = channels;
  }

  /** Everything said there, replies among the rest, oldest first. */
  public List<Message> in(String channel) {
    return guard.locked(() -> List.copyOf(of(channel).values()));
  }

  public Optional<Message> find(String channel, String ts) {
    return guard.locked(() -> Optional.ofNullable(of(channel).get(ts)));
  }

  /** The replies to a message, oldest first, without the message itself. */
  public List<Message> replies(String channel, String parentTs) {
    return in(channel).stream().filter(m -> m.reply() && parentTs.equals(m.threadTs())).toList();
  }

  /** Posts now. A reply to a reply goes to that reply's parent, as in Slack. */
  public Message post(String channel, Draft draft) {
    return guard.locked(() -> {
      String parentTs = parentOf(channel, draft.threadTs());
      String subtype = parentTs != null && draft.broadcast() ? "thread_broadcast" : draft.subtype();
      Message message =
          new Message(
              ids.nextTs(),
              parentTs,
              draft.user(),
              draft.text(),
              draft.blocks(),
              draft.attachments(),
              draft.metadata(),
              List.of(),
              null,
              draft.files(),
              subtype,
              draft.details());
      put(channel, message);
      if (parentTs != null) {
        find(channel, parentTs).ifPresent(p -> put(channel, p.inThread(parentTs)));
      }
      guard.tell(new Change.Posted(channels.get(channel), message));
      return message;
    });
  }

  private @Nullable String parentOf(String channel, @Nullable String threadTs) {
    if (threadTs == null) {
      return null;
    }
    Message parent = of(channel).get(threadTs);
    String above = parent == null ? null : parent.threadTs();
    return above == null ? threadTs : above;
  }

  /**
   * Gives a message other words and blocks; its metadata stays unless new is given, an empty object
   * removes it.
   */
  public Message rewrite(String channel, Message before, Draft draft) {
    return guard.locked(() -> {
      JsonNode metadata = draft.metadata() == null ? before.metadata() : draft.metadata();
      Edited by = new Edited(draft.user(), ids.nextTs());
      Message after = put(channel, before.rewritten(draft, metadata, by));
      guard.tell(new Change.Rewritten(channels.get(channel), before, after));
      return after;
    });
  }

  public void delete(String channel, Message message) {
    guard.locked(() -> {
      of(channel).remove(message.ts());
      guard.tell(new Change.Deleted(channels.get(channel), message));
      return message;
    });
  }

  public void react(String channel, Message message, String user, String name) {
    guard.locked(() -> {
      Message after = put(channel, message.reacted(user, name));
      guard.tell(new Change.ReactionAdded(channels.get(channel), after, user, name));
      return after;
    });
  }

  public void unreact(String channel, Message message, String user, String name) {
    guard.locked(() -> {
      Message after = put(channel, message.unreacted(user, name));
      guard.tell(new Change.ReactionRemoved(channels.get(channel), after, user, name));
      return after;
    });
  }

  private NavigableMap<String, Message> of(String channel) {
    return byChannel.computeIfAbsent(channel, k -> new TreeMap<>());
  }

  private Message put(String channel, Message message) {
    of(channel).put(message.ts(), message);
    return message;
  }

  Map<String, List<Message>> all() {
    return byChannel.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> new ArrayList<>(e.getValue().values())));
  }

  void load(Map<String, List<Message>> messages) {
    byChannel.clear();
    messages.forEach((channel, list) -> list.forEach(m -> put(channel, m)));
    messages.values().stream().flatMap(List::stream).forEach(m -> ids.startAfter(m.ts()));
  }
}
