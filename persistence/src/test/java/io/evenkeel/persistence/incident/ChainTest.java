package io.evenkeel.persistence.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.EntryKind;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Vectors computed from the words of the migration by other means than this code. */
final class ChainTest {
  private static final byte[] SALT = "0123456789abcdef".getBytes(UTF_8);

  @Test
  void theFirstEntryHasItsHash() {
    byte[] text = Chain.textHash(SALT, "Declared SEV-1: API service down 🔥");
    assertThat(hex(text))
        .isEqualTo("a9f1d7a751d322c2a9a6c0d381b2e1922e054664e09f1deb43646732bccb74b4");
    var fields =
        new Chain.Fields(
            42,
            1,
            Instant.parse("2026-11-21T14:30:00Z"),
            Instant.parse("2026-11-21T14:32:00.123456Z"),
            EntryKind.DECLARED,
            new ActorText("U024BE7LH", "alice"),
            null,
            null);
    assertThat(hex(Chain.hash(Chain.START, fields, text)))
        .isEqualTo("8b1bc1f28b86b7b463c6c21ed267868c1a62d967c57ad9563f0cb3beaeb3c69d");
  }

  @Test
  void aLaterEntryHasItsHash() {
    byte[] text = Chain.textHash(SALT, "");
    assertThat(hex(text))
        .isEqualTo("9f9f5111f7b27a781f1f1ddde5ebc2dd2b796bfc7365c9c28b548e564176929f");
    var fields =
        new Chain.Fields(
            42,
            2,
            Instant.parse("2026-11-21T14:32:00.123456Z"),
            Instant.parse("2026-11-21T14:40:00.000001Z"),
            EntryKind.MILESTONE,
            new ActorText("token:ci:U024BE7LH", "älice"),
            "https://example.com/x",
            1);
    byte[] previous =
        HexFormat.of().parseHex("8b1bc1f28b86b7b463c6c21ed267868c1a62d967c57ad9563f0cb3beaeb3c69d");
    assertThat(hex(Chain.hash(previous, fields, text)))
        .isEqualTo("5466e48852231f23c716303eb671208cb4e2a5746086f2a62a50805a0803f648");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
