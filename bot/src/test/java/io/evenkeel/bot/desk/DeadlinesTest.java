package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BEGAN;
import static io.evenkeel.bot.desk.Watch.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Task;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeadlinesTest {
  private static final IncidentNumber FIRST = new IncidentNumber(1);
  private static final Instant TIME_IS_UP = BEGAN.plusSeconds(600);

  private final Watch watch = new Watch();

  DeadlinesTest() {
    watch.says(ALICE, "declare API down");
    var task = new Task(1, BOB, "check the backups", ALICE, BEGAN, TIME_IS_UP, null, null);
    watch.query(tx -> {
      new Boards(tx).keep(FIRST, List.of(task));
      return task;
    });
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void whatIsDueIsActedOnAndToldInTheTimeline() {
    assertThat(watch.desk.due(due().getFirst(), TIME_IS_UP)).isTrue();
    assertThat(watch.timeline(1)).last().asString().contains("check the backups");
    assertThat(watch.latest(1).actor().name()).isEqualTo("evenkeel");
    assertThat(due()).isEmpty();
  }

  @Test
  void severalReplicasActOnItOnce() throws Exception {
    int before = watch.timeline(1).size();
    Due due = due().getFirst();
    var looks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 8; i++) {
      looks.add(() -> watch.desk.due(due, TIME_IS_UP));
    }
    try (var replicas = Executors.newFixedThreadPool(8)) {
      int acted = 0;
      for (Future<Boolean> look : replicas.invokeAll(looks)) {
        acted += look.get() ? 1 : 0;
      }
      assertThat(acted).isEqualTo(1);
    }
    assertThat(watch.desk.due(due, TIME_IS_UP.plusSeconds(5))).isFalse();
    assertThat(watch.timeline(1)).hasSize(before + 1);
  }

  @Test
  void whoeverChangesTheIncidentGoesFirstAndTheNextLookFindsItAgain() throws Exception {
    Due due = due().getFirst();
    var locked = new CountDownLatch(1);
    var looked = new CountDownLatch(1);
    try (var other = Executors.newSingleThreadExecutor()) {
      Future<Boolean> holding =
          other.submit(() ->
              watch.query(tx -> {
                boolean there = new Incidents(tx).lock(FIRST).isPresent();
                locked.countDown();
                return await(looked) && there;
              }));
      locked.await();
      assertThat(watch.desk.due(due, TIME_IS_UP)).isFalse();
      looked.countDown();
      assertThat(holding.get()).isTrue();
    }
    assertThat(watch.desk.due(due, TIME_IS_UP)).isTrue();
  }

  @Test
  void whatIsNotDueAnyMoreChangesNothing() {
    Due due = due().getFirst();
    watch.says(ALICE, "resolve INC-1 pool enlarged");
    int before = watch.timeline(1).size();
    var later =
        new Task(1, BOB, "check the backups", ALICE, BEGAN, TIME_IS_UP.plusSeconds(60), null, null);
    watch.query(tx -> {
      new Boards(tx).keep(FIRST, List.of(later));
      return later;
    });
    assertThat(watch.desk.due(due, TIME_IS_UP)).isFalse();
    assertThat(watch.timeline(1)).hasSize(before);
  }

  private List<Due> due() {
    return watch.due(TIME_IS_UP);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
