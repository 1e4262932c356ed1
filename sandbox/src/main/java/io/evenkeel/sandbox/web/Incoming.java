package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.api.Args;
import io.evenkeel.sandbox.api.WebApi;
import io.evenkeel.sandbox.workspace.Json;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A call of the Web API as it came over HTTP.
 *
 * @param token null where none was sent
 * @param error why it cannot be read; empty where it can
 */
record Incoming(String method, Args args, @Nullable String token, String error) {
  /** As Slack reads it: the body's fields before the address's, a header before both. */
  static Incoming read(Context ctx, WebApi api) {
    String method = ctx.pathParam("method");
    Map<String, String> values = new LinkedHashMap<>();
    first(ctx.queryParamMap(), values);
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    String error = "";
    if (type.startsWith("application/json")) {
      error = api.takesJson(method) ? json(ctx.body(), values) : "";
    } else {
      first(ctx.formParamMap(), values);
    }
    String token = values.remove("token");
    String header = ctx.header("Authorization");
    if (header != null && header.startsWith("Bearer ")) {
      token = header.substring("Bearer ".length()).strip();
    }
    return new Incoming(method, new Args(values), token, error);
  }

  private static void first(Map<String, List<String>> from, Map<String, String> values) {
    from.forEach((name, list) -> values.put(name, list.isEmpty() ? "" : list.getFirst()));
  }

  private static String json(String body, Map<String, String> values) {
    try {
      JsonNode node = body.isBlank() ? Json.object() : Json.parse(body);
      if (!node.isObject()) {
        return "json_not_object";
      }
      values.putAll(Args.of(node).values());
      return "";
    } catch (JacksonException e) {
      return "invalid_json";
    }
  }
}
