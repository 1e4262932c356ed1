package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken bodies with a good signature: never an exception, never another status. */
final class GatewayFuzzTest {
  private static final int BODIES = 1500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2026, 421_137})
  void everyBodyIsAnsweredWithAStatusThatSlackKnows(long seed) {
    var random = new Random(seed);
    try (var bench = new Bench()) {
      List<String> seeds =
          List.of(
              Payloads.command("declare API down", "C0ROOM", "1.1", ""),
              Payloads.press(Payloads.action("say:1", "note x"), ""),
              Payloads.press(Payloads.action("open:update", "INC-1"), ""),
              Payloads.pressInForm(Payloads.action("say:1", "help")),
              Payloads.sent("declare", "", Payloads.typed("title", "API down")),
              Payloads.sent("resolve", "INC-1", Payloads.chosen("mitigated", "now")),
              Payloads.shortcut(),
              Payloads.event("{\"type\":\"member_joined_channel\",\"user\":\"U1\"}"));
      for (int i = 0; i < BODIES; i++) {
        byte[] body =
            mutated(
                random, seeds.get(random.nextInt(seeds.size())).getBytes(StandardCharsets.UTF_8));
        var reply = bench.send(body, Bench.NOW, Bench.SECRET);
        assertThat(reply.status())
            .as("seed %d, body %d: %s", seed, i, new String(body, StandardCharsets.UTF_8))
            .isIn(200, 400, 401, 413);
      }
    }
  }

  static List<Path> kept() throws IOException {
    try (var files =
        Files.list(
            Path.of(
                "src/test/resources/io/evenkeel/bot/slack/PayloadJazzerTestInputs/everyBodyIsAnsweredWithAStatusThatSlackKnows"))) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatTheFuzzerKeepsIsAnswered(Path input) throws IOException {
    try (var bench = new Bench()) {
      var reply = bench.send(Files.readAllBytes(input), Bench.NOW, Bench.SECRET);
      assertThat(reply.status()).isIn(200, 400, 401, 413);
    }
  }

  private static byte[] mutated(Random random, byte[] body) {
    byte[] bytes = body.clone();
    for (int n = random.nextInt(4); n >= 0 && bytes.length > 2; n--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> bytes = Arrays.copyOfRange(bytes, at, bytes.length);
        case 3 -> bytes[at] = (byte) "{}[]\"%&=,:0".charAt(random.nextInt(11));
        case 4 -> bytes = without(bytes, at, Math.min(bytes.length, at + random.nextInt(60)));
        default -> bytes = twice(bytes, at);
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int from, int to) {
    byte[] shorter = new byte[bytes.length - (to - from)];
    System.arraycopy(bytes, 0, shorter, 0, from);
    System.arraycopy(bytes, to, shorter, from, bytes.length - to);
    return shorter;
  }

  private static byte[] twice(byte[] bytes, int from) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + (bytes.length - from));
    System.arraycopy(bytes, from, longer, bytes.length, bytes.length - from);
    return longer;
  }
}
