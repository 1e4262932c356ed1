package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.api.WebApi;
import io.evenkeel.sandbox.client.Actions;
import io.evenkeel.sandbox.client.Refused;
import io.evenkeel.sandbox.faults.Faults;
import io.evenkeel.sandbox.openid.OpenIdHttp;
import io.evenkeel.sandbox.outbound.ResponseUrls;
import io.evenkeel.sandbox.outbound.SocketHub;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.Supplier;

/** Which address does what. */
public final class Routes {

  private final ApiHttp api;
  private final FilesHttp files;
  private final ControlHttp control;
  private final FaultsHttp faulty;
  private final SocketHttp sockets;
  private final OpenIdHttp openId;

  /** Routes over these. */
  public Routes(
      Workspace workspace,
      WebApi webApi,
      Actions actions,
      ResponseUrls responses,
      SocketHub hub,
      Faults faults,
      Calls calls,
      String token,
      Supplier<String> baseUrl,
      OpenIdHttp openId) {
    this.openId = openId;
    api = new ApiHttp(workspace, webApi, faults, calls);
    files = new FilesHttp(workspace, responses, token);
    control = new ControlHttp(workspace, actions, baseUrl);
    faulty = new FaultsHttp(workspace, faults, calls);
    sockets = new SocketHttp(hub);
  }

  /** Adds them all, with the check of Host and Origin before each. */
  public void configure(JavalinConfig config) {
    config.routes.before(Loopback::check);
    openId.routes(config.routes);
    config.routes.post("/api/{method}", api::handle);
    config.routes.get("/api/{method}", api::handle);
    config.routes.ws("/link", sockets::configure);
    config.routes.post("/upload/v1/{key}", files::upload);
    config.routes.get("/files-pri/{id}/{name}", files::download);
    config.routes.get("/files-pri/{id}/download/{name}", files::download);
    config.routes.get("/archives/{channel}/{message}", files::permalink);
    config.routes.post("/commands/{team}/{key}", files::respond);
    config.routes.post("/actions/{team}/{key}", files::respond);
    config.routes.post("/_sandbox/command", control::command);
    config.routes.post("/_sandbox/message", control::message);
    config.routes.post("/_sandbox/react", control::react);
    config.routes.post("/_sandbox/click", control::click);
    config.routes.post("/_sandbox/shortcut", control::shortcut);
    config.routes.post("/_sandbox/submit", control::submit);
    config.routes.post("/_sandbox/close", control::close);
    config.routes.post("/_sandbox/join", control::join);
    config.routes.post("/_sandbox/home", control::home);
    config.routes.post("/_sandbox/dnd", control::dnd);
    config.routes.get("/_sandbox/state", control::state);
    config.routes.get("/_sandbox/calls", faulty::calls);
    config.routes.post("/_sandbox/faults", faulty::add);
    config.routes.post("/_sandbox/reset", faulty::reset);
    config.routes.exception(Refused.class, (e, ctx) -> error(ctx, 400, e));
    config.routes.exception(Loopback.Foreign.class, (e, ctx) -> error(ctx, 403, e));
    config.routes.exception(Cut.Done.class, (e, ctx) -> {});
  }

  private static void error(Context ctx, int status, Exception e) {
    ctx.status(status)
        .contentType("application/json")
        .result(Json.bytes(Map.of("error", String.valueOf(e.getMessage()))));
  }
}
