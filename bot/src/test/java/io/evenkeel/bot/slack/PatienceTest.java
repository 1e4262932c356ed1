package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.view.Plain;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class PatienceTest {
  private static final Answer DONE = Answer.unchanged(Prose.of("done"));

  private final Underway underway = new Underway();
  private final BlockingQueue<Answer> later = new LinkedBlockingQueue<>();

  private Answer answer(Duration settle, Supplier<Answer> work) {
    return new Patience(Duration.ofSeconds(10), Duration.ofMillis(5), settle, underway)
        .answer("ref", _ -> work.get(), Function.identity(), later::add);
  }

  @Test
  void aDoubtThatIsNeverSettledIsToldAsThat() throws InterruptedException {
    Answer first =
        answer(
            Duration.ofMillis(50),
            () -> {
              throw new InDoubt("lost", new IllegalStateException());
            });
    assertThat(first).isEqualTo(Trouble.inDoubt("ref"));
    assertThat(later.poll(10, TimeUnit.SECONDS)).isEqualTo(Trouble.neverSettled("ref"));
  }

  @Test
  void notRecordedOnASecondTrySaysNothingAboutTheFirst() throws InterruptedException {
    var tries = new AtomicInteger();
    answer(
        Duration.ofSeconds(10),
        () ->
            switch (tries.incrementAndGet()) {
              case 1 -> throw new InDoubt("lost", new IllegalStateException());
              case 2, 3 -> throw new NotRecorded("away", new IllegalStateException());
              default -> DONE;
            });
    assertThat(later.poll(10, TimeUnit.SECONDS)).isEqualTo(DONE);
    assertThat(tries).hasValue(4);
  }

  /** A question that fails or hangs is told as what it is: nothing can be recorded by it. */
  @Test
  void aQuestionThatFailsOrTakesLongChangesNothing() throws InterruptedException {
    var patience =
        new Patience(Duration.ofMillis(200), Duration.ofMillis(5), Duration.ofSeconds(1), underway);
    var asked = new Course();
    asked.asks();
    var until = new CountDownLatch(1);
    Answer slow =
        patience.answer(
            "ref",
            course -> {
              course.asks();
              await(until);
              return DONE;
            },
            Function.identity(),
            later::add);
    until.countDown();
    assertThat(slow).isEqualTo(Trouble.late("ref", asked));
    assertThat(Plain.of(slow.words()))
        .contains("could not be read in time")
        .doesNotContain("recorded");
    assertThat(later.poll(10, TimeUnit.SECONDS)).isEqualTo(DONE);

    Answer failed =
        patience.answer(
            "ref",
            course -> {
              course.asks();
              throw new Unavailable("away", null, true);
            },
            Function.identity(),
            later::add);
    assertThat(Plain.of(failed.words())).contains("cannot be shown").doesNotContain("recorded");
  }

  @Test
  void whatIsKnownAtOnceIsNotSaidAgain() {
    assertThat(answer(Duration.ofSeconds(1), () -> DONE)).isEqualTo(DONE);
    assertThat(later).isEmpty();
  }

  @Test
  void aStopWaitsForADoubtThatIsSettledMeanwhile() {
    var settled = new CountDownLatch(1);
    answer(
        Duration.ofMinutes(5),
        () -> {
          if (settled.getCount() > 0) {
            throw new InDoubt("lost", new IllegalStateException());
          }
          return DONE;
        });
    Thread.ofVirtual().start(settled::countDown);
    underway.finish(Duration.ofSeconds(10), Duration.ofSeconds(10));
    assertThat(later).containsExactly(DONE);
  }

  @Test
  void aStopSaysThatADoubtWasNeverSettled() {
    answer(
        Duration.ofMinutes(5),
        () -> {
          throw new InDoubt("lost", new IllegalStateException());
        });
    underway.finish(Duration.ofMillis(50), Duration.ofSeconds(10));
    assertThat(later).containsExactly(Trouble.neverSettled("ref"));
  }

  @Test
  void aStopWaitsForWorkThatIsLate() {
    var late = new CountDownLatch(1);
    Patience hurried =
        new Patience(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofSeconds(5), underway);
    Answer first =
        hurried.answer(
            "ref",
            _ -> {
              await(late);
              return DONE;
            },
            Function.identity(),
            later::add);
    assertThat(first).isEqualTo(Trouble.late("ref", new Course()));
    Thread.ofVirtual().start(late::countDown);
    underway.finish(Duration.ofSeconds(10), Duration.ofSeconds(1));
    assertThat(later).containsExactly(DONE);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
