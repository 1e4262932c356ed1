package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.sandbox.client.Refused;
import io.evenkeel.sandbox.workspace.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ClicksTest extends SandboxTest {

  private static final String BLOCKS =
      """
      [{"type":"actions","block_id":"b1","elements":[
        {"type":"button","action_id":"take","value":"ic","text":{"type":"plain_text","text":"Take"}},
        {"type":"static_select","action_id":"sev","options":[
          {"text":{"type":"plain_text","text":"SEV-1"},"value":"SEV-1"}]}]}]
      """;

  @Test
  void aButtonSendsTheMessageItStandsIn() throws Exception {
    String ts = card();
    sandbox.actions().click("bob", "general", ts, "take", null);

    JsonNode sent = lastPayload();
    assertThat(sent.path("type").asString()).isEqualTo("block_actions");
    assertThat(sent.at("/user/id").asString()).isEqualTo("U0BOB");
    assertThat(sent.at("/actions/0/value").asString()).isEqualTo("ic");
    assertThat(sent.at("/actions/0/block_id").asString()).isEqualTo("b1");
    assertThat(sent.at("/container/message_ts").asString()).isEqualTo(ts);
    assertThat(sent.at("/message/text").asString()).isEqualTo("card");
    assertThat(sent.path("trigger_id").asString()).isNotEmpty();
    assertThat(sent.path("response_url").asString()).startsWith(sandbox.baseUrl() + "actions/");
  }

  @Test
  void aMenuSendsTheChosenOption() throws Exception {
    sandbox.actions().click("bob", "general", card(), "sev", Json.of("SEV-1"));

    assertThat(lastPayload().at("/actions/0/selected_option/value").asString()).isEqualTo("SEV-1");
  }

  @Test
  void anEphemeralCanBeClickedByItsReaderOnly() throws Exception {
    String ts =
        slack
            .chatPostEphemeral(
                r -> r.channel("C0GENERAL").user("U0BOB").text("?").blocksAsString(BLOCKS))
            .getMessageTs();
    sandbox.actions().click("bob", "general", ts, "take", null);

    assertThat(lastPayload().at("/container/is_ephemeral").asBoolean()).isTrue();
    assertThat(lastPayload().has("message")).isFalse();
    assertThatThrownBy(() -> sandbox.actions().click("dana", "general", ts, "take", null))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whatIsNotThereCannotBeClicked() throws Exception {
    String ts = card();
    assertThatThrownBy(() -> sandbox.actions().click("bob", "general", ts, "give", null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("[take, sev]");
  }

  @Test
  void shortcutsCarryTheMessageTheyWereUsedOn() throws Exception {
    sandbox.actions().shortcut("alice", "declare", null, null);
    assertThat(lastPayload().path("type").asString()).isEqualTo("shortcut");

    sandbox.actions().shortcut("alice", "add_to_timeline", "general", card());
    assertThat(lastPayload().path("type").asString()).isEqualTo("message_action");
    assertThat(lastPayload().at("/message/text").asString()).isEqualTo("card");
  }

  private String card() throws Exception {
    return slack
        .chatPostMessage(r -> r.channel("C0GENERAL").text("card").blocksAsString(BLOCKS))
        .getTs();
  }

  private JsonNode lastPayload() {
    return Json.parse(
        bot.requests().stream()
            .filter(r -> r.body().startsWith("payload="))
            .toList()
            .getLast()
            .field("payload"));
  }
}
