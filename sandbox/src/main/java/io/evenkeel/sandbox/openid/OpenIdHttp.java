package io.evenkeel.sandbox.openid;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /openid/connect/…} and the two methods beside it. */
public final class OpenIdHttp {
  private static final Set<String> SCOPES = Set.of("openid", "email", "profile");

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
    routes.get("/openid/connect/authorize", this::authorize);
    routes.get("/openid/connect/keys", this::keys);
    routes.post("/api/openid.connect.token", this::token);
    routes.get("/api/openid.connect.userInfo", this::userInfo);
    routes.post("/api/openid.connect.userInfo", this::userInfo);
  }

  private void authorize(Context request) {
    String fault = fault(request);
    if (!fault.isEmpty()) {
      AskingPage.fault(request, fault);
      return;
    }
    String user = request.queryParam("user");
    if (user == null) {
      AskingPage.show(request, workspace.people().all());
      return;
    }
    String back = given(request, "redirect_uri");
    String state = given(request, "state");
    if (user.equals("nobody")) {
      leave(request, back + "?error=access_denied&state=" + encoded(state));
      return;
    }
    Person person = workspace.people().find(user).filter(one -> !one.isBot()).orElse(null);
    if (person == null) {
      AskingPage.fault(request, "There is nobody of this name here.");
      return;
    }
    String code =
        grants.code(
            new Grants.Grant(
                person.id(),
                back,
                request.queryParam("nonce"),
                request.queryParam("code_challenge"),
                workspace.now()));
    leave(request, back + "?code=" + code + "&state=" + encoded(state));
  }

  /** Slack shows these as a page and sends nobody back. */
  private String fault(Context request) {
    if (!app.clientId().equals(request.queryParam("client_id"))) {
      return "invalid_client_id";
    }
    if (!"code".equals(request.queryParam("response_type"))) {
      return "invalid_response_type";
    }
    Set<String> scopes = Set.of(given(request, "scope").split("[ ,]+"));
    if (!scopes.contains("openid") || !SCOPES.containsAll(scopes)) {
      return "invalid_scope";
    }
    if (!registered(given(request, "redirect_uri"))) {
      return "bad_redirect_uri: the app's settings do not have this address";
    }
    if (request.queryParam("code_challenge") != null
        && !"S256".equals(request.queryParam("code_challenge_method"))) {
      return "invalid_code_challenge_method";
    }
    return "";
  }

  private boolean registered(String address) {
    try {
      return app.registered().test(URI.create(address));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void leave(Context request, String address) {
    request.status(302).header("Location", address).header("Cache-Control", "no-store").result("");
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

  private static String given(Context request, String name) {
    return text(request.queryParam(name));
  }

  private static String form(Context request, String name) {
    return text(request.formParam(name));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
