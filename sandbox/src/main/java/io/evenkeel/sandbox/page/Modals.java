package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.State;
import io.evenkeel.sandbox.workspace.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The modal that one person has open. */
final class Modals {

  private Modals() {}

  /** The view on top of this person's stack, or null. */
  static @Nullable View top(State state, String user) {
    return state.views().stream()
        .filter(view -> view.owner().equals(user))
        .reduce((below, above) -> above)
        .orElse(null);
  }

  static @Nullable Modal of(State state, String user) {
    View view = top(state, user);
    if (view == null) {
      return null;
    }
    JsonNode content = view.content();
    List<Modal.Field> fields = new ArrayList<>();
    for (JsonNode block : content.path("blocks")) {
      fields.add(field(view, block, fields.size()));
    }
    return new Modal(
        view.id(),
        content.path("title").path("text").asString(""),
        content.path("submit").path("text").asString(""),
        content.path("close").path("text").asString("Cancel"),
        fields);
  }

  private static Modal.Field field(View view, JsonNode block, int place) {
    String id = block.path("block_id").asString("");
    String action = block.path("element").path("action_id").asString("");
    JsonNode state = view.values().path(id).path(action);
    return new Modal.Field(
        id.isEmpty() ? "at-" + place : id,
        Plain.map(block),
        view.errors().get(id),
        state.isObject() ? Plain.of(state) : null);
  }
}
