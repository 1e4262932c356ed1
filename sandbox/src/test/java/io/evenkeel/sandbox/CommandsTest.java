package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.SlackSignature;
import io.evenkeel.sandbox.client.Delivery;
import io.evenkeel.sandbox.client.Refused;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.workspace.Ephemeral;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class CommandsTest extends SandboxTest {

  @Test
  void aCommandCarriesEveryDocumentedFieldAndAGoodSignature() {
    Delivery delivery = type("declare API down --severity SEV-1");

    StandInBot.Request request = bot.requests().getFirst();
    assertThat(delivery.acknowledged()).isTrue();
    assertThat(request.form())
        .containsOnlyKeys(
            "token",
            "team_id",
            "team_domain",
            "channel_id",
            "channel_name",
            "user_id",
            "user_name",
            "command",
            "text",
            "api_app_id",
            "is_enterprise_install",
            "response_url",
            "trigger_id")
        .containsEntry("user_id", "U0ALICE")
        .containsEntry("channel_name", "general")
        .containsEntry("text", "declare API down --severity SEV-1");
    String timestamp = request.headers().get("X-slack-request-timestamp");
    assertThat(timestamp).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(
            new SlackSignature.Generator(Settings.SIGNING_SECRET)
                .generate(timestamp, request.body()))
        .isEqualTo(request.headers().get("X-slack-signature"));
  }

  @Test
  void namesBecomeReferencesAndTheRestIsEscaped() {
    type("assign @alice tech lead, @bob. in #incidents a<b & <!channel> @nobody");

    assertThat(bot.requests().getFirst().field("text"))
        .isEqualTo(
            "assign <@U0ALICE|alice> tech lead, <@U0BOB|bob>. in <#C0INCIDENTS|incidents>"
                + " a&lt;b &amp; &lt;!channel&gt; @nobody");
  }

  @Test
  void theAcknowledgementIsShownToTheOneWhoTyped() {
    bot.answers(r -> StandInBot.Response.json("{\"text\":\"*INC-1* is open\"}"));
    type("declare x");

    Ephemeral shown = sandbox.workspace().ephemerals().all().getFirst();
    assertThat(shown.user()).isEqualTo("U0ALICE");
    assertThat(shown.text()).isEqualTo("*INC-1* is open");

    bot.answers(
        r -> StandInBot.Response.json("{\"response_type\":\"in_channel\",\"text\":\"for all\"}"));
    type("declare y");
    assertThat(sandbox.workspace().messages().in("C0GENERAL").getLast().text())
        .isEqualTo("for all");
  }

  @Test
  void aWrongStatusAndNoAnswerAreToldBySlackbot() {
    bot.answers(r -> new StandInBot.Response(500, "text/plain", ""));
    assertThat(type("x").status()).isEqualTo(500);
    assertThat(lastEphemeral()).isEqualTo("/incident failed with the error \"dispatch_failed\"");

    CountDownLatch never = new CountDownLatch(1);
    bot.answers(r -> {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return StandInBot.Response.empty();
    });
    Delivery late = type("x");
    never.countDown();
    assertThat(late.status()).isZero();
    assertThat(late.tookMs()).isGreaterThanOrEqualTo(3000);
    assertThat(lastEphemeral()).isEqualTo("/incident failed with the error \"operation_timeout\"");
  }

  @Test
  void aDuplicateHasTheSameTriggerAndBothAnswersAreKept() {
    sandbox.faults().add(Fault.once("command", Fault.Kind.DUPLICATE_DELIVERY));
    Delivery delivery = type("declare x");

    assertThat(delivery.again()).hasSize(1);
    List<StandInBot.Request> requests = bot.requests();
    assertThat(requests.get(0).body()).isEqualTo(requests.get(1).body());
  }

  @Test
  void aResponseUrlIsGoodForFiveUsesInThirtyMinutes() throws Exception {
    type("declare x");
    String url = bot.requests().getFirst().field("response_url");
    for (int i = 0; i < 5; i++) {
      assertThat(respond(url, "{\"replace_original\":true,\"text\":\"later " + i + "\"}"))
          .isEqualTo(200);
    }
    assertThat(sandbox.workspace().ephemerals().all())
        .extracting("text")
        .containsExactly("later 4");
    assertThat(respond(url, "{\"text\":\"once more\"}")).isEqualTo(404);

    type("declare y");
    String other = bot.requests().getLast().field("response_url");
    clock.advance(Duration.ofMinutes(31));
    assertThat(respond(other, "{\"text\":\"too late\"}")).isEqualTo(404);
  }

  @Test
  void whatSlacksClientWouldNotLetThemDoIsRefusedInWords() {
    assertThatThrownBy(() -> sandbox.actions().command("zoe", "general", "/incident", "x"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no user \"zoe\"");
    assertThatThrownBy(() -> sandbox.actions().command("alice", "general", "/deploy", "x"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("/deploy is not a valid command");
  }

  private Delivery type(String text) {
    return sandbox.actions().command("alice", "general", "/incident", text);
  }

  private String lastEphemeral() {
    return sandbox.workspace().ephemerals().all().getLast().text();
  }

  private int respond(String url, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }
}
