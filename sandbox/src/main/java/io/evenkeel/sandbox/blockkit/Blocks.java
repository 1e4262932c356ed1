package io.evenkeel.sandbox.blockkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds things in blocks, and gives blocks and elements the ids that Slack gives them. */
public final class Blocks {

  /** An element and the block it stands in. */
  public record Found(JsonNode block, JsonNode element) {

    public String blockId() {
      return block.path("block_id").asString("");
    }

    public String actionId() {
      return element.path("action_id").asString("");
    }

    public String type() {
      return element.path("type").asString("");
    }

    /** Whether using it tells the app at once; an input does so only if asked to. */
    public boolean dispatches() {
      return !"input".equals(block.path("type").asString(""))
          || block.path("dispatch_action").asBoolean(false);
    }
  }

  private Blocks() {}

  /** A copy in which every block has a {@code block_id} and every element an {@code action_id}. */
  public static JsonNode withIds(JsonNode blocks, Supplier<String> newId) {
    JsonNode copy = blocks.deepCopy();
    for (JsonNode block : copy) {
      give(block, "block_id", newId);
    }
    for (Found found : elements(copy)) {
      give(found.element(), "action_id", newId);
    }
    return copy;
  }

  private static void give(JsonNode node, String field, Supplier<String> newId) {
    if (node instanceof ObjectNode object && object.path(field).asString("").isEmpty()) {
      object.put(field, newId.get());
    }
  }

  /** Every element that a person can use, in order. */
  public static List<Found> elements(@Nullable JsonNode blocks) {
    List<Found> found = new ArrayList<>();
    if (blocks == null) {
      return found;
    }
    for (JsonNode block : blocks) {
      if (block.hasNonNull("accessory")) {
        add(found, block, block.path("accessory"));
      }
      if ("actions".equals(block.path("type").asString(""))) {
        block.path("elements").forEach(e -> add(found, block, e));
      }
      if ("input".equals(block.path("type").asString(""))) {
        add(found, block, block.path("element"));
      }
    }
    return found;
  }

  private static void add(List<Found> found, JsonNode block, JsonNode element) {
    if (!"image".equals(element.path("type").asString(""))) {
      found.add(new Found(block, element));
    }
  }

  /** The first element with this action id, and if given this value. */
  public static Optional<Found> find(
      @Nullable JsonNode blocks, String actionId, @Nullable String value) {
    List<Found> all = elements(blocks).stream().filter(f -> f.actionId().equals(actionId)).toList();
    return all.stream()
        .filter(f -> value != null && f.element().path("value").asString("").equals(value))
        .findFirst()
        .or(() ->
            all.stream().filter(f -> value == null || !f.type().equals("button")).findFirst());
  }
}
