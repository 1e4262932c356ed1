package io.evenkeel.sandbox.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Says who somebody is, signed. */
final class Identity {
  private static final Duration LASTS = Duration.ofMinutes(5);

  /**
   * The key of every sandbox, of 2048 bits and as little a secret as its tokens. To look for such
   * primes takes seconds on a busy machine, while somebody waits to be signed in.
   */
  private static final RSAKey KEY =
      key(
          "19dhn93ljeludnbz7lr7pv11fdw84522dltgydgr16fslh6i827x9m4dduno480byrmrmp78lvoyf34e"
              + "uq8wnkm6hsn5pmcn0b3e67qb33gibvofpgvxq0fg3v0mrlu5awwsieu4gfcftfnk85wr89uiqpn8bilm"
              + "29kq7zddh3477jnrimre5bi8a9lrupdtxtp2q5p",
          "15fvnujhic0zucbgcpb7wtuv0r0br0tsgbw89nnxrx2ts2y4fmbt7ir1j4kfhiz95ga6wz8146u0skqi"
              + "f1refu1yy4vzrzpdtud8wj43fg68wpqjiv4y3i366sgl1agwofjh6npxrxso6dqgb699cml7es8clr3k"
              + "jpfjmjhoqqf7v27p0eibw5jls9hwm434gn9s3f7");

  /** The public half, as JSON. */
  String keys() {
    return new JWKSet(KEY.toPublicJWK()).toString();
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
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(KEY));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform signs with RSA", e);
    }
    return token.serialize();
  }

  private static RSAKey key(String one, String other) {
    var p = new BigInteger(one, 36);
    var q = new BigInteger(other, 36);
    BigInteger above = p.subtract(BigInteger.ONE);
    BigInteger below = q.subtract(BigInteger.ONE);
    BigInteger open = RSAKeyGenParameterSpec.F4;
    BigInteger hidden = open.modInverse(above.multiply(below));
    var whole =
        new RSAPrivateCrtKeySpec(
            p.multiply(q),
            open,
            hidden,
            p,
            q,
            hidden.mod(above),
            hidden.mod(below),
            q.modInverse(p));
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      var shown = (RSAPublicKey) rsa.generatePublic(new RSAPublicKeySpec(whole.getModulus(), open));
      return new RSAKey.Builder(shown)
          .privateKey((RSAPrivateKey) rsa.generatePrivate(whole))
          .keyID("sandbox")
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform knows RSA", e);
    }
  }
}
