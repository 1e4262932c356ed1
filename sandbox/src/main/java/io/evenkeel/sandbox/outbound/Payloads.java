package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.api.MessageShape;
import io.evenkeel.sandbox.api.Shapes;
import io.evenkeel.sandbox.api.Triggers;
import io.evenkeel.sandbox.blockkit.Blocks;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Ephemeral;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.View;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of slash commands and interactions, field for field as Slack documents them. */
public final class Payloads {

  /** The workspace's web name. */
  public static final String DOMAIN = "sandbox";

  static final String TOKEN = "sandboxVerificationToken";

  private final Workspace workspace;
  private final Triggers triggers;
  private final ResponseUrls responses;
  private final MessageShape shape;

  /** Payloads about this workspace. */
  public Payloads(
      Workspace workspace, Triggers triggers, ResponseUrls responses, MessageShape shape) {
    this.workspace = workspace;
    this.triggers = triggers;
    this.responses = responses;
    this.shape = shape;
  }

  /** A slash command's form fields. */
  public Map<String, String> command(
      Person user, Channel channel, String command, String text, ResponseUrl slot) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", TOKEN);
    form.put("team_id", Workspace.TEAM);
    form.put("team_domain", DOMAIN);
    form.put("channel_id", channel.id());
    form.put("channel_name", name(channel));
    form.put("user_id", user.id());
    form.put("user_name", user.name());
    form.put("command", command);
    form.put("text", text);
    form.put("api_app_id", workspace.bot().appId());
    form.put("is_enterprise_install", "false");
    form.put("response_url", slot.url());
    form.put("trigger_id", triggers.issue(user.id(), null));
    return form;
  }

  /** Using an element of a message. */
  public JsonNode messageAction(
      Person user, Channel channel, Message message, Blocks.Found found, JsonNode held) {
    ObjectNode json = base("block_actions", user);
    ObjectNode container =
        Json.object()
            .put("type", "message")
            .put("message_ts", message.ts())
            .put("channel_id", channel.id())
            .put("is_ephemeral", false);
    if (message.threadTs() != null) {
      container.put("thread_ts", message.threadTs());
    }
    json.set("container", container);
    json.set("channel", channel(channel));
    json.set("message", shape.of(channel, message, true));
    json.put("response_url", responses.forMessage(channel, user.id(), message).url());
    return acted(json, found, held);
  }

  /** Using an element of an ephemeral message: Slack does not send the message along. */
  public JsonNode ephemeralAction(
      Person user, Channel channel, Ephemeral ephemeral, Blocks.Found found, JsonNode held) {
    ObjectNode json = base("block_actions", user);
    ObjectNode container =
        Json.object()
            .put("type", "message")
            .put("message_ts", ephemeral.ts())
            .put("channel_id", channel.id())
            .put("is_ephemeral", true);
    if (ephemeral.threadTs() != null) {
      container.put("thread_ts", ephemeral.threadTs());
    }
    json.set("container", container);
    json.set("channel", channel(channel));
    json.put("response_url", responses.forEphemeral(channel, user.id(), ephemeral).url());
    return acted(json, found, held);
  }

  /** Using an element of a modal. */
  public JsonNode viewAction(Person user, View view, Blocks.Found found, JsonNode held) {
    ObjectNode json = base("block_actions", user);
    json.put("trigger_id", triggers.issue(user.id(), view.id()));
    json.set("container", Json.object().put("type", "view").put("view_id", view.id()));
    json.set("view", Shapes.view(view, workspace.bot()));
    ObjectNode actions = acted(json, found, held);
    actions.remove("state");
    return actions;
  }

  private ObjectNode acted(ObjectNode json, Blocks.Found found, JsonNode held) {
    ObjectNode action =
        Json.object()
            .put("type", found.type())
            .put("action_id", found.actionId())
            .put("block_id", found.blockId())
            .put("action_ts", workspace.nextTs());
    for (String field : List.of("text", "value", "style", "placeholder")) {
      if (found.element().has(field)) {
        action.set(field, found.element().path(field));
      }
    }
    held.properties().forEach(e -> action.set(e.getKey(), e.getValue()));
    json.set("actions", Json.array().add(action));
    ObjectNode values = Json.object();
    if (!held.isEmpty()) {
      values.set(found.blockId(), Json.object().set(found.actionId(), held));
    }
    return json.set("state", Json.object().set("values", values));
  }

  /** Submitting or closing a modal. */
  public JsonNode view(String type, Person user, View view) {
    ObjectNode json = base(type, user);
    json.set("view", Shapes.view(view, workspace.bot()));
    if (type.equals("view_submission")) {
      json.set("response_urls", Json.array());
      return json;
    }
    json.remove("trigger_id");
    return json.put("is_cleared", false);
  }

  /** A global shortcut. */
  public JsonNode shortcut(Person user, String callbackId) {
    return base("shortcut", user)
        .put("callback_id", callbackId)
        .put("action_ts", workspace.nextTs());
  }

  /** A message shortcut. */
  public JsonNode messageShortcut(
      Person user, String callbackId, Channel channel, Message message) {
    ObjectNode json =
        base("message_action", user)
            .put("callback_id", callbackId)
            .put("action_ts", workspace.nextTs())
            .put("message_ts", message.ts())
            .put("response_url", responses.forSlash(channel, user.id()).url());
    json.set("channel", channel(channel));
    return json.set("message", shape.of(channel, message, true));
  }

  /** The typing in an external select. */
  public JsonNode suggestion(Person user, View view, Blocks.Found found, String typed) {
    ObjectNode json =
        base("block_suggestion", user)
            .put("action_id", found.actionId())
            .put("block_id", found.blockId())
            .put("value", typed);
    json.remove("trigger_id");
    json.set("container", Json.object().put("type", "view").put("view_id", view.id()));
    return json.set("view", Shapes.view(view, workspace.bot()));
  }

  private ObjectNode base(String type, Person user) {
    ObjectNode json =
        Json.object()
            .put("type", type)
            .put("api_app_id", workspace.bot().appId())
            .put("token", TOKEN)
            .put("trigger_id", triggers.issue(user.id(), null))
            .put("is_enterprise_install", false)
            .putNull("enterprise");
    json.set("team", Json.object().put("id", Workspace.TEAM).put("domain", DOMAIN));
    return json.set(
        "user",
        Json.object()
            .put("id", user.id())
            .put("username", user.name())
            .put("name", user.name())
            .put("team_id", Workspace.TEAM));
  }

  private static ObjectNode channel(Channel channel) {
    return Json.object().put("id", channel.id()).put("name", name(channel));
  }

  private static String name(Channel channel) {
    if (channel.isIm()) {
      return "directmessage";
    }
    return channel.isPrivate() ? "privategroup" : channel.name();
  }
}
