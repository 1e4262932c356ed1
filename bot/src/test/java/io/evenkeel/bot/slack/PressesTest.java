package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Command;
import io.evenkeel.persistence.NotRecorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PressesTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private SlackGateway.Reply press(String id, String value) {
    return bench.send(Payloads.press(Payloads.action(id, value), bench.slack.responseUrl()));
  }

  @Test
  void aButtonSaysItsCommandWhereItStands() {
    var reply = press("say:severity-0", "severity SEV-2 --incident-id INC-1");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
    var order = (Utterance.Order) bench.taken.getFirst().said();
    assertThat(order.command()).isInstanceOf(Command.ChangeSeverity.class);
    assertThat(bench.taken.getFirst().place()).isEqualTo(Bench.ROOM);
  }

  @Test
  void itsAnswerGoesToThePersonAloneAndLeavesTheCardAlone() {
    press("say:1", "note done");
    var said = bench.slack.next();
    assertThat(said.path()).isEqualTo("/response/1");
    assertThat(said.body())
        .contains("\"response_type\":\"ephemeral\"")
        .contains("\"replace_original\":false")
        .contains("\"delete_original\":false")
        .contains("Recorded for alice");
  }

  @Test
  void aTurnedPageTakesThePlaceOfTheOneBefore() {
    press("say:older", "timeline --incident-id INC-1 --page 1");
    assertThat(bench.slack.next().body())
        .contains("\"replace_original\":true")
        .contains("Timeline of INC-1");
  }

  @Test
  void aButtonOnTheHomeTabIsAnsweredInAWindowAndTheTabShowsWhatItChanged() {
    bench.send(Payloads.pressAtHome(Payloads.action("say:list", "list open")));
    var window = bench.slack.next();
    assertThat(window.path()).isEqualTo("/api/views.open");
    assertThat(window.body()).contains("trigger_id=13.8").contains("1 open incident");
    assertThat(bench.slack.next().path()).isEqualTo("/api/views.publish");
  }

  @Test
  void declareOnTheHomeTabOpensItsForm() {
    bench.send(Payloads.pressAtHome(Payloads.action("open:declare", "")));
    var form = bench.slack.next();
    assertThat(form.path()).isEqualTo("/api/views.open");
    assertThat(form.body()).contains("What is wrong?");
  }

  @Test
  void whereNoWindowOpensTheAnswerStandsOnTheHomeTab() {
    bench.slack.refuses("expired_trigger_id");
    bench.send(Payloads.pressAtHome(Payloads.action("say:help", "help update")));
    assertThat(bench.slack.next().path()).isEqualTo("/api/views.open");
    var tab = bench.slack.next();
    assertThat(tab.path()).isEqualTo("/api/views.publish");
    assertThat(tab.body()).contains("post where things stand");
  }

  @Test
  void whatFailsBehindAButtonIsToldToo() {
    bench.desk =
        (_, _, _, _, _) -> {
          throw new NotRecorded("no connection", new IllegalStateException());
        };
    assertThat(press("say:1", "note done").status()).isEqualTo(200);
    assertThat(bench.slack.next().body()).contains("NOT recorded");
  }

  @Test
  void theUpdateButtonOpensTheFormOfItsIncident() {
    press("open:update", "INC-1");
    var call = bench.slack.next();
    assertThat(call.path()).isEqualTo("/api/views.open");
    assertThat(call.body()).contains("trigger_id=13.5").contains("Update INC-1");
  }

  @Test
  void theResolveButtonAsksSinceWhenUsersWereNoLongerHurt() {
    press("open:resolve", "INC-1");
    assertThat(bench.slack.next().body()).contains("Since when were users no longer hurt?");
  }

  @Test
  void aFormForAnIncidentThatNobodyKnowsIsAnsweredInWords() {
    press("open:update", "INC-99");
    assertThat(bench.slack.next().path()).isEqualTo("/response/1");
  }

  @Test
  void aButtonInAFormIsAnsweredInTheForm() {
    bench.send(Payloads.pressInForm(Payloads.action("say:1", "note done --incident-id INC-1")));
    var call = bench.slack.next();
    assertThat(call.path()).isEqualTo("/api/views.update");
    assertThat(call.body()).contains("view_id=V9").contains("Recorded for alice");
  }

  @Test
  void theShortcutOpensTheDeclareForm() {
    assertThat(bench.send(Payloads.shortcut()).status()).isEqualTo(200);
    var call = bench.slack.next();
    assertThat(call.path()).isEqualTo("/api/views.open");
    assertThat(call.body()).contains("trigger_id=13.8").contains("\"callback_id\":\"declare\"");
  }

  @Test
  void anAddressThatIsNotSlacksIsNeverAnswered() {
    String elsewhere = bench.slack.responseUrl().replace("127.0.0.1", "localhost");
    bench.send(Payloads.press(Payloads.action("say:1", "note done"), elsewhere));
    bench.send(Payloads.press(Payloads.action("say:1", "note two"), bench.slack.responseUrl()));
    assertThat(bench.taken).hasSize(2);
    bench.slack.next();
    assertThat(bench.slack.silent()).isTrue();
  }
}
