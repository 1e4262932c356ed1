package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.invite}, {@code .join}, {@code .leave} and {@code .kick}. */
final class Membership {

  List<Served> methods() {
    List<String> invite =
        List.of(
            "channels:manage", "channels:write.invites", "groups:write", "groups:write.invites");
    List<String> manage = List.of("channels:manage", "groups:write");
    return List.of(
        Served.write("conversations.invite", 50, invite, Membership::invite),
        Served.write("conversations.join", 50, List.of("channels:join"), Membership::join),
        Served.write("conversations.leave", 50, manage, Membership::leave),
        Served.write("conversations.kick", 50, manage, Membership::kick));
  }

  private static ObjectNode invite(Call call) {
    Channel channel = Call.active(call.ownChannel("channel"), "is_archived");
    if (channel.isIm()) {
      throw new SlackError("method_not_supported_for_channel_type");
    }
    call.needsOneOf(
        channel.isPrivate()
            ? List.of("groups:write", "groups:write.invites")
            : List.of("channels:manage", "channels:write.invites"));
    List<String> users = call.args().list("users");
    if (users.isEmpty()) {
      throw new SlackError("no_user");
    }
    List<Map<String, Object>> errors = new ArrayList<>();
    List<String> good = new ArrayList<>();
    for (String user : users) {
      String error = wrongWith(call, channel, user);
      if (error.isEmpty()) {
        good.add(user);
      } else {
        errors.add(Map.of("user", user, "ok", false, "error", error));
      }
    }
    if (!errors.isEmpty() && (good.isEmpty() || !call.args().flag("force"))) {
      String first = String.valueOf(errors.getFirst().get("error"));
      throw new SlackError(first, Map.of("errors", errors));
    }
    Channel after = channel;
    for (String user : good) {
      after = call.workspace().lines().join(channel.id(), user, call.caller().id());
    }
    ObjectNode json = Json.object();
    if (!errors.isEmpty()) {
      json.set("errors", Json.of(errors));
    }
    return json.set("channel", Shapes.channel(after, call.caller().id()));
  }

  private static String wrongWith(Call call, Channel channel, String user) {
    if (call.workspace().people().byId(user).isEmpty()) {
      return "user_not_found";
    }
    if (user.equals(call.caller().id())) {
      return "cant_invite_self";
    }
    if (user.equals("USLACKBOT")) {
      return "cant_invite";
    }
    return channel.has(user) ? "already_in_channel" : "";
  }

  private static ObjectNode join(Call call) {
    Channel channel = Call.active(call.channel(), "is_archived");
    if (channel.isIm() || channel.isPrivate()) {
      throw new SlackError("method_not_supported_for_channel_type");
    }
    String me = call.caller().id();
    if (channel.has(me)) {
      return Json.object()
          .put("warning", "already_in_channel")
          .set("channel", Shapes.channel(channel, me));
    }
    return Json.object()
        .set("channel", Shapes.channel(call.workspace().lines().join(channel.id(), me, ""), me));
  }

  private static ObjectNode leave(Call call) {
    Channel channel = call.channel();
    if (!channel.has(call.caller().id())) {
      return Json.object().put("not_in_channel", true);
    }
    if (channel.name().equals("general")) {
      throw new SlackError("cant_leave_general");
    }
    call.workspace().lines().leave(channel.id(), call.caller().id());
    return Json.object();
  }

  private static ObjectNode kick(Call call) {
    Channel channel = call.ownChannel("channel");
    String user = call.args().required("user");
    call.person(user);
    if (user.equals(call.caller().id())) {
      throw new SlackError("cant_kick_self");
    }
    if (channel.name().equals("general")) {
      throw new SlackError("cant_kick_from_general");
    }
    if (!channel.has(user)) {
      throw new SlackError("not_in_channel");
    }
    call.workspace().lines().leave(channel.id(), user);
    return Json.object().set("errors", Json.object());
  }
}
