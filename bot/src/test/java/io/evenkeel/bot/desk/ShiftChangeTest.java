package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.oncall.Hours;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Rotation;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Turn;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.delivery.Backlog;
import io.evenkeel.persistence.oncall.ShiftChanges;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is Saturday, 14:32; alice is on call until Monday 09:00, then bob. */
final class ShiftChangeTest {
  private static final ScheduleName PAYMENTS = new ScheduleName("payments");
  private static final Duration TO_MONDAY = Duration.ofHours(42).plusMinutes(28);

  private static final Schedules ROTA =
      new Schedules(
          List.of(
              new Schedule(
                  PAYMENTS,
                  ZoneOffset.UTC,
                  List.of(
                      new Layer(
                          "primary",
                          new Rotation(
                              List.of(Turn.of("alice"), Turn.of("bob")),
                              Duration.ofDays(7),
                              LocalDateTime.parse("2026-11-16T09:00")),
                          Hours.ALWAYS,
                          false)),
                  List.of())),
          List.of(),
          Map.of(PAYMENTS, "oncall"));

  private final Watch watch = new Watch(ROTA);

  @BeforeEach
  void people() {
    watch.knows(ALICE, BOB, CHARLIE);
    assertThat(act()).as("the first look only learns who is on call").isZero();
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void aChangeIsAnnouncedOnce() {
    assertThat(due()).isEmpty();
    watch.later(TO_MONDAY);

    List<Due> twice = due();
    assertThat(twice).hasSize(1);
    assertThat(watch.desk.due(twice.getFirst(), watch.now())).isTrue();
    assertThat(watch.desk.due(twice.getFirst(), watch.now())).as("a second replica").isFalse();
    assertThat(due()).isEmpty();
    assertThat(said()).isEqualTo(1);
  }

  @Test
  void changesThatWereMissedAreOne() {
    watch.later(TO_MONDAY.plus(Duration.ofDays(14)));
    assertThat(act()).isEqualTo(1);
    assertThat(said()).isEqualTo(1);
    assertThat(due()).isEmpty();
  }

  @Test
  void whoStandsInIsAnnouncedEachTime() {
    for (int time = 1; time <= 2; time++) {
      watch.says(ALICE, "oncall override @charlie 2h");
      assertThat(act()).isEqualTo(1);
      watch.later(Duration.ofSeconds(30));
      watch.says(ALICE, "oncall withdraw " + time);
      assertThat(act()).isEqualTo(1);
      watch.later(Duration.ofSeconds(30));
    }
  }

  @Test
  void whoGoesOffShiftMayHandOverWhatTheyHold() {
    watch.says(ALICE, "declare api down");
    long before = said();
    watch.later(TO_MONDAY);

    assertThat(act()).isEqualTo(1);

    assertThat(said() - before).as("the announcement, and a message to alice").isEqualTo(2);
  }

  private List<Due> due() {
    return watch.query(tx -> new ShiftChanges(tx, ROTA).due(watch.now()));
  }

  private int act() {
    return (int) due().stream().filter(one -> watch.desk.due(one, watch.now())).count();
  }

  private long said() {
    return watch.query(tx -> Backlog.read(tx).pending());
  }
}
