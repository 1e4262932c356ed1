package io.evenkeel.bot.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Slack's signature over the bytes of a request as they came: HMAC-SHA256 of {@code v0:ts:body}
 * (docs.slack.dev, "Verifying requests from Slack"). A timestamp more than five minutes from our
 * clock is refused in both directions.
 */
public final class Signature {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final String ALGORITHM = "HmacSHA256";

  private final List<SecretKeySpec> secrets;

  /**
   * @param secret the app's signing secret
   * @param previous also accepted while the secret is being rotated; null when it is not
   * @throws IllegalArgumentException for a blank secret: without one anybody could sign
   */
  public Signature(String secret, @Nullable String previous) {
    var keys = new ArrayList<SecretKeySpec>();
    keys.add(key(secret));
    if (previous != null) {
      keys.add(key(previous));
    }
    secrets = List.copyOf(keys);
  }

  /** Whether Slack sent exactly this body, within five minutes of {@code now}. */
  boolean vouches(
      byte[] body, @Nullable String timestamp, @Nullable String signature, Instant now) {
    if (timestamp == null || signature == null || !SECONDS.matcher(timestamp).matches()) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
      return false;
    }
    byte[] given = signature.getBytes(StandardCharsets.UTF_8);
    boolean matches = false;
    for (SecretKeySpec secret : secrets) {
      byte[] wanted = sign(secret, timestamp, body).getBytes(StandardCharsets.UTF_8);
      matches |= MessageDigest.isEqual(wanted, given);
    }
    return matches;
  }

  private static String sign(SecretKeySpec secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static SecretKeySpec key(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("the signing secret is blank: set SLACK_SIGNING_SECRET");
    }
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }
}
