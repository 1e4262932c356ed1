package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** An answer with {@code ok: false}. */
final class SlackError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ObjectNode body;

  SlackError(String error) {
    this(error, Map.of());
  }

  SlackError(String error, Map<String, ?> more) {
    super(error, null, false, false);
    body = Json.object(more).put("ok", false).put("error", error);
  }

  /** With Slack's explanations in {@code response_metadata.messages}. */
  static SlackError explained(String error, List<String> messages) {
    return new SlackError(error, Map.of("response_metadata", Map.of("messages", messages)));
  }

  static SlackError missingArgument(String name) {
    return explained("invalid_arguments", List.of("[ERROR] missing required field: " + name));
  }

  ObjectNode body() {
    return body;
  }
}
