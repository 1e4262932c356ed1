package io.evenkeel.bot.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * PagerDuty's signature over the bytes of a webhook as they came: {@code v1=} and HMAC-SHA256 in
 * hexadecimal, several with commas between while a secret is being changed
 * (developer.pagerduty.com, "Verifying signatures"). It holds no time: a repeat is known by the
 * event's id.
 */
final class PagerDutySignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1=";
  private static final int MOST = 10;

  private final List<SecretKeySpec> secrets;

  /**
   * @param secrets any of them opens; none opens to nobody
   */
  PagerDutySignature(List<String> secrets) {
    this.secrets =
        secrets.stream()
            .map(one -> new SecretKeySpec(one.getBytes(StandardCharsets.UTF_8), ALGORITHM))
            .toList();
  }

  boolean vouches(byte[] body, @Nullable String header) {
    if (header == null) {
      return false;
    }
    boolean right = false;
    String[] given = header.split(",", MOST + 1);
    for (int i = 0; i < Math.min(given.length, MOST); i++) {
      byte[] one = given[i].strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      for (SecretKeySpec secret : secrets) {
        right |= MessageDigest.isEqual(one, sign(secret, body));
      }
    }
    return right;
  }

  private static byte[] sign(SecretKeySpec secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return (VERSION + HexFormat.of().formatHex(mac.doFinal(body)))
          .getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
