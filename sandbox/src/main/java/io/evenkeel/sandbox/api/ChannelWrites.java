package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Making channels and changing their headers: {@code conversations.create}, {@code .setTopic}, …
 */
final class ChannelWrites {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]*");
  private static final Pattern PUNCTUATION = Pattern.compile("[_-]+");

  List<Served> methods() {
    List<String> manage = List.of("channels:manage", "groups:write", "im:write", "mpim:write");
    List<String> topic =
        List.of("channels:manage", "channels:write.topic", "groups:write", "groups:write.topic");
    return List.of(
        Served.write("conversations.create", 20, manage, ChannelWrites::create),
        Served.write("conversations.setTopic", 20, topic, ChannelWrites::setTopic),
        Served.write("conversations.rename", 20, manage, ChannelWrites::rename),
        Served.write("conversations.archive", 20, manage, ChannelWrites::archive),
        Served.write("conversations.unarchive", 20, manage, ChannelWrites::unarchive),
        Served.write("conversations.open", 50, List.of("im:write"), ChannelWrites::open));
  }

  private static ObjectNode create(Call call) {
    boolean isPrivate = call.args().flag("is_private");
    call.needsOneOf(List.of(isPrivate ? "groups:write" : "channels:manage"));
    String name = validName(call);
    Channel made = call.workspace().lines().create(name, isPrivate, call.caller().id());
    return shown(call, made);
  }

  private static String validName(Call call) {
    String name = call.args().text("name", "");
    if (name.isEmpty()) {
      throw new SlackError("invalid_name_required");
    }
    if (name.length() > 80) {
      throw new SlackError("invalid_name_maxlength");
    }
    if (!NAME.matcher(name).matches()) {
      throw new SlackError("invalid_name_specials");
    }
    if (PUNCTUATION.matcher(name).matches()) {
      throw new SlackError("invalid_name_punctuation");
    }
    if (call.workspace().channels().all().stream().anyMatch(c -> c.name().equals(name))) {
      throw new SlackError("name_taken");
    }
    return name;
  }

  private static ObjectNode setTopic(Call call) {
    Channel channel = Call.active(call.ownChannel("channel"), "is_archived");
    needsWrite(call, channel, ".topic");
    if (channel.isIm()) {
      throw new SlackError("method_not_supported_for_channel_type");
    }
    String topic = call.args().text("topic", "");
    if (topic.length() > 250) {
      throw new SlackError("too_long");
    }
    String stored = Escaping.stored(topic);
    return shown(call, call.workspace().lines().topic(channel.id(), call.caller().id(), stored))
        .put("topic", stored);
  }

  private static ObjectNode rename(Call call) {
    Channel channel = Call.active(call.ownChannel("channel"), "is_archived");
    needsWrite(call, channel, "");
    if (!channel.creator().equals(call.caller().id())) {
      throw new SlackError("not_authorized");
    }
    String name = validName(call);
    return shown(call, call.workspace().lines().rename(channel.id(), call.caller().id(), name));
  }

  private static ObjectNode archive(Call call) {
    Channel channel = Call.active(call.ownChannel("channel"), "already_archived");
    needsWrite(call, channel, "");
    if (channel.name().equals("general")) {
      throw new SlackError("cant_archive_general");
    }
    call.workspace().lines().archive(channel.id(), call.caller().id(), true);
    return Json.object();
  }

  /**
   * As Slack does: no bot brings back what is archived ("Bug alert" in the method's documentation;
   * it is answered as if it were not in the channel).
   */
  private static ObjectNode unarchive(Call call) {
    Channel channel = call.channel();
    needsWrite(call, channel, "");
    throw new SlackError(channel.isArchived() ? "not_in_channel" : "not_archived");
  }

  private static ObjectNode open(Call call) {
    if (call.args().text("channel") != null) {
      Channel channel = call.channel();
      return opened(call, channel, true);
    }
    List<String> users = call.args().list("users");
    if (users.isEmpty()) {
      throw new SlackError("users_list_not_supplied");
    }
    if (users.size() > 1) {
      // Group conversations are not part of the sandbox.
      throw new SlackError("too_many_users");
    }
    call.person(users.getFirst());
    int before = call.workspace().channels().all().size();
    Channel direct = call.workspace().channels().direct(call.caller().id(), users.getFirst());
    return opened(call, direct, call.workspace().channels().all().size() == before);
  }

  private static ObjectNode opened(Call call, Channel channel, boolean already) {
    ObjectNode json = Json.object().put("no_op", already).put("already_open", already);
    ObjectNode shape =
        call.args().flag("return_im")
            ? Shapes.channel(channel, call.caller().id())
            : Json.object(Map.of("id", channel.id()));
    return json.set("channel", shape);
  }

  private static void needsWrite(Call call, Channel channel, String part) {
    String family = channel.isPrivate() ? "groups:write" : "channels:manage";
    String narrow = (channel.isPrivate() ? "groups:write" : "channels:write") + part;
    call.needsOneOf(part.isEmpty() ? List.of(family) : List.of(family, narrow));
  }

  private static ObjectNode shown(Call call, Channel channel) {
    return Json.object().set("channel", Shapes.channel(channel, call.caller().id()));
  }
}
