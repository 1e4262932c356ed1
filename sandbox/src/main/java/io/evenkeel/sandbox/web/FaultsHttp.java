package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.client.Refused;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Faults;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong on purpose, and what was called: {@code /_sandbox/faults}, {@code calls} and
 * {@code reset}.
 */
record FaultsHttp(Workspace workspace, Faults faults, Calls calls) {
  /** One fault or a list of them; answers all that are due. */
  void add(Context ctx) {
    JsonNode json = Body.of(ctx).json();
    List<Fault> wanted = new ArrayList<>();
    for (JsonNode one : json.isArray() ? json : Json.array().add(json)) {
      wanted.add(fault(one));
    }
    wanted.forEach(faults::add);
    ctx.contentType("application/json").result(Json.bytes(faults.all()));
  }

  private static Fault fault(JsonNode json) {
    String word = json.path("kind").asString("");
    Fault.Kind kind =
        Fault.Kind.of(word)
            .orElseThrow(() ->
                new Refused(
                    "\"%s\" is no kind of fault. There are: %s."
                        .formatted(word, Fault.Kind.words())));
    return new Fault(
        json.path("method").asString("*"),
        json.path("times").asInt(1),
        kind,
        json.path("ms").asInt(Fault.usualMs(kind)),
        json.path("retry_after").asInt(1),
        json.path("copies").asInt(2));
  }

  void calls(Context ctx) {
    ctx.contentType("application/json").result(Json.bytes(calls.all()));
  }

  /** Faults and recorded calls go; with {@code workspace: true} the workspace is as new. */
  void reset(Context ctx) {
    boolean all = Body.of(ctx).flag("workspace");
    faults.clear();
    calls.clear();
    if (all) {
      workspace.reset();
    }
    ctx.contentType("application/json").result(Json.bytes(Json.object().put("ok", true)));
  }
}
