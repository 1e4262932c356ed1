package io.evenkeel.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
  @Test
  void isWhatTheStandardsOwnExampleSays() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void aTextIsItsBytesInUtf8() {
    byte[] bytes = "Störung".getBytes(StandardCharsets.UTF_8);

    assertThat(Sha256.hex("Störung")).isEqualTo(Sha256.hex(bytes));
    assertThat(Sha256.of("Störung")).isEqualTo(HexFormat.of().parseHex(Sha256.hex(bytes)));
  }

  @Test
  void partsAreHashedAsOneWhole() {
    assertThat(Sha256.of(new byte[] {1, 2}, new byte[0], new byte[] {3}))
        .isEqualTo(Sha256.of(new byte[] {1, 2, 3}));
  }
}
