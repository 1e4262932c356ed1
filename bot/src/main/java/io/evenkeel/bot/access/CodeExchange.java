package io.evenkeel.bot.access;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Changes the code that a browser brings back for an identity token (OAuth 2.0, RFC 6749, section
 * 4.1.3), at Slack's {@code openid.connect.token}.
 */
record CodeExchange(SlackIdentity.App app) {
  /**
   * The identity token, as it came: not yet believed.
   *
   * @param patience milliseconds for connecting, and for the answer
   * @throws SlackIdentity.Unproved when Slack refuses the code
   * @throws IOException when Slack does not answer
   * @throws ParseException when what it answers cannot be read
   */
  String token(Attempt attempt, String code, int patience)
      throws IOException, ParseException, SlackIdentity.Unproved {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), app.back(), new CodeVerifier(attempt.verifier()));
    HTTPRequest request =
        new TokenRequest.Builder(
                app.api().resolve("openid.connect.token"),
                new ClientSecretPost(new ClientID(app.clientId()), new Secret(app.clientSecret())),
                grant)
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(patience);
    request.setReadTimeout(patience);
    request.setFollowRedirects(false);
    var response = request.send();
    if (response.getStatusCode() != 200) {
      throw new IOException("Slack answered " + response.getStatusCode());
    }
    // Slack's own form: 200 also for what it refuses, with ok false and a word.
    Map<String, Object> body = response.getBodyAsJSONObject();
    return Optional.ofNullable(body.get("id_token"))
        .map(String::valueOf)
        .orElseThrow(
            () -> new SlackIdentity.Unproved("Slack refused the code: " + body.get("error")));
  }
}
