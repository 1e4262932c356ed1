package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CommandsTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private SlackGateway.Reply type(String text) {
    return type(text, "C0GENERAL", "1.1");
  }

  private SlackGateway.Reply type(String text, String channel, String trigger) {
    return bench.send(Payloads.command(text, channel, trigger, bench.slack.responseUrl()));
  }

  @Test
  void theAnswerIsTheAcknowledgementForThePersonAlone() {
    var reply = type("declare API down");
    assertThat(reply.contentType()).startsWith("application/json");
    assertThat(reply.body())
        .contains("\"response_type\":\"ephemeral\"")
        .contains("Recorded for alice \\u0026lt;!channel\\u0026gt;.")
        .contains("\"action_id\":\"say:1\"")
        .contains("\"value\":\"join INC-1\"");
    assertThat(bench.slack.silent()).isTrue();
  }

  @Test
  void theDeskHearsWhoSaidWhatWhereAndWhen() {
    type("declare API down sev1", "C0ROOM", "1.1");
    var taken = bench.taken.getFirst();
    assertThat(taken.actor()).isEqualTo(new Actor.Human(Bench.ALICE));
    assertThat(taken.place()).isEqualTo(Bench.ROOM);
    assertThat(taken.now()).isEqualTo(Bench.NOW);
    assertThat(((Utterance.Declaration) taken.said()).command().title()).isEqualTo("API down");
  }

  @Test
  void whileSlackRefusesOurTokenWhatIsRecordedSaysThatItFollows() {
    bench.halted = "token_revoked";
    assertThat(type("note db is back", "C0ROOM", "1.1").body())
        .contains("Recorded for alice")
        .contains("Slack refuses Evenkeel", "s token (`token_revoked`)", "follows then");
    assertThat(type("list", "C0ROOM", "1.2").body()).doesNotContain("token_revoked");
  }

  @Test
  void aQuestionThatCannotBeReadSaysNothingAboutRecording() {
    try (var away =
            Database.open(
                new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1));
        var other = new Bench(away)) {
      String body =
          other
              .send(Payloads.command("list", "C0GENERAL", "1.1", other.slack.responseUrl()))
              .body();
      assertThat(body)
          .doesNotContainIgnoringCase("recorded")
          .containsAnyOf("cannot be shown", "could not be read");
    }
  }

  @Test
  void slacksEscapesReachTheGrammarAsTheyCame() {
    type("assign <@U0ALICE|someone> scribe", "C0ROOM", "1.1");
    var order = (Utterance.Order) bench.taken.getFirst().said();
    assertThat(((RoleCommand.Assign) order.command()).assignments().getFirst().person())
        .isEqualTo(Bench.ALICE);
    type("note a &lt;b&gt; &amp; c", "C0ROOM", "1.2");
    var note = (Utterance.Order) bench.taken.get(1).said();
    assertThat(((Command.Note) note.command()).text()).isEqualTo("a <b> & c");
  }

  @Test
  void theSameTriggerHasTheSameKeyAndAnotherOneHasAnother() {
    type("declare API down", "C0GENERAL", "1.1");
    type("declare API down", "C0GENERAL", "1.1");
    type("declare API down", "C0GENERAL", "1.2");
    assertThat(bench.taken.get(0).key()).isEqualTo(bench.taken.get(1).key());
    assertThat(bench.taken.get(0).key().key()).isNotEqualTo(bench.taken.get(2).key().key());
  }

  @Test
  void aMisspeltVerbIsAnsweredWithTheNearestOne() {
    assertThat(type("declair API down").body()).contains("declare");
    assertThat(bench.taken).isEmpty();
  }

  @Test
  void nothingButTheCommandShowsTheCardInItsChannelAndTheOwnIncidentsElsewhere() {
    assertThat(type("", "C0ROOM", "1.1").body()).contains("INC-1 API \\u003cdown\\u003e");
    assertThat(type("", "C0GENERAL", "1.2").body())
        .contains("You have no open incident")
        .contains("open:declare");
  }

  @Test
  void helpShowsAnExampleThatWorks() {
    assertThat(type("help update").body()).contains("/incident update");
    assertThat(type("help all").body()).contains("Who does what");
  }

  @Test
  void declareAloneOpensItsFormAfterTheAcknowledgement() {
    var reply = type("declare");
    assertThat(reply.body()).contains("A form opens");
    var call = bench.slack.next();
    assertThat(call.path()).isEqualTo("/api/views.open");
    assertThat(call.body()).contains("trigger_id=1.1").contains("\"callback_id\":\"declare\"");
  }

  @Test
  void updateAloneInAnIncidentsChannelOpensItsForm() {
    type("update", "C0ROOM", "1.1");
    assertThat(bench.slack.next().body()).contains("Update INC-1");
  }

  @Test
  void aFormThatDoesNotOpenIsFollowedByWhatToType() {
    bench.slack.refuses("expired_trigger_id");
    type("declare");
    assertThat(bench.slack.next().path()).isEqualTo("/api/views.open");
    var said = bench.slack.next();
    assertThat(said.path()).isEqualTo("/response/1");
    assertThat(said.body()).contains("/incident declare");
  }

  @Test
  void withoutADatabaseThePersonReadsThatNothingWasRecorded() {
    bench.desk =
        (_, _, _, _, _) -> {
          throw new NotRecorded("no connection", new IllegalStateException());
        };
    assertThat(type("declare API down").body())
        .contains("NOT recorded: the database does not answer. Nothing was changed")
        .contains("(ref ");
  }

  @Test
  void aDoubtIsToldAndThenSettledUnderTheSameKey() {
    var tries = new AtomicInteger();
    Taking sane = bench.desk;
    bench.desk =
        (key, said, actor, place, now) -> {
          if (tries.incrementAndGet() < 3) {
            throw new InDoubt("the answer to COMMIT was lost", new IllegalStateException());
          }
          return sane.handle(key, said, actor, place, now);
        };
    assertThat(type("declare API down").body()).contains("may be recorded").contains("/incident");
    var said = bench.slack.next();
    assertThat(said.path()).isEqualTo("/response/1");
    assertThat(said.body()).contains("Recorded for alice").contains("\"replace_original\":false");
    assertThat(bench.taken).hasSize(3).allMatch(t -> t.equals(bench.taken.getFirst()));
  }

  @Test
  void whatHangsIsAcknowledgedInTimeAndItsOutcomeFollows() {
    var release = new CountDownLatch(1);
    Taking sane = bench.desk;
    bench.desk =
        (key, said, actor, place, now) -> {
          try {
            release.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return sane.handle(key, said, actor, place, now);
        };
    assertThat(type("declare API down").body()).contains("may be recorded");
    assertThat(bench.slack.silent()).isTrue();
    release.countDown();
    assertThat(bench.slack.next().body()).contains("Recorded for alice");
  }

  @Test
  void aBugIsAnApologyWithARefAndNothingOfTheCause() {
    bench.desk =
        (_, _, _, _, _) -> {
          throw new IllegalStateException("the secret of the matter");
        };
    assertThat(type("declare API down").body())
        .contains("Sorry")
        .contains("/incident")
        .doesNotContain("secret of the matter");
  }
}
