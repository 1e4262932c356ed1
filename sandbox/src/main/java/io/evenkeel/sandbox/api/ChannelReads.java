package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.info}, {@code .list}, {@code .members} and {@code users.conversations}. */
final class ChannelReads {

  private static final List<String> READ =
      List.of("channels:read", "groups:read", "im:read", "mpim:read");

  List<Served> methods() {
    return List.of(
        Served.read("conversations.info", 50, READ, ChannelReads::info),
        Served.read("conversations.members", 100, READ, ChannelReads::members),
        Served.read("conversations.list", 20, READ, c -> list(c, x -> x.visibleTo(me(c)))),
        Served.read("users.conversations", 50, READ, ChannelReads::own));
  }

  private static ObjectNode info(Call call) {
    Channel channel = call.channel();
    call.needsFor(channel, "read");
    ObjectNode json = Shapes.channel(channel, me(call));
    if (call.args().flag("include_num_members")) {
      json.put("num_members", channel.members().size());
    }
    return Json.object().set("channel", json);
  }

  private static ObjectNode members(Call call) {
    Channel channel = call.channel();
    call.needsFor(channel, "read");
    int limit = call.args().number("limit", 100, 1, 1000);
    return Pages.cut(
        Json.object(), "members", channel.members(), limit, call.args(), m -> m, m -> m);
  }

  private static ObjectNode own(Call call) {
    String user = call.args().text("user", me(call));
    call.person(user);
    return list(call, c -> c.has(user) && c.visibleTo(me(call)));
  }

  private static ObjectNode list(Call call, Predicate<Channel> which) {
    List<String> types = call.args().list("types");
    types = types.isEmpty() ? List.of("public_channel") : types;
    for (String type : types) {
      call.needsOneOf(List.of(scope(type)));
    }
    boolean withoutArchived = call.args().flag("exclude_archived");
    List<Channel> found = new ArrayList<>();
    for (Channel channel : call.workspace().channels().all()) {
      if (types.contains(type(channel))
          && which.test(channel)
          && !(withoutArchived && channel.isArchived())) {
        found.add(channel);
      }
    }
    return Pages.cut(
        Json.object(),
        "channels",
        found,
        call.args().number("limit", 100, 1, 1000),
        call.args(),
        Channel::id,
        c -> listed(c, me(call)));
  }

  private static ObjectNode listed(Channel channel, String viewer) {
    ObjectNode json = Shapes.channel(channel, viewer);
    return channel.isIm() ? json : json.put("num_members", channel.members().size());
  }

  private static String type(Channel channel) {
    if (channel.isIm()) {
      return "im";
    }
    return channel.isPrivate() ? "private_channel" : "public_channel";
  }

  private static String scope(String type) {
    return switch (type) {
      case "public_channel" -> "channels:read";
      case "private_channel" -> "groups:read";
      case "im" -> "im:read";
      case "mpim" -> "mpim:read";
      default -> throw new SlackError("invalid_types");
    };
  }

  private static String me(Call call) {
    return call.caller().id();
  }
}
