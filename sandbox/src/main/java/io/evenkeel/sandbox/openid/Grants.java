package io.evenkeel.sandbox.openid;

import io.evenkeel.hash.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes that were given out, each good once and for ten minutes, and access tokens. */
final class Grants {
  private static final Duration LASTS = Duration.ofMinutes(10);

  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, String> used = new ConcurrentHashMap<>();
  private final Map<String, String> access = new ConcurrentHashMap<>();

  /**
   * @param challenge of RFC 7636, S256; null when none was given
   */
  record Grant(
      String person,
      String redirect,
      @Nullable String nonce,
      @Nullable String challenge,
      Instant at) {}

  String code(Grant grant) {
    String code = UUID.randomUUID().toString().replace("-", "");
    codes.put(code, grant);
    return code;
  }

  /** What came of a code: a grant, or Slack's word for why not. */
  record Taken(@Nullable Grant grant, String error) {}

  Taken take(String code, String redirect, @Nullable String verifier, Instant now) {
    Grant grant = codes.remove(code);
    if (grant == null) {
      return new Taken(null, used.containsKey(code) ? "code_already_used" : "invalid_code");
    }
    used.put(code, grant.person());
    if (grant.at().plus(LASTS).isBefore(now)) {
      return new Taken(null, "invalid_code");
    }
    if (!grant.redirect().equals(redirect)) {
      return new Taken(null, "bad_redirect_uri");
    }
    String challenge = grant.challenge();
    if (challenge != null && !challenge.equals(verifier == null ? "" : s256(verifier))) {
      return new Taken(null, "invalid_code_verifier");
    }
    return new Taken(grant, "");
  }

  String access(String person) {
    String token = "xoxp-sandbox-" + UUID.randomUUID();
    access.put(token, person);
    return token;
  }

  Optional<String> whose(String accessToken) {
    return Optional.ofNullable(access.get(accessToken));
  }

  private static String s256(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
  }
}
