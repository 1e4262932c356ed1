package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.sandbox.client.Refused;
import io.evenkeel.sandbox.client.Submission;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.View;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ModalsTest extends SandboxTest {

  private static final String DECLARE =
      """
      {"type":"modal","callback_id":"declare","private_metadata":"p",
       "title":{"type":"plain_text","text":"Declare"},
       "submit":{"type":"plain_text","text":"Declare"},
       "blocks":[
        {"type":"input","block_id":"title","label":{"type":"plain_text","text":"Title"},
         "element":{"type":"plain_text_input","action_id":"title_text"}},
        {"type":"input","block_id":"lead","optional":true,
         "label":{"type":"plain_text","text":"Lead"},
         "element":{"type":"users_select","action_id":"lead_user"}},
        {"type":"input","block_id":"sev","label":{"type":"plain_text","text":"Severity"},
         "element":{"type":"static_select","action_id":"sev_choice",
          "initial_option":{"text":{"type":"plain_text","text":"SEV-2"},"value":"SEV-2"},
          "options":[{"text":{"type":"plain_text","text":"SEV-1"},"value":"SEV-1"},
                     {"text":{"type":"plain_text","text":"SEV-2"},"value":"SEV-2"}]}}]}
      """;

  @Test
  void aTriggerOpensOneModalWithinThreeSeconds() throws Exception {
    String trigger = trigger();
    assertThat(open(trigger)).isNull();
    assertThat(open(trigger)).isEqualTo("exchanged_trigger_id");
    assertThat(open("1.2.abc")).isEqualTo("invalid_trigger_id");

    String late = trigger();
    clock.advance(Duration.ofMillis(3001));
    assertThat(open(late)).isEqualTo("expired_trigger_id");
  }

  @Test
  void aModalBeyondTheLimitsIsRefusedAndKeepsTheTrigger() throws Exception {
    String trigger = trigger();
    String longTitle =
        DECLARE.replace("\"text\":\"Declare\"", "\"text\":\"" + "x".repeat(25) + "\"");

    var answer = slack.viewsOpen(r -> r.triggerId(trigger).viewAsString(longTitle));

    assertThat(answer.getError()).isEqualTo("invalid_arguments");
    assertThat(answer.getResponseMetadata().getMessages())
        .anyMatch(m -> m.contains("must be less than 25 characters"));
    assertThat(open(trigger)).isNull();
  }

  @Test
  void submittingSendsWhatWasFilledInAndCloses() throws Exception {
    View view = opened();
    Submission done =
        submit(view, Map.of("title_text", Json.of("API down"), "lead_user", Json.of("bob")));

    assertThat(done.errors()).isEmpty();
    JsonNode sent = Json.parse(bot.requests().getLast().field("payload"));
    assertThat(sent.path("type").asString()).isEqualTo("view_submission");
    JsonNode values = sent.at("/view/state/values");
    assertThat(values.at("/title/title_text/value").asString()).isEqualTo("API down");
    assertThat(values.at("/lead/lead_user/selected_user").asString()).isEqualTo("U0BOB");
    assertThat(values.at("/sev/sev_choice/selected_option/value").asString()).isEqualTo("SEV-2");
    assertThat(sent.at("/view/private_metadata").asString()).isEqualTo("p");
    assertThat(sandbox.workspace().views().stack("U0ALICE")).isEmpty();
  }

  @Test
  void errorsKeepItOpenAndStandAtTheirFields() throws Exception {
    View view = opened();
    assertThat(submit(view, Map.of()).errors())
        .containsEntry("title", "Please complete this required field.");

    bot.answers(r ->
        StandInBot.Response.json(
            "{\"response_action\":\"errors\",\"errors\":{\"title\":\"Say what is wrong\"}}"));
    Submission refused = submit(view, Map.of("title_text", Json.of("x")));
    assertThat(refused.errors()).containsEntry("title", "Say what is wrong");
    assertThat(sandbox.workspace().views().stack("U0ALICE").getFirst().errors())
        .containsKey("title");
  }

  @Test
  void anUpdateKeepsTheModalAndAStackHoldsThree() throws Exception {
    View view = opened();
    String next = DECLARE.replace("\"callback_id\":\"declare\"", "\"callback_id\":\"second\"");
    bot.answers(
        r -> StandInBot.Response.json("{\"response_action\":\"update\",\"view\":" + next + "}"));
    submit(view, Map.of("title_text", Json.of("x")));
    assertThat(sandbox.workspace().views().stack("U0ALICE"))
        .extracting(View::callbackId)
        .containsExactly("second");

    bot.answers(
        r -> StandInBot.Response.json("{\"response_action\":\"push\",\"view\":" + next + "}"));
    for (int i = 0; i < 2; i++) {
      View top = sandbox.workspace().views().stack("U0ALICE").getLast();
      assertThat(submit(top, Map.of("title_text", Json.of("x"))).errors()).isEmpty();
    }
    View top = sandbox.workspace().views().stack("U0ALICE").getLast();
    assertThat(submit(top, Map.of("title_text", Json.of("x"))).errors()).containsKey("view");
  }

  @Test
  void anOldHashIsAConflict() throws Exception {
    View view = opened();
    var ok = slack.viewsUpdate(r -> r.viewId(view.id()).hash(view.hash()).viewAsString(DECLARE));
    assertThat(ok.isOk()).isTrue();
    var old = slack.viewsUpdate(r -> r.viewId(view.id()).hash(view.hash()).viewAsString(DECLARE));
    assertThat(old.getError()).isEqualTo("hash_conflict");
  }

  @Test
  void aChoiceThatIsNotThereIsRefusedInWords() throws Exception {
    View view = opened();
    assertThatThrownBy(() -> submit(view, Map.of("sev_choice", Json.of("SEV-9"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("SEV-1, SEV-2");
  }

  private View opened() throws Exception {
    assertThat(open(trigger())).isNull();
    return sandbox.workspace().views().stack("U0ALICE").getFirst();
  }

  private Submission submit(View view, Map<String, JsonNode> values) {
    return sandbox.actions().submit("alice", view.id(), values);
  }

  private String trigger() {
    sandbox.actions().command("alice", "general", "/incident", "declare");
    return bot.requests().getLast().field("trigger_id");
  }

  private String open(String trigger) throws Exception {
    return slack.viewsOpen(r -> r.triggerId(trigger).viewAsString(DECLARE)).getError();
  }
}
