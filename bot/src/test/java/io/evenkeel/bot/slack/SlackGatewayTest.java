package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlackGatewayTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private String declare() {
    return Payloads.command("declare API down", "C0GENERAL", "1.1", bench.slack.responseUrl());
  }

  @Test
  void aSignedCommandIsTaken() {
    assertThat(bench.send(declare()).status()).isEqualTo(200);
    assertThat(bench.taken).hasSize(1);
  }

  @Test
  void aBodyThatEndsInANewlineIsTakenAsItWasSigned() {
    assertThat(bench.send(declare() + "\n").status()).isEqualTo(200);
    assertThat(bench.taken).hasSize(1);
  }

  @Test
  void aWrongSecretAnOldAndAFutureTimestampAreRefusedAndNothingIsRead() {
    byte[] body = declare().getBytes(StandardCharsets.UTF_8);
    assertThat(bench.send(body, Bench.NOW, "another").status()).isEqualTo(401);
    assertThat(bench.send(body, Bench.NOW.minus(Duration.ofMinutes(6)), Bench.SECRET).status())
        .isEqualTo(401);
    assertThat(bench.send(body, Bench.NOW.plus(Duration.ofMinutes(6)), Bench.SECRET).status())
        .isEqualTo(401);
    assertThat(bench.gateway.receive(body, Map.of(), null, "127.0.0.1").status()).isEqualTo(401);
    assertThat(bench.taken).isEmpty();
  }

  @Test
  void aHeaderWithoutValuesIsNoSignature() {
    var headers =
        Map.<String, List<String>>of(
            "X-Slack-Signature", List.of(), "X-Slack-Request-Timestamp", List.of());
    assertThat(bench.gateway.receive(new byte[0], headers, null, "127.0.0.1").status())
        .isEqualTo(401);
  }

  @Test
  void theCertificateCheckIsAnsweredOnlyWithASignature() {
    assertThat(bench.send("ssl_check=1&token=t").status()).isEqualTo(200);
    byte[] body = "ssl_check=1&token=t".getBytes(StandardCharsets.UTF_8);
    assertThat(bench.send(body, Bench.NOW, "another").status()).isEqualTo(401);
  }

  @Test
  void aCertificateCheckInFrontDoesNotHideACommand() {
    bench.send("ssl_check=1&" + declare());
    assertThat(bench.taken).hasSize(1);
  }

  @Test
  void theUrlIsVerifiedWithSlacksChallenge() {
    var reply = bench.send("{\"token\":\"t\",\"challenge\":\"abc\",\"type\":\"url_verification\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("abc");
  }

  @Test
  void anEventThatNobodyListensToIsAcknowledged() {
    String event = "{\"type\":\"team_join\",\"user\":{\"id\":\"U1\"}}";
    assertThat(bench.send(Payloads.event(event)).status()).isEqualTo(200);
  }

  @Test
  void anotherCommandIsToldWhatToType() {
    var reply = bench.send(declare().replace("%2Fincident", "%2Foutage"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("/incident help");
  }

  @Test
  void aButtonThatNobodyKnowsIsAcknowledged() {
    String action = Payloads.action("another", "x");
    assertThat(bench.send(Payloads.press(action, "")).status()).isEqualTo(200);
  }

  @Test
  void aPressThatHoldsTwoActionsDoesBoth() {
    String both =
        Payloads.action("say:1", "note one INC-1") + "," + Payloads.action("say:2", "note two");
    assertThat(bench.send(Payloads.press(both, bench.slack.responseUrl())).status()).isEqualTo(200);
    assertThat(bench.taken).hasSize(2);
    assertThat(bench.taken.get(0).key().key()).isNotEqualTo(bench.taken.get(1).key().key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "{",
        "{}",
        "[]",
        "null",
        "payload=",
        "payload=%7B%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "payload=%7B%22type%22%3A%22view_submission%22%7D",
        "payload=%7B%22type%22%3A%22shortcut%22%7D",
        "payload=%7B%22type%22%3A7%7D",
        "payload=%zz",
        "command=%2Fincident",
        "command=%2Fincident&text=a=b",
        "command=%2Fincident&command=%2Fother",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":7}",
        "{\"type\":\"event_callback\",\"event\":{}}",
        "{\"type\":\"dialog_submission\"}"
      })
  void whatSlackNeverSendsIsMalformed(String body) {
    assertThat(bench.send(body).status()).isEqualTo(400);
    assertThat(bench.taken).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreMalformed() {
    byte[] body = {'c', '=', (byte) 0xc3, (byte) 0x28};
    assertThat(bench.send(body, Bench.NOW, Bench.SECRET).status()).isEqualTo(400);
  }

  @Test
  void aVeryDeepBodyIsMalformed() {
    String deep = "{\"type\":\"event_callback\",\"event\":" + "[".repeat(100_000);
    assertThat(bench.send(deep).status()).isEqualTo(400);
  }
}
