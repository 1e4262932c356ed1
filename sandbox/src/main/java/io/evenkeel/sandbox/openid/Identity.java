package io.evenkeel.sandbox.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says who somebody is, signed with a key that is made when it is first needed. */
final class Identity {
  private static final Duration LASTS = Duration.ofMinutes(5);
  private static final int BITS = 2048;

  private @Nullable RSAKey made;

  /** The public half, as JSON. */
  String keys() {
    return new JWKSet(key().toPublicJWK()).toString();
  }

  /** An identity token as Slack's documentation shows one. */
  String token(String issuer, String client, Person person, @Nullable String nonce, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(person.id())
            .audience(client)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LASTS)))
            .claim("auth_time", now.getEpochSecond())
            .claim("nonce", nonce)
            .claim("https://slack.com/team_id", Workspace.TEAM)
            .claim("https://slack.com/user_id", person.id())
            .claim("name", person.realName())
            .claim("locale", "en-US")
            .build();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key().getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key()));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform signs with RSA", e);
    }
    return token.serialize();
  }

  private synchronized RSAKey key() {
    RSAKey key = made;
    if (key == null) {
      try {
        key = new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
      } catch (JOSEException e) {
        throw new IllegalStateException("every Java platform makes RSA keys", e);
      }
      made = key;
    }
    return key;
  }
}
