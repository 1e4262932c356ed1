package io.evenkeel.bot.read;

import io.evenkeel.oncall.ScheduleName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret in a calendar's address, as calendar programs can send nothing else. Each schedule has
 * its own, made from the API token (HMAC-SHA-256, RFC 2104): whoever knows one reads that rota and
 * nothing more, and a new API token makes all of them void.
 */
public final class CalendarKey {
  private static final String MAC = "HmacSHA256";
  private static final int LETTERS = 32;

  private final SecretKeySpec token;

  public CalendarKey(String apiToken) {
    token = new SecretKeySpec(apiToken.getBytes(StandardCharsets.UTF_8), MAC);
  }

  /** 32 letters and digits. */
  public String of(ScheduleName schedule) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(token);
      byte[] made = mac.doFinal(("oncall " + schedule).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(made).substring(0, LETTERS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  /** Whether it is that schedule's, in constant time. */
  public boolean opens(ScheduleName schedule, String given) {
    return MessageDigest.isEqual(
        of(schedule).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
