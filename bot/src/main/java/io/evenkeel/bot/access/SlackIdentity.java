package io.evenkeel.bot.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.evenkeel.incident.PersonId;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Slack's part of signing in (docs.slack.dev, "Sign in with Slack"; OpenID Connect Core 1.0): where
 * to send the browser, and who came back. Speaks to Slack alone, follows no redirect, and waits 3 s
 * for each answer.
 */
final class SlackIdentity {
  private static final int PATIENCE_MS = 3_000;
  private static final int LARGEST_KEYS = 100_000;

  private final App app;
  private final CodeExchange exchange;
  private final JWKSource<SecurityContext> keys;

  /**
   * The Slack app.
   *
   * @param api where the Web API is, with a slash at the end; the rest of Slack is beside it
   * @param back where Slack sends the browser back to, as it stands in the app's settings
   */
  record App(String clientId, String clientSecret, URI api, URI back) {
    /** Who identity tokens are from: Slack's own host, without a slash. */
    String issuer() {
      return api.resolve("/").toString().replaceFirst("/$", "");
    }

    @Override
    public String toString() {
      return "App[" + clientId + " at " + api + "]";
    }
  }

  SlackIdentity(App app) {
    this.app = app;
    exchange = new CodeExchange(app);
    try {
      keys =
          JWKSourceBuilder.create(
                  app.api().resolve("/openid/connect/keys").toURL(),
                  new NoRedirects(PATIENCE_MS, PATIENCE_MS, LARGEST_KEYS))
              .retrying(true)
              .refreshAheadCache(false)
              .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no address of Slack: " + app.api(), e);
    }
  }

  /** Where the browser goes; the team spares people a choice of workspace. */
  URI authorize(Attempt attempt, @Nullable String team) {
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new com.nimbusds.oauth2.sdk.Scope("openid"),
                new ClientID(app.clientId()),
                app.back())
            .endpointURI(app.api().resolve("/openid/connect/authorize"))
            .state(new State(attempt.state()))
            .nonce(new Nonce(attempt.nonce()))
            .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
    return (team == null ? request : request.customParameter("team", team)).build().toURI();
  }

  /** Somebody of whom Slack says that they came back. */
  record Known(PersonId person, String team, @Nullable String enterprise) {}

  /**
   * Changes the code for an identity token and believes it only when all of it is right.
   *
   * @throws Unproved in words for the log when it is not
   * @throws IOException when Slack does not answer
   */
  Known identify(Attempt attempt, String code, Instant now) throws Unproved, IOException {
    try {
      String token = exchange.token(attempt, code, PATIENCE_MS);
      JWTClaimsSet claims = verified(token);
      check(claims, attempt, now);
      String person = claims.getStringClaim("https://slack.com/user_id");
      String team = claims.getStringClaim("https://slack.com/team_id");
      if (person == null || team == null) {
        throw new Unproved("the identity token names no person or no workspace");
      }
      String enterprise = claims.getStringClaim("https://slack.com/enterprise_id");
      return new Known(new PersonId(person), team, enterprise);
    } catch (java.text.ParseException | ParseException e) {
      throw new Unproved("what Slack answered cannot be read: " + e.getMessage());
    }
  }

  private JWTClaimsSet verified(String token)
      throws java.text.ParseException, Unproved, IOException {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    // Its claims are checked below, by the clock that everything here goes by.
    processor.setJWTClaimsSetVerifier((_, _) -> {});
    try {
      return processor.process(token, null);
    } catch (BadJOSEException e) {
      throw new Unproved("the identity token is not Slack's: " + e.getMessage());
    } catch (JOSEException e) {
      throw new IOException("Slack's keys cannot be had: " + e.getMessage(), e);
    }
  }

  /** OpenID Connect Core 1.0, section 3.1.3.7. */
  private void check(JWTClaimsSet claims, Attempt attempt, Instant now)
      throws Unproved, java.text.ParseException {
    IdentityClaims.check(claims, app.issuer(), app.clientId(), now);
    String nonce = claims.getStringClaim("nonce");
    if (nonce == null || !Secrets.same(attempt.nonce(), nonce)) {
      throw new Unproved("the identity token is of another try to sign in");
    }
  }

  /** It could not be proved who came back. */
  static final class Unproved extends Exception {
    private static final long serialVersionUID = 1;

    Unproved(String words) {
      super(words);
    }
  }
}
