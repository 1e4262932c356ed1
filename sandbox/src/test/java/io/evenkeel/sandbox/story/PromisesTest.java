package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.client.Delivery;
import io.evenkeel.sandbox.faults.Fault;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * What was acknowledged is recorded and follows, whatever Slack does meanwhile; what is not Slack's
 * is refused.
 */
final class PromisesTest {

  @Test
  void anAnswerWaitsForNoCallToSlack() throws Exception {
    try (var stage = new Stage()) {
      stage.slack.faults().add(Fault.always("*", Fault.Kind.SLOW, 2_000));
      Delivery answered =
          stage
              .slack
              .actions()
              .command(
                  "alice", "general", "/incident", "declare API service down --severity SEV-1");
      assertThat(answered.status()).isEqualTo(200);
      assertThat(stage.slack.workspace().snapshot().channels())
          .as("at the answer Slack has not even made the channel; it took %s ms", answered.tookMs())
          .noneMatch(channel -> channel.name().startsWith("inc-"));
      System.out.printf("with Slack at 2 s a call, the answer took %d ms%n", answered.tookMs());
      stage.channel("inc-1-api-service-down");
      // One slow call was waited for; the next ones tell nothing more.
      stage.slack.faults().clear();
      Stage.eventually(
          "the card is posted", () -> stage.shown("inc-1-api-service-down").contains("SEV-1"));
    }
  }

  @Test
  void theSameRequestTwiceIsOneIncidentAndTheSameAnswer() throws Exception {
    try (var stage = new Stage()) {
      var request =
          SignedRequest.slash(stage, "trigger-1", "declare API service down --severity SEV-1");
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var first = pool.submit(() -> request.send(stage.port()).body());
        var second = pool.submit(() -> request.send(stage.port()).body());
        assertThat(first.get()).contains("INC-1").isEqualTo(second.get());
      }
      assertThat(request.send(stage.port()).body()).contains("INC-1 API service down");
      assertThat(stage.get("/incidents/INC-2/postmortem.md", Stage.TOKEN).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void whatIsNotSlacksIsRefusedAndRecordsNothing() throws Exception {
    try (var stage = new Stage()) {
      var good = SignedRequest.slash(stage, "trigger-1", "declare nothing SEV-4");
      var now = stage.clock.instant();
      assertThat(
              SignedRequest.signed(good.body(), now, "another secret")
                  .send(stage.port())
                  .statusCode())
          .isEqualTo(401);
      for (Duration off : new Duration[] {Duration.ofMinutes(-6), Duration.ofMinutes(6)}) {
        assertThat(
                SignedRequest.signed(
                        good.body(), now.plus(off), io.evenkeel.sandbox.Settings.SIGNING_SECRET)
                    .send(stage.port())
                    .statusCode())
            .as("signed %s from now", off)
            .isEqualTo(401);
      }
      assertThat(stage.get("/incidents/INC-1/postmortem.md", Stage.TOKEN).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void whileSlackIsAwayCommandsAreRecordedAndFollowLater() throws Exception {
    try (var stage = new Stage()) {
      stage.slack.faults().add(Fault.always("*", Fault.Kind.DROP, 0));
      assertThat(stage.say("alice", "general", "declare API service down --severity SEV-1"))
          .contains("Declared");
      assertThat(stage.export(1)).contains("API service down");
      stage.slack.faults().clear();
      stage.channel("inc-1-api-service-down");
      Stage.eventually(
          "the announcement is there", () -> stage.shown("incidents").contains("API service down"));
    }
  }
}
