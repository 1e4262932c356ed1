package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes back over HTTP.
 *
 * @param applied whether the call was carried out
 */
public record Answer(int status, ObjectNode body, Map<String, String> headers, boolean applied) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** 429, come back after so many seconds. */
  public static Answer rateLimited(int retryAfter) {
    return new Answer(
        429,
        Json.object().put("ok", false).put("error", "ratelimited"),
        Map.of("Retry-After", Integer.toString(retryAfter)),
        false);
  }

  /** A refusal. */
  public static Answer error(String error) {
    return refused(new SlackError(error));
  }

  static Answer refused(SlackError error) {
    return new Answer(200, error.body(), Map.of(), false);
  }
}
