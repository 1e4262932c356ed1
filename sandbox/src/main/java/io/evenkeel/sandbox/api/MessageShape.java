package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Reaction;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as Slack shows it to an app, in answers and in events. */
public final class MessageShape {

  private final Workspace workspace;
  private final Supplier<String> baseUrl;

  /** Messages of this workspace, with addresses under {@code baseUrl}. */
  public MessageShape(Workspace workspace, Supplier<String> baseUrl) {
    this.workspace = workspace;
    this.baseUrl = baseUrl;
  }

  /** The message object; with its metadata only if asked for. */
  public ObjectNode of(Channel channel, Message message, boolean withMetadata) {
    ObjectNode json = Json.object().put("type", "message");
    if (message.subtype() != null) {
      json.put("subtype", message.subtype());
    }
    json.put("user", message.user())
        .put("text", message.text())
        .put("ts", message.ts())
        .put("team", Workspace.TEAM);
    workspace.people().byId(message.user()).filter(Person::isBot).ifPresent(b -> bot(json, b));
    if (message.details() != null) {
      message.details().properties().forEach(e -> json.set(e.getKey(), e.getValue()));
    }
    put(json, "blocks", message.blocks());
    put(json, "attachments", message.attachments());
    if (withMetadata) {
      put(json, "metadata", message.metadata());
    }
    thread(json, channel, message);
    if (!message.reactions().isEmpty()) {
      json.set("reactions", Json.of(message.reactions().stream().map(this::reaction).toList()));
    }
    if (message.edited() != null) {
      json.set("edited", Json.of(message.edited()));
    }
    if (!message.files().isEmpty()) {
      json.set("files", Json.of(files(message)));
      json.put("upload", false);
    }
    if (channel.pins().stream().anyMatch(p -> p.ts().equals(message.ts()))) {
      json.set("pinned_to", Json.of(List.of(channel.id())));
    }
    return json;
  }

  private static void put(
      ObjectNode json, String field, @org.jspecify.annotations.Nullable JsonNode value) {
    if (value != null) {
      json.set(field, value);
    }
  }

  private static void bot(ObjectNode json, Person bot) {
    json.put("bot_id", bot.botId()).put("app_id", bot.appId());
    json.set(
        "bot_profile",
        Json.object(
            Map.of(
                "id",
                bot.botId(),
                "deleted",
                false,
                "name",
                bot.realName(),
                "updated",
                1735689600,
                "app_id",
                bot.appId(),
                "team_id",
                Workspace.TEAM)));
  }

  private void thread(ObjectNode json, Channel channel, Message message) {
    String parentTs = message.threadTs();
    if (parentTs == null) {
      return;
    }
    json.put("thread_ts", parentTs);
    if (message.reply()) {
      workspace
          .messages()
          .find(channel.id(), parentTs)
          .ifPresent(p -> json.put("parent_user_id", p.user()));
      return;
    }
    List<Message> replies = workspace.messages().replies(channel.id(), parentTs);
    List<String> users = replies.stream().map(Message::user).distinct().toList();
    json.put("reply_count", replies.size())
        .put("reply_users_count", users.size())
        .put("is_locked", false)
        .put("subscribed", false);
    json.set("reply_users", Json.of(users));
    if (!replies.isEmpty()) {
      json.put("latest_reply", replies.getLast().ts());
    }
  }

  private Map<String, Object> reaction(Reaction reaction) {
    return Map.of(
        "name", reaction.name(), "users", reaction.users(), "count", reaction.users().size());
  }

  private List<ObjectNode> files(Message message) {
    return message.files().stream()
        .flatMap(id -> workspace.files().find(id).stream())
        .map(f -> FileShape.of(f, baseUrl.get()))
        .toList();
  }
}
