package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.history} and {@code conversations.replies}. */
final class History {

  private static final Pattern TS = Pattern.compile("\\d{1,10}(\\.\\d{1,6})?");

  private final MessageShape shape;

  History(MessageShape shape) {
    this.shape = shape;
  }

  List<Served> methods() {
    List<String> scopes =
        List.of("channels:history", "groups:history", "im:history", "mpim:history");
    return List.of(
        Served.read("conversations.history", 50, scopes, this::history),
        Served.read("conversations.replies", 50, scopes, this::replies));
  }

  private ObjectNode history(Call call) {
    Channel channel = readable(call);
    List<Message> found = new ArrayList<>();
    for (Message message : visible(call, channel)) {
      if (message.atTopLevel() && within(call.args(), message)) {
        found.add(message);
      }
    }
    Collections.reverse(found);
    ObjectNode json = page(call, channel, found, 100);
    return json.put("pin_count", channel.pins().size())
        .putNull("channel_actions_ts")
        .put("channel_actions_count", 0);
  }

  private ObjectNode replies(Call call) {
    Channel channel = readable(call);
    String ts = timestamp(call.args(), "ts");
    if (ts == null) {
      throw SlackError.missingArgument("ts");
    }
    List<Message> all = visible(call, channel);
    Message parent =
        all.stream()
            .filter(m -> m.ts().equals(ts))
            .findFirst()
            .orElseThrow(() -> new SlackError("thread_not_found"));
    List<Message> found = new ArrayList<>(List.of(parent));
    for (Message message : all) {
      if (message.reply() && ts.equals(message.threadTs()) && within(call.args(), message)) {
        found.add(message);
      }
    }
    return page(call, channel, found, 1000);
  }

  private ObjectNode page(Call call, Channel channel, List<Message> found, int limit) {
    boolean metadata = call.args().flag("include_all_metadata");
    ObjectNode json =
        Pages.cut(
            Json.object(),
            "messages",
            found,
            call.args().number("limit", limit, 1, 999),
            call.args(),
            Message::ts,
            m -> shape.of(channel, m, metadata));
    boolean more = Pages.more(json);
    if (!more) {
      json.remove("response_metadata");
    }
    return json.put("has_more", more);
  }

  private static Channel readable(Call call) {
    Channel channel = call.channel();
    call.needsFor(channel, "history");
    return call.ownChannel("channel");
  }

  private static List<Message> visible(Call call, Channel channel) {
    long micros = call.workspace().now().minus(call.historyLag()).toEpochMilli() * 1000;
    String until = "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    List<Message> all = call.workspace().messages().in(channel.id());
    return call.historyLag().isZero()
        ? all
        : all.stream().filter(m -> m.ts().compareTo(until) <= 0).toList();
  }

  private static boolean within(Args args, Message message) {
    String oldest = timestamp(args, "oldest");
    String latest = timestamp(args, "latest");
    boolean inclusive = args.flag("inclusive");
    return after(oldest, message.ts(), inclusive) && before(latest, message.ts(), inclusive);
  }

  private static boolean after(@Nullable String oldest, String ts, boolean inclusive) {
    return oldest == null || micros(ts) > micros(oldest) - (inclusive ? 1 : 0);
  }

  private static boolean before(@Nullable String latest, String ts, boolean inclusive) {
    return latest == null || micros(ts) < micros(latest) + (inclusive ? 1 : 0);
  }

  private static @Nullable String timestamp(Args args, String name) {
    String value = args.text(name);
    if (value == null || value.isEmpty() || value.equals("now")) {
      return null;
    }
    if (!TS.matcher(value).matches()) {
      throw new SlackError("invalid_ts_" + (name.equals("ts") ? "latest" : name));
    }
    return value;
  }

  private static long micros(String ts) {
    int dot = ts.indexOf('.');
    String seconds = dot < 0 ? ts : ts.substring(0, dot);
    String fraction = dot < 0 ? "" : ts.substring(dot + 1);
    return Long.parseLong(seconds + (fraction + "000000").substring(0, 6));
  }
}
