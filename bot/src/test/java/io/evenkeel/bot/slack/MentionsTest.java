package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Command;
import io.evenkeel.persistence.NotRecorded;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MentionsTest {
  private static final AtomicInteger MESSAGES = new AtomicInteger(200_000);

  private final String ts = "1700000000." + MESSAGES.incrementAndGet();
  private final Bench bench = new Bench();
  private int events;

  @AfterEach
  void close() {
    bench.close();
  }

  private void said(String text, String more) {
    events++;
    String event =
        """
        {"type":"app_mention","user":"U0ALICE","text":"%s","ts":"%s","channel":"C0ROOM",\
        "team":"T0TEAM","event_ts":"%s"%s}\
        """
            .formatted(text, ts, ts, more);
    assertThat(bench.send(Payloads.event("EvMention" + ts + events, event)).status())
        .isEqualTo(200);
  }

  private Bench.Whispered answer() throws InterruptedException {
    Bench.Whispered answer = bench.whispered.poll(10, TimeUnit.SECONDS);
    assertThat(answer).as("an answer").isNotNull();
    return answer;
  }

  private void noMoreAnswers() {
    bench.gateway.close(); // waits for what is still to be said
    assertThat(bench.whispered).isEmpty();
  }

  @Test
  void aMentionIsACommandInTheGrammarOfTheSlashCommand() throws Exception {
    said("<@U0BOT> resolve pool &amp; alert fixed", "");
    assertThat(bench.taken).hasSize(1);
    var taken = bench.taken.getFirst();
    assertThat(taken.said())
        .isInstanceOfSatisfying(
            Utterance.Order.class,
            order ->
                assertThat(order.command()).isEqualTo(new Command.Resolve("pool & alert fixed")));
    assertThat(taken.place()).isEqualTo(Bench.ROOM);
    assertThat(taken.actor().name()).isEqualTo("alice");
    Bench.Whispered answer = answer();
    assertThat(answer.person()).isEqualTo(Bench.ALICE.id());
    assertThat(answer.channel()).isEqualTo(Bench.ROOM);
    assertThat(answer.thread()).isNull();
    assertThat(answer.message().text()).contains("Recorded for alice");
  }

  @Test
  void inAThreadTheAnswerStandsInTheThread() throws Exception {
    said("<@U0BOT|evenkeel>: note seen in thread", ",\"thread_ts\":\"1699999999.000100\"");
    assertThat(bench.taken).hasSize(1);
    assertThat(answer().thread()).isEqualTo("1699999999.000100");
  }

  @Test
  void theSameMessageIsAnsweredOnceHoweverOftenItIsTold() throws Exception {
    said("<@U0BOT> note once", "");
    said("<@U0BOT> note once", "");
    said("<@U0BOT> note once, edited", ",\"edited\":{\"user\":\"U0ALICE\",\"ts\":\"1.000000\"}");
    assertThat(bench.taken)
        .extracting(Bench.Taken::key)
        .extracting("key")
        .containsOnly("mention:T0TEAM:C0ROOM:" + ts);
    answer();
    noMoreAnswers();
  }

  @Test
  void aQuestionIsAnsweredToo() throws Exception {
    said("<@U0BOT> help", "");
    assertThat(bench.taken).isEmpty();
    assertThat(answer().message().text()).isNotBlank();
  }

  @Test
  void whereNoFormCanOpenTheLineToTypeIsTold() throws Exception {
    said("<@U0BOT> update", "");
    assertThat(bench.taken).isEmpty();
    assertThat(answer().message().text()).contains("update");
    assertThat(bench.slack.silent()).isTrue();
  }

  @Test
  void ourNameInTheMiddleOfASentenceIsNoCommand() throws Exception {
    said("I asked <@U0BOT> resolve already", "");
    assertThat(bench.taken).isEmpty();
    assertThat(answer().message().text()).contains("Nothing was recorded");
  }

  @Test
  void anotherAppThatMentionsUsIsNotAnswered() {
    said("<@U0BOT> resolve all of it", ",\"bot_id\":\"B0OTHER\"");
    assertThat(bench.taken).isEmpty();
    noMoreAnswers();
  }

  @Test
  void whatWasNotRecordedIsToldSo() throws Exception {
    bench.desk =
        (_, _, _, _, _) -> {
          throw new NotRecorded("away", new IllegalStateException());
        };
    said("<@U0BOT> note lost?", "");
    assertThat(answer().message().text()).contains("NOT recorded");
  }
}
