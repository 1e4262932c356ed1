package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Bookmark;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.FileShare;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Note;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.View;
import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** People, channels, bookmarks, files and views as Slack shows them to an app. */
public final class Shapes {

  private Shapes() {}

  /** A user object. */
  public static ObjectNode person(Person person, Instant now) {
    boolean bot = person.isBot() && !person.id().equals("USLACKBOT");
    ObjectNode profile =
        Json.object()
            .put("title", "")
            .put("phone", "")
            .put("skype", "")
            .put("real_name", person.realName())
            .put("real_name_normalized", person.realName())
            .put("display_name", person.name())
            .put("display_name_normalized", person.name())
            .put("status_text", "")
            .put("status_emoji", "")
            .put("status_expiration", 0)
            .put("avatar_hash", "g" + person.id().toLowerCase(Locale.ROOT))
            .put("team", Workspace.TEAM);
    if (bot) {
      profile.put("api_app_id", person.appId()).put("bot_id", person.botId());
      profile.put("always_active", true);
    } else {
      profile.put("email", person.name() + "@sandbox.example");
    }
    String label = ZoneId.of(person.tz()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return Json.object()
        .put("id", person.id())
        .put("team_id", Workspace.TEAM)
        .put("name", person.name())
        .put("deleted", false)
        .put("color", "9f69e7")
        .put("real_name", person.realName())
        .put("tz", person.tz())
        .put("tz_label", label)
        .put("tz_offset", person.tzOffset(now))
        .put("is_admin", false)
        .put("is_owner", false)
        .put("is_primary_owner", false)
        .put("is_restricted", false)
        .put("is_ultra_restricted", false)
        .put("is_bot", bot)
        .put("is_app_user", false)
        .put("updated", 1735689600)
        .put("is_email_confirmed", !bot)
        .put("who_can_share_contact_card", "EVERYONE")
        .set("profile", profile);
  }

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

  /** A file object; its addresses lie under the base address. */
  public static ObjectNode file(FileShare file, String baseUrl) {
    ObjectNode json =
        Json.object()
            .put("id", file.id())
            .put("created", file.created())
            .put("timestamp", file.created())
            .put("name", file.name())
            .put("title", file.title())
            .put("mimetype", file.mimetype())
            .put("filetype", file.name().endsWith(".md") ? "markdown" : "text")
            .put("pretty_type", file.name().endsWith(".md") ? "Markdown" : "Plain Text")
            .put("user", file.user())
            .put("user_team", Workspace.TEAM)
            .put("editable", false)
            .put("size", file.content().length)
            .put("mode", "hosted")
            .put("is_external", false)
            .put("external_type", "")
            .put("is_public", file.shares().stream().anyMatch(s -> !s.isPrivate()))
            .put("url_private", url(file, baseUrl, ""))
            .put("url_private_download", url(file, baseUrl, "download/"))
            .put("permalink", baseUrl + "files/" + file.user() + "/" + file.id());
    json.set("channels", places(file, false));
    json.set("groups", places(file, true));
    json.set("ims", Json.array());
    ObjectNode shares = Json.object();
    for (FileShare.Share share : file.shares()) {
      shares
          .withObjectProperty(share.isPrivate() ? "private" : "public")
          .withArrayProperty(share.channel())
          .addObject()
          .put("ts", share.ts());
    }
    return json.set("shares", shares);
  }

  private static String url(FileShare file, String baseUrl, String action) {
    return baseUrl + "files-pri/" + Workspace.TEAM + "-" + file.id() + "/" + action + file.name();
  }

  private static tools.jackson.databind.JsonNode places(FileShare file, boolean isPrivate) {
    return Json.of(
        file.shares().stream()
            .filter(s -> s.isPrivate() == isPrivate)
            .map(FileShare.Share::channel)
            .distinct()
            .toList());
  }
}
