package io.evenkeel.persistence.oncall;

import io.evenkeel.hash.Sha256;
import java.net.URI;

/** The address of a calendar as it is kept. */
final class FeedSource {
  private FeedSource() {}

  /**
   * SHA-256 in hexadecimal: an address may let whoever knows it read the rota, so it is not kept
   * itself.
   */
  static String hash(URI url) {
    return Sha256.hex(url.toString());
  }
}
