package io.evenkeel.bot.access;

import io.evenkeel.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets of 256 random bits, and their hashes. SHA-256 alone is right for these: nobody guesses
 * 256 bits, so there is nothing that a slow or salted hash would slow down (those are for
 * passwords).
 */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Secrets() {}

  /** 43 letters, digits, {@code -} and {@code _}. */
  static String fresh() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return written(secret);
  }

  /** A value of its own for each purpose, from which nobody gets back to the secret. */
  static String derived(String purpose, String secret) {
    return written(Sha256.of(purpose + ":" + secret));
  }

  /** In a time that does not tell how much of it is right. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
