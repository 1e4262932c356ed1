package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.evenkeel.sandbox.workspace.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Signing in is as strict as Slack's: each value must be right, and a code is good once. */
final class OpenIdTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String BACK = "http://127.0.0.1:3999/sign-in/back";

  /** RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final SlackSandbox slack =
      SlackSandbox.start(0, Settings.forTests(InstantSource.system()));

  OpenIdTest() {
    slack.pointAt(URI.create("http://127.0.0.1:3999"));
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void whatTheAppDidNotRegisterIsRefusedOnThePageAndNobodyIsSentBack() throws Exception {
    for (Map<String, String> wrong :
        List.of(
            Map.of("client_id", "another"),
            Map.of("response_type", "token"),
            Map.of("scope", "openid chat:write"),
            Map.of("scope", "profile"),
            Map.of("redirect_uri", "http://127.0.0.1:3999/elsewhere"),
            Map.of("redirect_uri", "http://evil.example/sign-in/back"),
            Map.of("code_challenge_method", "plain"))) {
      var asked = authorize(wrong);
      assertThat(asked.statusCode()).as("%s", wrong).isEqualTo(400);
      assertThat(asked.headers().firstValue("Location")).isEmpty();
    }
  }

  @Test
  void aCodeIsChangedOnceByTheAppThatAskedForIt() throws Exception {
    String code = code();

    JsonNode answer = token(Map.of("code", code));
    assertThat(answer.path("ok").asBoolean()).isTrue();
    var claims = SignedJWT.parse(answer.path("id_token").asString()).getJWTClaimsSet();
    assertThat(claims.getStringClaim("https://slack.com/user_id")).isEqualTo("U0BOB");
    assertThat(claims.getStringClaim("nonce")).isEqualTo("nonce-1");
    assertThat(claims.getIssuer() + "/").isEqualTo(slack.baseUrl());

    assertThat(token(Map.of("code", code)).path("error").asString()).isEqualTo("code_already_used");
    JsonNode info = userInfo(answer.path("access_token").asString());
    assertThat(info.path("https://slack.com/user_id").asString()).isEqualTo("U0BOB");
    assertThat(userInfo("xoxp-made-up").path("error").asString()).isEqualTo("invalid_auth");
  }

  @Test
  void whatDoesNotFitTheCodeIsRefusedByName() throws Exception {
    refused("invalid_code", Map.of("code", "made-up"));
    refused("invalid_client_id", Map.of("code", code(), "client_id", "another"));
    refused("bad_client_secret", Map.of("code", code(), "client_secret", "wrong"));
    refused("invalid_grant_type", Map.of("code", code(), "grant_type", "password"));
    refused("bad_redirect_uri", Map.of("code", code(), "redirect_uri", BACK + "/"));
    refused("invalid_code_verifier", Map.of("code", code(), "code_verifier", "x".repeat(43)));
  }

  private void refused(String error, Map<String, String> form) throws Exception {
    JsonNode answer = token(form);
    assertThat(answer.path("ok").asBoolean()).isFalse();
    assertThat(answer.path("error").asString()).isEqualTo(error);
  }

  private String code() throws Exception {
    String location =
        authorize(Map.of("user", "bob")).headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(BACK + "?code=").endsWith("&state=state-1");
    return location.replaceFirst(".*code=([^&]+)&.*", "$1");
  }

  private HttpResponse<String> authorize(Map<String, String> more) throws Exception {
    var query = new LinkedHashMap<String, String>();
    query.put("client_id", Settings.CLIENT_ID);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", BACK);
    query.put("state", "state-1");
    query.put("nonce", "nonce-1");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    query.putAll(more);
    return CLIENT.send(
        HttpRequest.newBuilder(
                URI.create(slack.baseUrl() + "openid/connect/authorize?" + encoded(query)))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode token(Map<String, String> more) throws Exception {
    var form = new LinkedHashMap<String, String>();
    form.put("client_id", Settings.CLIENT_ID);
    form.put("client_secret", Settings.CLIENT_SECRET);
    form.put("grant_type", "authorization_code");
    form.put("redirect_uri", BACK);
    form.put("code_verifier", VERIFIER);
    form.putAll(more);
    var response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(slack.apiUrl() + "openid.connect.token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build(),
            BodyHandlers.ofString());
    return Json.parse(response.body());
  }

  private JsonNode userInfo(String accessToken) throws Exception {
    var response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(slack.apiUrl() + "openid.connect.userInfo"))
                .header("Authorization", "Bearer " + accessToken)
                .build(),
            BodyHandlers.ofString());
    return Json.parse(response.body());
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
