package io.evenkeel.bot.slack;

import io.evenkeel.incident.Answer;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the work of a request done and something said in time. Slack waits 3 s for an
 * acknowledgement; what is not known by then is said later.
 *
 * @param acknowledge so long the work may take before the acknowledgement goes without it
 * @param again so long between two tries to settle a doubt
 * @param settle so long a doubt is tried to be settled
 * @param underway keeps the threads on which that happens
 */
record Patience(Duration acknowledge, Duration again, Duration settle, Underway underway) {
  private static final Logger log = LoggerFactory.getLogger(Patience.class);

  private enum How {
    DONE,
    NOT_RECORDED,
    IN_DOUBT,
    BROKEN
  }

  private record Tried<T>(How how, T said) {}

  static Patience standard() {
    return new Patience(
        Duration.ofMillis(2500), Duration.ofSeconds(1), Duration.ofMinutes(5), new Underway());
  }

  /**
   * Does the work on a thread of its own. When its outcome is in doubt, the same work is done again
   * until it is settled: the inbox key makes the repeat harmless.
   *
   * @param work says on its course whether it changes anything
   * @param words makes an answer of what goes wrong
   * @param later takes what becomes known after the acknowledgement; called at most once
   */
  <T> T answer(String ref, Function<Course, T> work, Function<Answer, T> words, Consumer<T> later) {
    var course = new Course();
    var result = new CompletableFuture<Tried<T>>();
    underway.start("slack-" + ref, () -> result.complete(attempt(ref, course, work, words)));
    try {
      Tried<T> tried = result.get(acknowledge.toMillis(), TimeUnit.MILLISECONDS);
      if (tried.how() == How.IN_DOUBT) {
        underway.start("settle-" + ref, () -> settle(ref, course, work, words, later));
      }
      return tried.said();
    } catch (TimeoutException _) {
      log.warn("No outcome in {} ms; it is told later (ref {})", acknowledge.toMillis(), ref);
      underway.start(
          "late-" + ref,
          () -> {
            Tried<T> tried = result.join();
            if (tried.how() == How.IN_DOUBT) {
              settle(ref, course, work, words, later);
            } else {
              later.accept(tried.said());
            }
          });
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an attempt never fails, it tells", e);
    }
    return words.apply(Trouble.late(ref, course));
  }

  private <T> Tried<T> attempt(
      String ref, Course course, Function<Course, T> work, Function<Answer, T> words) {
    try {
      return new Tried<>(How.DONE, work.apply(course));
    } catch (NotRecorded | Unavailable e) {
      log.warn("Not recorded (ref {}): {}", ref, e.getMessage());
      return new Tried<>(How.NOT_RECORDED, words.apply(Trouble.notRecorded(ref, course)));
    } catch (InDoubt e) {
      log.warn("In doubt (ref {}): {}", ref, e.getMessage());
      return new Tried<>(How.IN_DOUBT, words.apply(Trouble.inDoubt(ref)));
    } catch (RuntimeException | StackOverflowError e) {
      log.error("A request could not be answered (ref {})", ref, e);
      return new Tried<>(How.BROKEN, words.apply(Trouble.unexpected(ref, course)));
    }
  }

  private <T> void settle(
      String ref,
      Course course,
      Function<Course, T> work,
      Function<Answer, T> words,
      Consumer<T> later) {
    long deadline = System.nanoTime() + settle.toNanos();
    while (System.nanoTime() - deadline < 0 && underway.rest(again)) {
      Tried<T> tried = attempt(ref, course, work, words);
      // Not recorded this time says nothing about the first time.
      if (tried.how() == How.DONE || tried.how() == How.BROKEN) {
        later.accept(tried.said());
        return;
      }
    }
    later.accept(words.apply(Trouble.neverSettled(ref)));
  }
}
