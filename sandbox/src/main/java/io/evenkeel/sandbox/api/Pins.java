package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Pin;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code pins.*}. */
final class Pins {

  private final MessageShape shape;

  Pins(MessageShape shape) {
    this.shape = shape;
  }

  List<Served> methods() {
    return List.of(
        Served.write("pins.add", 20, List.of("pins:write"), Pins::add),
        Served.write("pins.remove", 20, List.of("pins:write"), Pins::remove),
        Served.read("pins.list", 20, List.of("pins:read"), this::list));
  }

  private static ObjectNode add(Call call) {
    Channel channel = Call.active(call.ownChannel("channel"), "restricted_action");
    Message message = message(call, channel);
    if (pinned(channel, message)) {
      throw new SlackError("already_pinned");
    }
    if (message.details() != null) {
      throw new SlackError("not_pinnable");
    }
    if (channel.pins().size() >= 100) {
      throw new SlackError("too_many_pins");
    }
    call.workspace().lines().pin(channel.id(), message, call.caller().id());
    return Json.object();
  }

  private static ObjectNode remove(Call call) {
    Channel channel = call.ownChannel("channel");
    Message message = message(call, channel);
    if (!pinned(channel, message)) {
      throw new SlackError("no_pin");
    }
    call.workspace().channels().unpin(channel.id(), message, call.caller().id());
    return Json.object();
  }

  private ObjectNode list(Call call) {
    Channel channel = call.ownChannel("channel");
    return Json.object()
        .set("items", Json.of(channel.pins().stream().map(p -> item(call, channel, p)).toList()));
  }

  private ObjectNode item(Call call, Channel channel, Pin pin) {
    ObjectNode json =
        Json.object()
            .put("type", "message")
            .put("channel", channel.id())
            .put("created", pin.created())
            .put("created_by", pin.user());
    call.workspace()
        .messages()
        .find(channel.id(), pin.ts())
        .ifPresent(m -> json.set("message", shape.of(channel, m, false)));
    return json;
  }

  private static Message message(Call call, Channel channel) {
    String ts = call.args().text("timestamp", "");
    if (ts.isEmpty()) {
      throw new SlackError("no_item_specified");
    }
    return call.message(channel, ts);
  }

  private static boolean pinned(Channel channel, Message message) {
    return channel.pins().stream().anyMatch(p -> p.ts().equals(message.ts()));
  }
}
