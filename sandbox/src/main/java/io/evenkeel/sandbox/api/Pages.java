package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Slack's cursors: {@code response_metadata.next_cursor} names the next item, empty at the end. */
final class Pages {

  private static final String PREFIX = "next:";

  private Pages() {}

  /** The items from the cursor on, at most {@code limit}, into {@code json} under {@code field}. */
  static <T> ObjectNode cut(
      ObjectNode json,
      String field,
      List<T> items,
      int limit,
      Args args,
      Function<T, String> key,
      Function<T, ?> shape) {
    int from = start(args).map(k -> indexOf(items, key, k)).orElse(0);
    int to = Math.min(items.size(), from + limit);
    json.set(field, Json.of(items.subList(from, to).stream().map(shape).toList()));
    String next = to < items.size() ? encode(key.apply(items.get(to))) : "";
    json.set("response_metadata", Json.object().put("next_cursor", next));
    return json;
  }

  static boolean more(ObjectNode json) {
    return !json.path("response_metadata").path("next_cursor").asString("").isEmpty();
  }

  private static <T> int indexOf(List<T> items, Function<T, String> key, String wanted) {
    return IntStream.range(0, items.size())
        .filter(i -> key.apply(items.get(i)).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new SlackError("invalid_cursor"));
  }

  private static Optional<String> start(Args args) {
    String cursor = args.text("cursor", "");
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    try {
      String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(PREFIX)) {
        return Optional.of(text.substring(PREFIX.length()));
      }
    } catch (IllegalArgumentException e) {
      throw new SlackError("invalid_cursor");
    }
    throw new SlackError("invalid_cursor");
  }

  private static String encode(String key) {
    return Base64.getEncoder().encodeToString((PREFIX + key).getBytes(StandardCharsets.UTF_8));
  }
}
