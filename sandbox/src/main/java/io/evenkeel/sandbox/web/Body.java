package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.client.Refused;
import io.evenkeel.sandbox.workspace.Json;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON body of a control request; says clearly what is missing. */
record Body(JsonNode json) {

  static Body of(Context ctx) {
    String text = ctx.body();
    try {
      return new Body(text.isBlank() ? Json.object() : Json.parse(text));
    } catch (JacksonException e) {
      throw new Refused("The body is not JSON: " + e.getOriginalMessage());
    }
  }

  String text(String name) {
    JsonNode value = json.path(name);
    if (!value.isString() || value.asString().isEmpty()) {
      throw new Refused("\"%s\" is missing: give it as a string.".formatted(name));
    }
    return value.asString();
  }

  @Nullable String textOrNull(String name) {
    String value = json.path(name).asString("");
    return value.isEmpty() ? null : value;
  }

  @Nullable JsonNode valueOrNull(String name) {
    JsonNode value = json.path(name);
    return value.isMissingNode() || value.isNull() ? null : value;
  }

  boolean flag(String name) {
    return json.path(name).asBoolean(false);
  }
}
