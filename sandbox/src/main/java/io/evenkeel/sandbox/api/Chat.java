package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Draft;
import io.evenkeel.sandbox.workspace.Ephemeral;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code chat.*}. */
final class Chat {

  private static final int POST_LIMIT = 40_000;
  private static final int UPDATE_LIMIT = 4_000;

  private final MessageShape shape;
  private final Supplier<String> baseUrl;

  Chat(MessageShape shape, Supplier<String> baseUrl) {
    this.shape = shape;
    this.baseUrl = baseUrl;
  }

  List<Served> methods() {
    List<String> write = List.of("chat:write");
    return List.of(
        Served.write("chat.postMessage", 0, write, this::post),
        Served.write("chat.update", 50, write, this::update),
        Served.write("chat.delete", 50, write, this::delete),
        Served.write("chat.postEphemeral", 100, write, this::ephemeral),
        Served.read("chat.getPermalink", 0, List.of(), this::permalink));
  }

  private ObjectNode post(Call call) {
    Channel channel = Call.active(target(call), "is_archived");
    Content content = Content.of(call, Integer.MAX_VALUE);
    boolean cut = content.text().length() > POST_LIMIT;
    String text = cut ? content.text().substring(0, POST_LIMIT) : content.text();
    Draft draft =
        content.draft(
            call.caller().id(), text, thread(call, channel), call.args().flag("reply_broadcast"));
    Message message = call.workspace().messages().post(channel.id(), draft);
    ObjectNode json = Json.object().put("channel", channel.id()).put("ts", message.ts());
    if (cut) {
      json.put("warning", "message_truncated");
    }
    return json.set("message", shape.of(channel, message, true));
  }

  /** A channel by id or name, or a person, whose direct conversation is then opened. */
  private static Channel target(Call call) {
    String wanted = call.args().required("channel");
    if (wanted.startsWith("U") && call.workspace().people().byId(wanted).isPresent()) {
      return call.workspace().channels().direct(call.caller().id(), wanted);
    }
    Channel channel =
        call.workspace()
            .channels()
            .find(wanted)
            .filter(c -> c.visibleTo(call.caller().id()))
            .orElseThrow(() -> new SlackError("channel_not_found"));
    if (!channel.has(call.caller().id()) && !call.scopes().contains("chat:write.public")) {
      throw new SlackError("not_in_channel");
    }
    return channel;
  }

  private static @Nullable String thread(Call call, Channel channel) {
    String ts = call.args().text("thread_ts", "");
    if (ts.isEmpty()) {
      return null;
    }
    if (call.workspace().messages().find(channel.id(), ts).isEmpty()) {
      throw new SlackError("cannot_reply_to_message");
    }
    return ts;
  }

  private ObjectNode update(Call call) {
    Channel channel = call.channel();
    String ts = call.args().required("ts");
    Message before = call.message(channel, ts);
    if (!before.user().equals(call.caller().id()) || before.details() != null) {
      throw new SlackError("cant_update_message");
    }
    Call.active(channel, "is_inactive");
    Content content = Content.of(call, UPDATE_LIMIT);
    Draft draft = content.draft(call.caller().id(), content.text(), null, false);
    Message after = call.workspace().messages().rewrite(channel.id(), before, draft);
    return Json.object()
        .put("channel", channel.id())
        .put("ts", ts)
        .put("text", after.text())
        .set("message", shape.of(channel, after, true));
  }

  private ObjectNode delete(Call call) {
    Channel channel = call.channel();
    Message message = call.message(channel, call.args().required("ts"));
    if (!message.user().equals(call.caller().id())) {
      throw new SlackError("cant_delete_message");
    }
    call.workspace().messages().delete(channel.id(), message);
    return Json.object().put("channel", channel.id()).put("ts", message.ts());
  }

  private ObjectNode ephemeral(Call call) {
    Channel channel = Call.active(call.ownChannel("channel"), "is_archived");
    String user = call.args().required("user");
    if (!channel.has(user)) {
      throw new SlackError("user_not_in_channel");
    }
    Content content = Content.of(call, POST_LIMIT);
    Ephemeral shown =
        call.workspace()
            .ephemerals()
            .show(
                channel.id(),
                user,
                call.caller().id(),
                thread(call, channel),
                content.text(),
                content.blocks());
    return Json.object().put("message_ts", shown.ts());
  }

  private ObjectNode permalink(Call call) {
    Channel channel = call.channel();
    Message message = call.message(channel, call.args().required("message_ts"));
    String address =
        baseUrl.get() + "archives/" + channel.id() + "/p" + message.ts().replace(".", "");
    String thread =
        message.reply() ? "?thread_ts=" + message.threadTs() + "&cid=" + channel.id() : "";
    return Json.object().put("channel", channel.id()).put("permalink", address + thread);
  }
}
