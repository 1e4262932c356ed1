package io.evenkeel.persistence.oncall;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The address of a calendar as it is kept. */
final class FeedSource {
  private FeedSource() {}

  /**
   * SHA-256 in hexadecimal: an address may let whoever knows it read the rota, so it is not kept
   * itself.
   */
  static String hash(URI url) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(url.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
