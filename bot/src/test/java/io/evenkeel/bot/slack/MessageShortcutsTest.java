package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.view.DeclareModal;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.MessageRef;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class MessageShortcutsTest {
  private static final AtomicInteger MESSAGES = new AtomicInteger(300_000);

  private final String ts = "1700000000." + MESSAGES.incrementAndGet();
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private void used(String callback, String channel, String message) {
    String payload =
        """
        {"type":"message_action","callback_id":"%s","token":"t","action_ts":"1700000050.000001",
        "trigger_id":"13.%s","message_ts":"%s","response_url":"%s","team":{"id":"T0TEAM",
        "domain":"acme"},"user":{"id":"U0ALICE","name":"alice"},"channel":{"id":"%s",
        "name":"x"},"api_app_id":"A0APP","is_enterprise_install":false,"enterprise":null,
        "message":{"type":"message","ts":"%s",%s}}\
        """
            .formatted(callback, ts, ts, bench.slack.responseUrl(), channel, ts, message);
    assertThat(bench.send(Payloads.payload(payload)).status()).isEqualTo(200);
  }

  private JsonNode form() {
    String body = bench.slack.next().body();
    String view = body.replaceFirst("(?s).*?(^|&)view=", "").replaceFirst("(?s)&trigger_id=.*", "");
    return JsonMapper.shared().readTree(view);
  }

  @Test
  void addToTimelineIsRecordedOnceAndSaysSo() {
    String message = "\"user\":\"U0BOB\",\"text\":\"pool is empty\"";
    used("add_to_timeline", "C0ROOM", message);
    assertThat(bench.slack.next().body()).contains("goes onto the timeline of *INC-1");
  }

  @Test
  void elsewhereItSaysWhatToDoInstead() {
    used("add_to_timeline", "C0GENERAL", "\"user\":\"U0BOB\",\"text\":\"pool is empty\"");
    assertThat(bench.slack.next().body())
        .contains("Nothing was recorded")
        .contains("Declare from message");
  }

  @Test
  void aPrivateIncidentsChannelLooksToAnOutsiderLikeAnyOther() {
    String message = "\"user\":\"U0BOB\",\"text\":\"pool is empty\"";
    used("add_to_timeline", "G0SECRET", message);
    String secret = bench.slack.next().body();
    assertThat(secret).contains("Nothing was recorded");
    used("add_to_timeline", "G0NOWHERE", message);
    assertThat(bench.slack.next().body()).isEqualTo(secret);
  }

  @Test
  void whatWePostedOurselvesIsNotAdded() {
    used("add_to_timeline", "C0ROOM", "\"user\":\"U0BOT\",\"app_id\":\"A0APP\",\"text\":\"card\"");
    assertThat(bench.slack.next().body()).contains("from its timeline already");
  }

  @Test
  void declareFromAMessageOpensTheFormWithItsWords() {
    String message =
        "\"user\":\"U0ALICE\",\"text\":\"API &lt;down&gt; for <@U0ALICE>\\nsince 14:20\","
            + "\"thread_ts\":\"1699999999.000100\"";
    used("declare_from_message", "C0GENERAL", message);
    JsonNode view = form();
    assertThat(view.path("callback_id").asString()).isEqualTo("declare");
    assertThat(view.toString()).contains("\"initial_value\":\"API <down> for @alice\"");
    String metadata = view.path("private_metadata").asString();

    bench.send(
        Payloads.sent(
            "declare",
            metadata.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\""),
            Payloads.typed(DeclareModal.TITLE, "API down")));
    assertThat(bench.taken)
        .singleElement()
        .extracting(Bench.Taken::said)
        .isInstanceOfSatisfying(
            Utterance.Quoted.class,
            quoted -> {
              assertThat(quoted.command().title()).isEqualTo("API down");
              assertThat(quoted.quote().text()).isEqualTo("API <down> for @alice\nsince 14:20");
              assertThat(quoted.quote().author()).isEqualTo(Bench.ALICE);
              assertThat(quoted.quote().message())
                  .isEqualTo(new MessageRef(new ChannelId("C0GENERAL"), ts));
              assertThat(quoted.quote().link())
                  .isEqualTo(
                      "https://acme.slack.com/archives/C0GENERAL/p"
                          + ts.replace(".", "")
                          + "?thread_ts=1699999999.000100&cid=C0GENERAL");
              assertThat(quoted.asked()).isEqualTo(Instant.parse("2023-11-14T22:14:10.000001Z"));
            });
  }

  @Test
  void aLongMessageFitsTheForm() {
    used(
        "declare_from_message",
        "C0GENERAL",
        "\"user\":\"U0ALICE\",\"text\":\"" + "😀 long".repeat(2000) + "\"");
    JsonNode view = form();
    assertThat(view.path("private_metadata").asString().length()).isLessThanOrEqualTo(3000);
    assertThat(List.of(view.path("private_metadata").asString().split("\n"))).hasSize(9);
  }
}
