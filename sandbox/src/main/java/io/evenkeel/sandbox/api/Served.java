package io.evenkeel.sandbox.api;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A method of the Web API.
 *
 * @param perMinute Slack's limit; 0 if it has one of its own
 * @param json whether it takes its arguments as JSON too
 * @param scopes the token needs one of these; none if empty
 * @param body what it does, under the workspace's lock; its answer without {@code ok}
 */
record Served(
    String name,
    int perMinute,
    boolean json,
    List<String> scopes,
    Function<Call, ObjectNode> body) {

  Served {
    scopes = List.copyOf(scopes);
  }

  /** A method that changes something. */
  static Served write(
      String name, int perMinute, List<String> scopes, Function<Call, ObjectNode> body) {
    return new Served(name, perMinute, true, scopes, body);
  }

  /** A method that only reads: forms only. */
  static Served read(
      String name, int perMinute, List<String> scopes, Function<Call, ObjectNode> body) {
    return new Served(name, perMinute, false, scopes, body);
  }
}
