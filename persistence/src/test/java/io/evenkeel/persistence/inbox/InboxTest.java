package io.evenkeel.persistence.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InboxTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00.123456Z");
  private static final byte[] BODY = {1, 2, 3};
  private static final Answer ANSWER =
      Answer.recorded(
          new IncidentNumber(42),
          Prose.of("Declared ")
              .strong("INC-42 \"<!channel>\" 🔥\\")
              .code("/incident")
              .mention(new Person(new PersonId("U1"), "alice"))
              .room(new ChannelId("C1"))
              .at(NOW)
              .link("https://example.com/?a=b&c", "the run book"),
          Offer.primary("Join", "join INC-42"),
          Offer.danger("Cancel", "cancel INC-42"));

  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aRepeatIsAnsweredAsBefore() {
    assertThat(claimed("k", BODY)).isEmpty();
    assertThat(claimed("k", BODY)).contains(new Repeat(ANSWER, true));
    assertThat(claimed("k", BODY)).contains(new Repeat(ANSWER, true));
    assertThat(claimed("another", BODY)).isEmpty();
  }

  @Test
  void anAnswerThatChangedNothingIsKeptToo() {
    Answer refused = Answer.unchanged(Prose.of(""));
    database.query(tx -> {
      new Inbox(tx).claim("k", BODY, NOW);
      new Inbox(tx).answer("k", refused);
      return true;
    });
    assertThat(claimed("k", BODY)).map(Repeat::answer).contains(refused);
  }

  @Test
  void theSameKeyWithAnotherBodyIsTold() {
    assertThat(claimed("k", BODY)).isEmpty();
    assertThat(claimed("k", new byte[] {9})).contains(new Repeat(ANSWER, false));
  }

  @Test
  void aKeyIsFreeAgainAfterARollback() {
    assertThatThrownBy(() ->
            database.query(tx -> {
              new Inbox(tx).claim("k", BODY, NOW);
              throw new IllegalStateException("a bug");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(claimed("k", BODY)).isEmpty();
  }

  @Test
  void aRepeatWaitsForTheFirstAndGetsItsAnswer() throws Exception {
    var claimed = new CountDownLatch(1);
    var proceed = new CountDownLatch(1);
    var first =
        started(() ->
            database.query(tx -> {
              var inbox = new Inbox(tx);
              Optional<Repeat> repeat = inbox.claim("k", BODY, NOW);
              claimed.countDown();
              await(proceed);
              inbox.answer("k", ANSWER);
              return repeat;
            }));
    await(claimed);
    var second = started(() -> claimed("k", BODY));
    test.awaitBlocked();
    assertThat(second).isNotDone();
    proceed.countDown();
    assertThat(got(first)).isEmpty();
    assertThat(got(second)).contains(new Repeat(ANSWER, true));
  }

  private Optional<Repeat> claimed(String key, byte[] body) {
    return database.query(tx -> {
      var inbox = new Inbox(tx);
      Optional<Repeat> repeat = inbox.claim(key, body, NOW);
      if (repeat.isEmpty()) {
        inbox.answer(key, ANSWER);
      }
      return repeat;
    });
  }

  private static <T> FutureTask<T> started(Callable<T> work) {
    var task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static <T> T got(FutureTask<T> task) throws Exception {
    try {
      return task.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
