package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Bookmark;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code bookmarks.*}. */
final class Bookmarks {

  private static final int LIMIT = 100;

  List<Served> methods() {
    List<String> write = List.of("bookmarks:write");
    return List.of(
        Served.write("bookmarks.add", 20, write, Bookmarks::add),
        Served.write("bookmarks.edit", 20, write, Bookmarks::edit),
        Served.write("bookmarks.remove", 20, write, Bookmarks::remove),
        Served.write("bookmarks.list", 50, List.of("bookmarks:read"), Bookmarks::list));
  }

  private static ObjectNode add(Call call) {
    Channel channel = channel(call);
    String title = limited("title", 256, call.args().required("title"));
    String type = call.args().required("type");
    if (!type.equals("link")) {
      throw new SlackError("invalid_bookmark_type");
    }
    String link = link(limited("link", 2048, call.args().text("link", "")));
    if (channel.bookmarks().size() >= LIMIT) {
      throw new SlackError("too_many_bookmarks");
    }
    Bookmark made =
        new Bookmark(
            call.workspace().newId("Bk0"),
            title,
            link,
            emoji(call.args().text("emoji", "")),
            type,
            call.caller().id(),
            call.workspace().now().getEpochSecond(),
            0);
    change(call, channel, made, true);
    return Json.object().set("bookmark", Shapes.bookmark(made, channel.id()));
  }

  private static ObjectNode edit(Call call) {
    Channel channel = channel(call);
    Bookmark old = find(call, channel);
    Args args = call.args();
    Bookmark made =
        new Bookmark(
            old.id(),
            limited("title", 256, args.text("title", old.title())),
            link(args.text("link", old.link())),
            emoji(args.text("emoji", old.emoji())),
            old.type(),
            call.caller().id(),
            old.created(),
            call.workspace().now().getEpochSecond());
    change(call, channel, made, true);
    return Json.object().set("bookmark", Shapes.bookmark(made, channel.id()));
  }

  private static ObjectNode remove(Call call) {
    Channel channel = channel(call);
    change(call, channel, find(call, channel), false);
    return Json.object();
  }

  private static ObjectNode list(Call call) {
    Channel channel = channel(call);
    return Json.object()
        .set(
            "bookmarks",
            Json.of(
                channel.bookmarks().stream().map(b -> Shapes.bookmark(b, channel.id())).toList()));
  }

  /** Keeps the bookmark in its place, adds it at the end, or takes it away. */
  private static void change(Call call, Channel channel, Bookmark bookmark, boolean keep) {
    call.workspace()
        .channels()
        .bookmarks(
            channel.id(),
            list -> {
              int at = list.stream().map(Bookmark::id).toList().indexOf(bookmark.id());
              if (at < 0) {
                list.add(bookmark);
              } else if (keep) {
                list.set(at, bookmark);
              } else {
                list.remove(at);
              }
              return list;
            });
  }

  private static Channel channel(Call call) {
    Channel channel = call.channel("channel_id");
    if (!channel.has(call.caller().id())) {
      throw new SlackError("channel_not_found");
    }
    return Call.active(channel, "permission_denied");
  }

  private static Bookmark find(Call call, Channel channel) {
    String id = call.args().required("bookmark_id");
    return channel.bookmarks().stream()
        .filter(b -> b.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new SlackError("not_found"));
  }

  private static String limited(String name, int max, String value) {
    if (value.length() > max) {
      throw SlackError.explained(
          "invalid_arguments",
          List.of("[ERROR] must be less than " + (max + 1) + " characters: " + name));
    }
    return value;
  }

  private static String link(String link) {
    if (!link.startsWith("http://") && !link.startsWith("https://")) {
      throw new SlackError("invalid_link");
    }
    return link;
  }

  private static String emoji(String emoji) {
    if (!emoji.isEmpty() && !emoji.matches(":[a-z0-9_+'-]+:")) {
      throw new SlackError("invalid_emoji");
    }
    return emoji;
  }
}
