package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Bookmark;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Note;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.View;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Channels, bookmarks and views as Slack shows them to an app. */
public final class Shapes {

  private Shapes() {}

  /** A conversation object, as this person sees it. */
  public static ObjectNode channel(Channel channel, String viewer) {
    ObjectNode json = Json.object().put("id", channel.id()).put("created", channel.created());
    if (channel.isIm()) {
      String other =
          channel.members().stream().filter(m -> !m.equals(viewer)).findFirst().orElse(viewer);
      return json.put("is_im", true)
          .put("is_archived", false)
          .put("is_org_shared", false)
          .put("context_team_id", Workspace.TEAM)
          .put("user", other)
          .put("is_user_deleted", false)
          .put("is_open", true)
          .put("priority", 0);
    }
    json.put("name", channel.name())
        .put("name_normalized", channel.name())
        .put("is_channel", true)
        .put("is_group", false)
        .put("is_im", false)
        .put("is_mpim", false)
        .put("is_private", channel.isPrivate())
        .put("creator", channel.creator())
        .put("is_archived", channel.isArchived())
        .put("is_general", channel.name().equals("general"))
        .put("unlinked", 0)
        .put("is_shared", false)
        .put("is_ext_shared", false)
        .put("is_org_shared", false)
        .put("is_pending_ext_shared", false)
        .put("context_team_id", Workspace.TEAM)
        .put("is_member", channel.has(viewer))
        .put("updated", channel.created() * 1000);
    json.set("pending_shared", Json.array());
    json.set("shared_team_ids", Json.of(List.of(Workspace.TEAM)));
    json.set("previous_names", Json.of(channel.previousNames()));
    json.set("topic", note(channel.topic()));
    json.set("purpose", note(channel.purpose()));
    return json;
  }

  private static ObjectNode note(Note note) {
    return Json.object(
        Map.of("value", note.value(), "creator", note.creator(), "last_set", note.lastSet()));
  }

  static ObjectNode bookmark(Bookmark bookmark, String channel) {
    ObjectNode json =
        Json.object()
            .put("id", bookmark.id())
            .put("channel_id", channel)
            .put("title", bookmark.title())
            .put("link", bookmark.link())
            .put("emoji", bookmark.emoji())
            .put("icon_url", "")
            .put("type", bookmark.type())
            .put("date_created", bookmark.created())
            .put("date_updated", bookmark.updated())
            .put("rank", "g")
            .put("last_updated_by_user_id", bookmark.user())
            .put("last_updated_by_team_id", Workspace.TEAM);
    return json.putNull("entity_id").putNull("shortcut_id").putNull("app_id");
  }

  /** A modal as the app gets it back. */
  public static ObjectNode view(View view, Person bot) {
    ObjectNode json = (ObjectNode) view.content().deepCopy();
    json.put("id", view.id())
        .put("team_id", Workspace.TEAM)
        .put("type", view.content().path("type").asString("modal"))
        .put("callback_id", view.callbackId())
        .put("private_metadata", view.privateMetadata())
        .put("external_id", view.externalId())
        .put("hash", view.hash())
        .put("clear_on_close", view.content().path("clear_on_close").asBoolean(false))
        .put("notify_on_close", view.content().path("notify_on_close").asBoolean(false))
        .put("root_view_id", view.rootViewId())
        .put("previous_view_id", view.previousViewId())
        .put("app_installed_team_id", Workspace.TEAM)
        .put("app_id", bot.appId())
        .put("bot_id", bot.botId());
    for (String field : List.of("submit", "close")) {
      if (!json.has(field)) {
        json.putNull(field);
      }
    }
    json.set("state", Json.object().set("values", view.values()));
    return json;
  }
}
