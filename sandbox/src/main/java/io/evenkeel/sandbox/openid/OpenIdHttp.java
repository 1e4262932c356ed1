package io.evenkeel.sandbox.openid;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** {@code /openid/connect/…} and the two methods beside it. */
public final class OpenIdHttp {
  private final Workspace workspace;
  private final App app;
  private final Supplier<String> baseUrl;
  private final Identity identity = new Identity();
  private final Grants grants = new Grants();

  /**
   * The app that people sign in to.
   *
   * @param registered whether an address to come back to stands in the app's settings
   */
  public record App(String clientId, String clientSecret, Predicate<URI> registered) {}

  public OpenIdHttp(Workspace workspace, App app, Supplier<String> baseUrl) {
    this.workspace = workspace;
    this.app = app;
    this.baseUrl = baseUrl;
  }

  /** To be added before {@code /api/{method}}. */
  public void routes(RoutesConfig routes) {
    routes.get("/openid/connect/authorize", new Authorize(workspace, app, grants)::handle);
    routes.get("/openid/connect/keys", this::keys);
    routes.post("/api/openid.connect.token", this::token);
    routes.get("/api/openid.connect.userInfo", this::userInfo);
    routes.post("/api/openid.connect.userInfo", this::userInfo);
  }

  private void keys(Context request) {
    request.contentType("application/json").result(identity.keys());
  }

  private void token(Context request) {
    String error = "";
    if (!app.clientId().equals(request.formParam("client_id"))) {
      error = "invalid_client_id";
    } else if (!app.clientSecret().equals(request.formParam("client_secret"))) {
      error = "bad_client_secret";
    } else if (!"authorization_code".equals(request.formParam("grant_type"))) {
      error = "invalid_grant_type";
    }
    if (!error.isEmpty()) {
      answer(request, Map.of("ok", false, "error", error));
      return;
    }
    Grants.Taken taken =
        grants.take(
            form(request, "code"),
            form(request, "redirect_uri"),
            request.formParam("code_verifier"),
            workspace.now());
    Grants.Grant grant = taken.grant();
    Person person = grant == null ? null : workspace.people().byId(grant.person()).orElse(null);
    if (grant == null || person == null) {
      answer(request, Map.of("ok", false, "error", taken.error()));
      return;
    }
    answer(
        request,
        Map.of(
            "ok",
            true,
            "access_token",
            grants.access(person.id()),
            "token_type",
            "Bearer",
            "id_token",
            identity.token(issuer(), app.clientId(), person, grant.nonce(), workspace.now())));
  }

  private void userInfo(Context request) {
    String header = request.header("Authorization");
    String token = header == null ? form(request, "token") : header.replaceFirst("^Bearer ", "");
    Person person = grants.whose(token).flatMap(workspace.people()::byId).orElse(null);
    answer(
        request,
        person == null
            ? Map.of("ok", false, "error", token.isEmpty() ? "not_authed" : "invalid_auth")
            : Map.of(
                "ok",
                true,
                "sub",
                person.id(),
                "https://slack.com/user_id",
                person.id(),
                "https://slack.com/team_id",
                Workspace.TEAM,
                "name",
                person.realName()));
  }

  private String issuer() {
    return baseUrl.get().replaceFirst("/$", "");
  }

  private static void answer(Context request, Map<String, ?> body) {
    request
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(Json.bytes(body));
  }

  private static String form(Context request, String name) {
    String value = request.formParam(name);
    return value == null ? "" : value;
  }
}
