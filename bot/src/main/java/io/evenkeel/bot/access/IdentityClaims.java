package io.evenkeel.bot.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an identity token must say of itself (OpenID Connect Core 1.0, section 3.1.3.7). */
final class IdentityClaims {
  /** Two clocks may differ by so much. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final Duration OLDEST = Duration.ofMinutes(10);

  private IdentityClaims() {}

  static void check(JWTClaimsSet claims, String issuer, String client, Instant now)
      throws SlackIdentity.Unproved {
    if (!issuer.equals(claims.getIssuer())) {
      throw new SlackIdentity.Unproved("the identity token is from " + claims.getIssuer());
    }
    if (!claims.getAudience().equals(List.of(client))) {
      throw new SlackIdentity.Unproved("the identity token is for " + claims.getAudience());
    }
    @Nullable Date ends = claims.getExpirationTime();
    @Nullable Date issued = claims.getIssueTime();
    if (ends == null || !ends.toInstant().isAfter(now.minus(SKEW))) {
      throw new SlackIdentity.Unproved("the identity token has ended, or this clock is wrong");
    }
    if (issued == null
        || issued.toInstant().isAfter(now.plus(SKEW))
        || issued.toInstant().isBefore(now.minus(OLDEST))) {
      throw new SlackIdentity.Unproved("the identity token is not of now, or this clock is wrong");
    }
  }
}
