package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SlackRouteTest {
  private final TestSite site = new TestSite(TestSite.NO_DATABASE);

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void slacksRequestReachesTheGatewayByteForByte() throws Exception {
    byte[] body = "payload=%7B%7D&x=\u00e9\r\n\n".getBytes(StandardCharsets.ISO_8859_1);

    var response =
        TestSite.CLIENT.send(
            HttpRequest.newBuilder(site.address("/slack/events?a=b%20c"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Signature", "v0=abc")
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{}");
    assertThat(response.headers().firstValue("X-From")).contains("slack");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    TestSite.Received sent = site.received.remove();
    assertThat(sent.body()).isEqualTo(TestSite.latin1(body));
    assertThat(sent.query()).isEqualTo("a=b%20c");
    assertThat(sent.remote()).isEqualTo("127.0.0.1");
    assertThat(sent.headers())
        .hasEntrySatisfying("X-Slack-Signature", v -> assertThat(v).containsExactly("v0=abc"));
  }

  @Test
  void whatTheGatewayRefusesIsRefused() throws Exception {
    site.reply = new SlackDoor.Reply(401, "text/plain", Map.of(), "bad signature");

    var response = site.post(new byte[0]);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("bad signature");
  }

  @Test
  void aBodyOfAMegabyteIsTakenAndOneByteMoreIsTooLarge() throws Exception {
    assertThat(site.post(new byte[HttpServer.LARGEST_BODY]).statusCode()).isEqualTo(200);
    assertThat(site.received).hasSize(1);

    var response = site.post(new byte[HttpServer.LARGEST_BODY + 1]);

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("The request is larger than 1 MB.\n");
    assertThat(site.received).hasSize(1);
  }

  @Test
  void inSocketModeSlacksPathIsOff() throws Exception {
    site.restart(null, site.rooms(TestSite.NO_DATABASE, null, null));

    assertThat(site.post(new byte[0]).statusCode()).isEqualTo(404);
  }

  @Test
  void aGatewayThatFailsGivesAReferenceAndNoStackTrace() throws Exception {
    site.reply = new SlackDoor.Reply(200, "fail", Map.of(), "");

    var response = site.post(new byte[0]);

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .matches("Something went wrong here and was written down \\(ref [0-9a-f]{8}\\)\\.\n");
  }

  @Test
  void aRequestUnderWayIsAnsweredBeforeTheServerIsGone() throws Exception {
    var entered = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    site.restart(
        null,
        site.rooms(
            TestSite.NO_DATABASE,
            (_, _, _, _) -> {
              entered.countDown();
              await(leave);
              return site.reply;
            },
            null));
    var answer =
        TestSite.CLIENT.sendAsync(
            HttpRequest.newBuilder(site.address("/slack/events"))
                .POST(BodyPublishers.ofString("payload"))
                .build(),
            BodyHandlers.ofString());
    await(entered);

    var stopping = CompletableFuture.runAsync(site.server()::close);
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (site.listens() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    leave.countDown();

    assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    stopping.get(10, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
