package io.evenkeel.sandbox.openid;

import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** {@code /openid/connect/authorize}: somebody says who they are, and is sent back with a code. */
record Authorize(Workspace workspace, OpenIdHttp.App app, Grants grants) {
  private static final Set<String> SCOPES = Set.of("openid", "email", "profile");

  void handle(Context request) {
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

  private static String given(Context request, String name) {
    String value = request.queryParam(name);
    return value == null ? "" : value;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
