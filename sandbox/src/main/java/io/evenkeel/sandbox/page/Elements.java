package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.State;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the element that somebody used, to know how to read its value. */
final class Elements {

  private Elements() {}

  /** The type of an element of a message or an ephemeral one; {@code button} if there is none. */
  static String typeInMessage(State state, String channel, String ts, String actionId) {
    Stream<@Nullable JsonNode> posted =
        state.messagesOf(channel).stream().filter(m -> m.ts().equals(ts)).map(Message::blocks);
    Stream<@Nullable JsonNode> shown =
        state.ephemerals().stream().filter(e -> e.ts().equals(ts)).map(e -> e.blocks());
    return Stream.concat(posted, shown)
        .filter(Objects::nonNull)
        .map(blocks -> type(blocks, actionId))
        .findFirst()
        .orElse("button");
  }

  /** The type of an element anywhere in these blocks; {@code button} if there is none. */
  static String type(JsonNode blocks, String actionId) {
    List<JsonNode> found = blocks.findParents("action_id");
    return found.stream()
        .filter(element -> element.path("action_id").asString("").equals(actionId))
        .map(element -> element.path("type").asString("button"))
        .findFirst()
        .orElse("button");
  }
}
