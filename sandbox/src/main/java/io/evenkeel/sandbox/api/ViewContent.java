package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.blockkit.BlockRules;
import io.evenkeel.sandbox.blockkit.Blocks;
import io.evenkeel.sandbox.blockkit.Values;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.View;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A modal as an app sends it, by {@code views.*} or in the answer to a submission. */
public final class ViewContent {

  private static final int MAX_BYTES = 250_000;

  private ViewContent() {}

  /** What Slack finds wrong with it; empty if nothing. */
  public static List<String> problems(JsonNode view) {
    return BlockRules.inModal(view);
  }

  static JsonNode checked(Workspace workspace, JsonNode view) {
    if (Json.bytes(view).length > MAX_BYTES) {
      throw new SlackError("view_too_large");
    }
    List<String> problems = problems(view);
    if (!problems.isEmpty()) {
      throw SlackError.explained("invalid_arguments", problems);
    }
    String external = view.path("external_id").asString("");
    if (!external.isEmpty()
        && workspace.views().all().stream().anyMatch(v -> v.externalId().equals(external))) {
      throw new SlackError("duplicate_external_id");
    }
    return withIds(workspace, view);
  }

  /** Shows it on the app's Home tab. */
  static View publish(Workspace workspace, String owner, JsonNode view) {
    if (Json.bytes(view).length > MAX_BYTES) {
      throw new SlackError("view_too_large");
    }
    List<String> problems = BlockRules.inHome(view);
    if (!problems.isEmpty()) {
      throw SlackError.explained("invalid_arguments", problems);
    }
    JsonNode made = withIds(workspace, view);
    return workspace
        .homes()
        .publish(owner, made, Values.initial(made.path("blocks"), Json.object()));
  }

  private static JsonNode withIds(Workspace workspace, JsonNode view) {
    ObjectNode copy = (ObjectNode) view.deepCopy();
    return copy.set(
        "blocks", Blocks.withIds(view.path("blocks"), () -> workspace.newId("").substring(0, 5)));
  }

  /** Opens it alone for this person. */
  public static View open(Workspace workspace, String owner, JsonNode content) {
    JsonNode made = withIds(workspace, content);
    return workspace.views().open(owner, made, Values.initial(made.path("blocks"), Json.object()));
  }

  /** Puts it on top of what this person has open. */
  public static View push(Workspace workspace, String owner, JsonNode content) {
    JsonNode made = withIds(workspace, content);
    return workspace.views().push(owner, made, Values.initial(made.path("blocks"), Json.object()));
  }

  /** Shows it in place of another; what was typed under the same ids stays. */
  public static View update(Workspace workspace, View view, JsonNode content) {
    JsonNode made = withIds(workspace, content);
    return workspace.views().update(view, made, Values.initial(made.path("blocks"), view.values()));
  }
}
