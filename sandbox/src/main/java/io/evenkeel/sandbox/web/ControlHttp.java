package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.client.Actions;
import io.evenkeel.sandbox.client.Refused;
import io.evenkeel.sandbox.client.Submission;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The control API under {@code /_sandbox}, for tests and scripts. */
final class ControlHttp {

  private final Workspace workspace;
  private final Actions actions;
  private final Supplier<String> baseUrl;

  ControlHttp(Workspace workspace, Actions actions, Supplier<String> baseUrl) {
    this.workspace = workspace;
    this.actions = actions;
    this.baseUrl = baseUrl;
  }

  void command(Context ctx) {
    Body in = Body.of(ctx);
    String text = in.json().path("text").asString("");
    answer(
        ctx,
        DeliveryJson.of(
            actions.command(in.text("user"), in.text("channel"), in.text("command"), text)));
  }

  void message(Context ctx) {
    Body in = Body.of(ctx);
    answer(
        ctx,
        (ObjectNode)
            Json.of(
                actions.message(
                    in.text("user"),
                    in.text("channel"),
                    in.text("text"),
                    in.textOrNull("thread_ts"))));
  }

  void react(Context ctx) {
    Body in = Body.of(ctx);
    actions.react(
        in.text("user"), in.text("channel"), in.text("ts"), in.text("name"), in.flag("remove"));
    answer(ctx, Json.object().put("ok", true));
  }

  void click(Context ctx) {
    Body in = Body.of(ctx);
    String viewId = in.textOrNull("view_id");
    JsonNode value = in.valueOrNull("value");
    answer(
        ctx,
        DeliveryJson.of(
            viewId == null
                ? actions.click(
                    in.text("user"), in.text("channel"), in.text("ts"), in.text("action_id"), value)
                : actions.clickView(in.text("user"), viewId, in.text("action_id"), value)));
  }

  void shortcut(Context ctx) {
    Body in = Body.of(ctx);
    answer(
        ctx,
        DeliveryJson.of(
            actions.shortcut(
                in.text("user"),
                in.text("callback_id"),
                in.textOrNull("channel"),
                in.textOrNull("ts"))));
  }

  void submit(Context ctx) {
    Body in = Body.of(ctx);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    in.json().path("values").properties().forEach(e -> values.put(e.getKey(), e.getValue()));
    Submission done = actions.submit(in.text("user"), in.text("view_id"), values);
    ObjectNode json = DeliveryJson.of(done.delivery());
    if (!done.errors().isEmpty()) {
      json.set("errors", Json.of(done.errors()));
    }
    answer(ctx, json);
  }

  void close(Context ctx) {
    Body in = Body.of(ctx);
    actions.close(in.text("user"), in.text("view_id"));
    answer(ctx, Json.object().put("ok", true));
  }

  void join(Context ctx) {
    Body in = Body.of(ctx);
    answer(ctx, (ObjectNode) Json.of(actions.join(in.text("user"), in.text("channel"))));
  }

  /** Somebody sees nothing for so many minutes. */
  void dnd(Context ctx) {
    Body in = Body.of(ctx);
    String id =
        workspace
            .people()
            .find(in.text("user"))
            .orElseThrow(() -> new Refused("There is nobody called " + in.text("user") + "."))
            .id();
    Instant now = workspace.now();
    workspace
        .people()
        .quiet(id, now, now.plus(Duration.ofMinutes(in.json().path("minutes").asInt(60))));
    answer(ctx, Json.object().put("ok", true));
  }

  /** Opens the app's Home tab. */
  void home(Context ctx) {
    answer(ctx, (ObjectNode) Json.of(actions.home(Body.of(ctx).text("user"))));
  }

  void state(Context ctx) {
    ObjectNode state =
        StateJson.of(
            workspace.snapshot(),
            workspace.homes().all(),
            workspace.bot(),
            workspace.now(),
            baseUrl.get());
    answer(ctx, state);
  }

  private static void answer(Context ctx, ObjectNode json) {
    ctx.contentType("application/json").result(Json.bytes(json));
  }
}
