package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.SlackApiException;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import io.evenkeel.sandbox.web.Calls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultsTest extends SandboxTest {

  @Test
  void aRateLimitNamesTheSecondsToWaitAndPostsNothing() {
    sandbox.faults().add(new Fault("chat.postMessage", 1, Kind.RATELIMITED, 0, 7, 0));

    assertThatThrownBy(() -> post("C0GENERAL", "x"))
        .isInstanceOfSatisfying(
            SlackApiException.class,
            e -> {
              assertThat(e.getResponse().code()).isEqualTo(429);
              assertThat(e.getResponse().header("Retry-After")).isEqualTo("7");
            });
    assertThat(posted("x")).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "DROP_APPLIED", "TIMEOUT_APPLIED"})
  void aCutConnectionIsCutAndTheCallAppliedOrNot(Kind kind) {
    sandbox.faults().add(new Fault("*", 1, kind, 50, 0, 0));

    assertThatThrownBy(() -> post("C0GENERAL", "x")).isInstanceOf(IOException.class);
    assertThat(posted("x")).isEqualTo(kind == Kind.DROP ? 0 : 1);
    Calls.Recorded call = sandbox.calls().of("chat.postMessage").getFirst();
    assertThat(call.applied()).isEqualTo(kind != Kind.DROP);
    assertThat(call.answer()).isNull();
    assertThat(call.args()).containsEntry("text", "x").doesNotContainKey("token");
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR", "ERROR_APPLIED"})
  void aServerErrorIsAppliedOrNot(Kind kind) throws Exception {
    sandbox.faults().add(Fault.once("chat.postMessage", kind));

    assertThatThrownBy(() -> post("C0GENERAL", "x")).isInstanceOf(SlackApiException.class);
    assertThat(posted("x")).isEqualTo(kind == Kind.ERROR ? 0 : 1);
    post("C0GENERAL", "y");
    assertThat(posted("y")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLD", "HOLD_APPLIED"})
  void aHeldCallWaitsUntilItIsLetGo(Kind kind) throws Exception {
    sandbox.faults().add(Fault.once("chat.postMessage", kind));
    var posting = CompletableFuture.supplyAsync(() -> postQuietly("x"));
    var held = sandbox.faults().awaitHeld("chat.postMessage", Duration.ofSeconds(5));

    assertThat(posted("x")).isEqualTo(kind == Kind.HOLD ? 0 : 1);
    assertThat(posting).isNotDone();
    held.release();
    assertThat(posting.get(5, TimeUnit.SECONDS)).isTrue();
    assertThat(posted("x")).isEqualTo(1);
    assertThat(sandbox.faults().held()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLD", "HOLD_APPLIED"})
  void aHeldCallThatIsCutWasAppliedOrNeverIs(Kind kind) throws Exception {
    sandbox.faults().add(Fault.once("chat.postMessage", kind));
    var posting = CompletableFuture.supplyAsync(() -> postQuietly("x"));
    sandbox.faults().awaitHeld("chat.postMessage", Duration.ofSeconds(5)).cut();

    assertThat(posting.get(5, TimeUnit.SECONDS)).isFalse();
    assertThat(posted("x")).isEqualTo(kind == Kind.HOLD ? 0 : 1);
  }

  @Test
  void aRevokedTokenStaysRevokedUntilReset() throws Exception {
    sandbox.faults().add(Fault.always("*", Kind.REVOKED, 0));

    assertThat(slack.authTest(r -> r).getError()).isEqualTo("token_revoked");
    assertThat(slack.authTest(r -> r).getError()).isEqualTo("token_revoked");
    control("reset", "{}");
    assertThat(slack.authTest(r -> r).isOk()).isTrue();
  }

  @Test
  void aSlowMethodIsSlow() throws Exception {
    sandbox.faults().add(Fault.always("auth.test", Kind.SLOW, 150));
    long started = System.nanoTime();
    slack.authTest(r -> r);

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(149));
  }

  @Test
  void historyLagsBehindAndCatchesUp() throws Exception {
    sandbox.faults().add(Fault.always("conversations.history", Kind.HISTORY_LAG, 20_000));
    post("C0GENERAL", "new");

    assertThat(seen()).doesNotContain("new");
    clock.advance(Duration.ofSeconds(21));
    assertThat(seen()).contains("new");
  }

  @Test
  void slacksRatesHoldAndOneFullChannelHoldsUpNoOther() throws Exception {
    try (SlackSandbox limited = SlackSandbox.start(0, settings().withRateScale(1))) {
      var client = client(limited);
      for (int i = 0; i < 20; i++) {
        String name = "inc-" + i;
        assertThat(client.conversationsCreate(r -> r.name(name)).isOk()).isTrue();
      }
      assertThatThrownBy(() -> client.conversationsCreate(r -> r.name("inc-20")))
          .isInstanceOf(SlackApiException.class);
      for (int i = 0; i < 4; i++) {
        client.chatPostMessage(r -> r.channel("C0GENERAL").text("x"));
      }
      assertThatThrownBy(() -> client.chatPostMessage(r -> r.channel("C0GENERAL").text("x")))
          .isInstanceOf(SlackApiException.class);
      assertThat(client.chatPostMessage(r -> r.channel("C0INCIDENTS").text("x")).isOk()).isTrue();
    }
  }

  private List<String> seen() throws Exception {
    return slack.conversationsHistory(r -> r.channel("C0GENERAL")).getMessages().stream()
        .map(m -> m.getText())
        .toList();
  }

  private boolean postQuietly(String text) {
    try {
      post("C0GENERAL", text);
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private long posted(String text) {
    return sandbox.workspace().messages().in("C0GENERAL").stream()
        .filter(m -> m.text().equals(text))
        .count();
  }
}
