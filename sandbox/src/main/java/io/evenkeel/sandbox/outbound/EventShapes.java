package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.api.MessageShape;
import io.evenkeel.sandbox.api.Shapes;
import io.evenkeel.sandbox.workspace.Change;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The Events API's event for each change that has one. */
final class EventShapes {

  /**
   * An event.
   *
   * @param subscription what an app must ask for to get it, such as {@code message.channels}
   * @param channel where it happened; the bot must be in it, unless {@code everywhere}
   */
  record Event(String subscription, Channel channel, boolean everywhere, ObjectNode body) {}

  private final Workspace workspace;
  private final MessageShape shape;

  EventShapes(Workspace workspace, MessageShape shape) {
    this.workspace = workspace;
    this.shape = shape;
  }

  List<Event> of(Change change) {
    return switch (change) {
      case Change.Posted c -> posted(c);
      case Change.Rewritten c -> List.of(rewritten(c));
      case Change.Deleted c -> List.of(deleted(c));
      case Change.ReactionAdded c ->
          List.of(reaction("reaction_added", c.channel(), c.message(), c.user(), c.name()));
      case Change.ReactionRemoved c ->
          List.of(reaction("reaction_removed", c.channel(), c.message(), c.user(), c.name()));
      case Change.Pinned c -> List.of(pin("pin_added", c.channel(), c.message(), c.pin().user()));
      case Change.Unpinned c -> List.of(pin("pin_removed", c.channel(), c.message(), c.user()));
      case Change.Joined c -> List.of(joined(c));
      case Change.Departed c -> List.of(departed(c));
      case Change.Created c -> c.channel().isIm() ? List.of() : List.of(created(c.channel()));
      case Change.Renamed c -> List.of(renamed(c.channel()));
      case Change.Archived c -> List.of(archived(c));
      case Change.HeaderChanged _,
          Change.EphemeralChanged _,
          Change.ViewChanged _,
          Change.FileChanged _,
          Change.Read _,
          Change.Everything _ ->
          List.of();
    };
  }

  private List<Event> posted(Change.Posted c) {
    ObjectNode body = message(c.channel(), c.message());
    Event said = new Event(messages(c.channel()), c.channel(), false, body);
    boolean mention = c.message().text().contains("<@" + workspace.bot().id());
    boolean own = c.message().user().equals(workspace.bot().id());
    if (!mention || own || c.message().details() != null) {
      return List.of(said);
    }
    ObjectNode mentioned = body.deepCopy().put("type", "app_mention");
    mentioned.remove("channel_type");
    return List.of(said, new Event("app_mention", c.channel(), false, mentioned));
  }

  private ObjectNode message(Channel channel, Message message) {
    ObjectNode body =
        shape
            .of(channel, message, true)
            .put("channel", channel.id())
            .put("event_ts", message.ts())
            .put("channel_type", type(channel));
    if (!body.has("bot_id") && message.details() == null) {
      body.put("client_msg_id", "m-" + message.ts());
    }
    return body;
  }

  private Event rewritten(Change.Rewritten c) {
    ObjectNode body = hidden("message_changed", c.channel());
    body.set("message", shape.of(c.channel(), c.after(), true));
    body.set("previous_message", shape.of(c.channel(), c.before(), true));
    return new Event(messages(c.channel()), c.channel(), false, body);
  }

  private Event deleted(Change.Deleted c) {
    ObjectNode body = hidden("message_deleted", c.channel()).put("deleted_ts", c.before().ts());
    body.set("previous_message", shape.of(c.channel(), c.before(), true));
    return new Event(messages(c.channel()), c.channel(), false, body);
  }

  private ObjectNode hidden(String subtype, Channel channel) {
    String ts = workspace.nextTs();
    return Json.object()
        .put("type", "message")
        .put("subtype", subtype)
        .put("hidden", true)
        .put("channel", channel.id())
        .put("channel_type", type(channel))
        .put("ts", ts)
        .put("event_ts", ts);
  }

  private Event reaction(String type, Channel channel, Message message, String user, String name) {
    ObjectNode body =
        event(type).put("user", user).put("reaction", name).put("item_user", message.user());
    body.set(
        "item",
        Json.object().put("type", "message").put("channel", channel.id()).put("ts", message.ts()));
    return new Event(type, channel, false, body);
  }

  private Event pin(String type, Channel channel, Message message, String user) {
    long now = workspace.now().getEpochSecond();
    ObjectNode body =
        event(type)
            .put("user", user)
            .put("channel_id", channel.id())
            .put("item_user", message.user())
            .put("pin_count", channel.pins().size());
    ObjectNode item =
        Json.object()
            .put("type", "message")
            .put("created", now)
            .put("created_by", user)
            .put("channel", channel.id());
    body.set("item", item.set("message", shape.of(channel, message, true)));
    return new Event(type, channel, false, body);
  }

  private Event joined(Change.Joined c) {
    ObjectNode body = member("member_joined_channel", c.channel(), c.user());
    if (!c.inviter().isEmpty()) {
      body.put("inviter", c.inviter());
    }
    return new Event("member_joined_channel", c.channel(), false, body);
  }

  private Event departed(Change.Departed c) {
    boolean self = c.user().equals(workspace.bot().id());
    ObjectNode body = member("member_left_channel", c.channel(), c.user());
    return new Event("member_left_channel", c.channel(), self, body);
  }

  private ObjectNode member(String type, Channel channel, String user) {
    return event(type)
        .put("user", user)
        .put("channel", channel.id())
        .put("channel_type", channel.isPrivate() ? "G" : "C")
        .put("team", Workspace.TEAM);
  }

  private Event created(Channel channel) {
    ObjectNode shown =
        Json.object()
            .put("id", channel.id())
            .put("name", channel.name())
            .put("created", channel.created())
            .put("creator", channel.creator())
            .put("is_channel", true)
            .put("context_team_id", Workspace.TEAM);
    ObjectNode body = event("channel_created").set("channel", shown);
    return new Event("channel_created", channel, !channel.isPrivate(), body);
  }

  private Event renamed(Channel channel) {
    String type = family(channel) + "_rename";
    ObjectNode shown =
        Json.object()
            .put("id", channel.id())
            .put("name", channel.name())
            .put("name_normalized", channel.name())
            .put("created", channel.created())
            .put("is_channel", !channel.isPrivate())
            .put("is_mpim", false);
    ObjectNode body = event(type).set("channel", shown);
    return new Event(type, channel, !channel.isPrivate(), body);
  }

  private Event archived(Change.Archived c) {
    String type = family(c.channel()) + (c.archived() ? "_archive" : "_unarchive");
    ObjectNode body = event(type).put("channel", c.channel().id()).put("user", c.user());
    return new Event(type, c.channel(), !c.channel().isPrivate(), body);
  }

  /** The event for somebody who opens the app's home. */
  Event home(Channel direct, String user, String tab) {
    ObjectNode body =
        event("app_home_opened").put("user", user).put("channel", direct.id()).put("tab", tab);
    if (tab.equals("home")) {
      workspace
          .homes()
          .of(user)
          .ifPresent(view -> body.set("view", Shapes.view(view, workspace.bot())));
    }
    return new Event("app_home_opened", direct, true, body);
  }

  private ObjectNode event(String type) {
    return Json.object().put("type", type).put("event_ts", workspace.nextTs());
  }

  private static String family(Channel channel) {
    return channel.isPrivate() ? "group" : "channel";
  }

  private static String messages(Channel channel) {
    return Stream.of(type(channel))
        .map(t -> t.equals("im") ? "message.im" : "message." + t + "s")
        .findFirst()
        .orElseThrow();
  }

  private static String type(Channel channel) {
    if (channel.isIm()) {
      return "im";
    }
    return channel.isPrivate() ? "group" : "channel";
  }
}
