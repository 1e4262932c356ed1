package io.evenkeel.bot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only an identity token that is right in every part is believed. */
final class SlackIdentityTest {
  private static final Instant NOW = Instant.parse("2026-03-10T14:30:00Z");
  private static final Attempt ATTEMPT = new Attempt("a-secret-of-this-browser");
  private static final URI BACK = URI.create("https://evenkeel.example.com/sign-in/back");

  private SlackSide slack;
  private SlackIdentity identity;

  SlackIdentityTest() throws IOException {
    slack = new SlackSide();
    identity = identity(slack);
  }

  private static SlackIdentity identity(SlackSide slack) {
    return new SlackIdentity(new SlackIdentity.App("client-1", "secret-1", slack.api(), BACK));
  }

  @BeforeEach
  void right() throws Exception {
    slack.says(SlackSide.KEY, claims(it -> it));
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer(slack.issuer())
                .audience("client-1")
                .issueTime(Date.from(NOW.minusSeconds(2)))
                .expirationTime(Date.from(NOW.plusSeconds(298)))
                .claim("nonce", ATTEMPT.nonce())
                .claim("https://slack.com/team_id", "T1")
                .claim("https://slack.com/user_id", "U1"))
        .build();
  }

  @Test
  void whoCameBackIsKnownAndTheCodeIsTiedToTheTry() throws Exception {
    assertThat(identity.identify(ATTEMPT, "code-1", NOW).person().value()).isEqualTo("U1");
    assertThat(slack.asked.get())
        .contains("code=code-1", "client_secret=secret-1", "code_verifier=" + ATTEMPT.verifier());
    assertThat(identity.authorize(ATTEMPT, "T1").toString())
        .startsWith(slack.issuer() + "/openid/connect/authorize?")
        .contains("code_challenge_method=S256", "state=" + ATTEMPT.state(), "team=T1")
        .doesNotContain(ATTEMPT.verifier(), ATTEMPT.secret());
  }

  @Test
  void whatIsNotRightIsNotBelieved() throws Exception {
    refused("from https://evil.example", it -> it.issuer("https://evil.example"));
    refused("for [client-2]", it -> it.audience("client-2"));
    refused("has ended", it -> it.expirationTime(Date.from(NOW.minusSeconds(61))));
    refused("not of now", it -> it.issueTime(Date.from(NOW.plusSeconds(120))));
    refused("not of now", it -> it.issueTime(Date.from(NOW.minusSeconds(700))));
    refused("another try", it -> it.claim("nonce", new Attempt("another").nonce()));
    refused("another try", it -> it.claim("nonce", null));
    refused("names no person", it -> it.claim("https://slack.com/user_id", null));
    refused("names no person", it -> it.claim("https://slack.com/team_id", null));
  }

  private void refused(String words, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    slack.says(SlackSide.KEY, claims(change));
    unproved(words);
  }

  @Test
  void whatAnybodyCouldHaveWrittenIsNotBelieved() throws Exception {
    slack.says(SlackSide.FORGED, claims(it -> it));
    unproved("not Slack's");
    slack.saysToken(new PlainJWT(claims(it -> it)).serialize());
    unproved("not Slack's");
    slack.saysToken("nonsense");
    unproved("cannot be read");
    slack.answer.set("{\"ok\":false,\"error\":\"invalid_code\"}");
    unproved("invalid_code");
    slack.answer.set("no json");
    unproved("cannot be read");
  }

  private void unproved(String words) {
    assertThatThrownBy(() -> identity.identify(ATTEMPT, "code", NOW))
        .isInstanceOf(SlackIdentity.Unproved.class)
        .hasMessageContaining(words);
  }

  @Test
  void whileSlackFailsNobodyIsBlamed() {
    slack.status = 503;
    assertThatThrownBy(() -> identity.identify(ATTEMPT, "code", NOW))
        .isInstanceOf(IOException.class)
        .hasMessage("Slack answered 503");
    slack.close();
    assertThatThrownBy(() -> identity.identify(ATTEMPT, "code", NOW))
        .isInstanceOf(IOException.class);
  }

  @Test
  void secretsAreInNoText() {
    assertThat(ATTEMPT.toString() + new SlackIdentity.App("c", "secret-1", slack.api(), BACK))
        .doesNotContain("secret-1", "a-secret");
  }
}
