package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** {@code reactions.*}. */
final class Reactions {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_+'-]+(::skin-tone-[2-6])?");

  private final MessageShape shape;

  Reactions(MessageShape shape) {
    this.shape = shape;
  }

  List<Served> methods() {
    List<String> write = List.of("reactions:write");
    return List.of(
        Served.write("reactions.add", 50, write, Reactions::add),
        Served.write("reactions.remove", 50, write, Reactions::remove),
        Served.read("reactions.get", 50, List.of("reactions:read"), this::get));
  }

  private static ObjectNode add(Call call) {
    Channel channel = Call.active(channel(call), "is_archived");
    String name = name(call);
    Message message = message(call, channel);
    if (message.hasReaction(call.caller().id(), name)) {
      throw new SlackError("already_reacted");
    }
    call.workspace().messages().react(channel.id(), message, call.caller().id(), name);
    return Json.object();
  }

  private static ObjectNode remove(Call call) {
    Channel channel = Call.active(channel(call), "is_archived");
    String name = name(call);
    Message message = message(call, channel);
    if (!message.hasReaction(call.caller().id(), name)) {
      throw new SlackError("no_reaction");
    }
    call.workspace().messages().unreact(channel.id(), message, call.caller().id(), name);
    return Json.object();
  }

  private ObjectNode get(Call call) {
    Channel channel = channel(call);
    return Json.object()
        .put("type", "message")
        .put("channel", channel.id())
        .set("message", shape.of(channel, message(call, channel), false));
  }

  /**
   * {@code reactions.*} know no {@code not_in_channel}: a channel the bot is not in is not found.
   */
  private static Channel channel(Call call) {
    Channel channel = call.channel();
    if (!channel.has(call.caller().id())) {
      throw new SlackError("channel_not_found");
    }
    return channel;
  }

  private static String name(Call call) {
    String name = call.args().required("name");
    if (!NAME.matcher(name).matches()) {
      throw new SlackError("invalid_name");
    }
    return name;
  }

  private static Message message(Call call, Channel channel) {
    String ts = call.args().text("timestamp", "");
    if (ts.isEmpty()) {
      throw new SlackError("no_item_specified");
    }
    return call.message(channel, ts);
  }
}
