package io.evenkeel.bot.access;

import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a token is written: {@code evk_}, 43 characters of 256 random bits, {@code _} and a checksum
 * of 8 hexadecimal digits. Scanners of repositories find it by its beginning; what is mistyped or
 * made up fails the checksum and is never looked for in the database.
 */
final class TokenText {
  private static final Pattern FORM = Pattern.compile("evk_[A-Za-z0-9_-]{43}_[0-9a-f]{8}");
  private static final int CHECKSUM = 9;

  private TokenText() {}

  /** A new one, to be shown once. */
  static String fresh() {
    String body = "evk_" + Secrets.fresh();
    return body + checksum(body);
  }

  static boolean wellFormed(String given) {
    if (!FORM.matcher(given).matches()) {
      return false;
    }
    int end = given.length() - CHECKSUM;
    return checksum(given.substring(0, end)).equals(given.substring(end));
  }

  private static String checksum(String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return "_%08x".formatted(crc.getValue());
  }
}
