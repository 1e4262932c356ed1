package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.workspace.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class EventsTest extends SandboxTest {

  @Test
  void aMessageIsToldInAFullEnvelope() {
    sandbox.actions().message("alice", "general", "db is slow, @bob", null);

    JsonNode sent = Json.parse(event("message"));
    assertThat(sent.propertyNames())
        .contains(
            "token",
            "team_id",
            "context_team_id",
            "api_app_id",
            "event",
            "type",
            "event_id",
            "event_time",
            "authorizations",
            "is_ext_shared_channel",
            "event_context");
    assertThat(sent.at("/event/text").asString()).isEqualTo("db is slow, <@U0BOB>");
    assertThat(sent.at("/event/channel_type").asString()).isEqualTo("channel");
    assertThat(sent.at("/authorizations/0/user_id").asString()).isEqualTo("U0EVENKEEL");
  }

  @Test
  void theBotHearsItselfAndEditsAndReactions() throws Exception {
    String ts = post("C0GENERAL", "mine");
    assertThat(event("message")).contains("B0EVENKEEL");

    sandbox.actions().react("bob", "general", ts, "pushpin", false);
    assertThat(Json.parse(event("reaction_added")).at("/event/item/ts").asString()).isEqualTo(ts);
    slack.chatDelete(r -> r.channel("C0GENERAL").ts(ts));
    StandInBot.await(
        () -> bot.events("message").stream().anyMatch(b -> b.contains("message_deleted")));
  }

  @Test
  void onlyWhatWasSubscribedInChannelsTheBotIsInIsSent() throws Exception {
    sandbox.actions().message("alice", "random", "not for the bot", null);
    sandbox.actions().direct("alice", "evenkeel");
    sandbox.actions().message("alice", "general", "for the bot", null);

    assertThat(event("message")).contains("for the bot");
    assertThat(bot.events("message")).hasSize(1);
    assertThat(bot.events("app_home_opened")).hasSize(1);
  }

  @Test
  void whatIsNotAcknowledgedComesAgainWithItsNumber() {
    bot.answers(r ->
        r.headers().containsKey("X-slack-retry-num")
            ? StandInBot.Response.empty()
            : new StandInBot.Response(503, "text/plain", ""));
    sandbox.actions().message("alice", "general", "hello", null);

    StandInBot.await(() -> bot.requests().size() == 2);
    assertThat(bot.requests().get(1).headers()).containsEntry("X-slack-retry-num", "1");
    assertThat(bot.requests().get(1).body()).isEqualTo(bot.requests().get(0).body());
  }

  @Test
  void faultsMakeEventsComeTwiceAndInTheWrongOrder() {
    sandbox.faults().add(new Fault("message", 1, Fault.Kind.DUPLICATE_DELIVERY, 0, 0, 4));
    sandbox.actions().message("alice", "general", "four times", null);
    StandInBot.await(() -> bot.events("message").size() == 4);

    sandbox.faults().add(Fault.once("message", Fault.Kind.REORDER_DELIVERY));
    sandbox
        .workspace()
        .locked(() ->
            List.of(
                sandbox.actions().message("alice", "general", "first", null),
                sandbox.actions().message("alice", "general", "second", null)));
    StandInBot.await(() -> bot.events("message").size() == 6);
    assertThat(bot.events("message").get(4)).contains("second");
    assertThat(bot.events("message").get(5)).contains("first");
  }

  private String event(String type) {
    StandInBot.await(() -> !bot.events(type).isEmpty());
    return bot.events(type).getFirst();
  }
}
