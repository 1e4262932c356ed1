package io.evenkeel.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.Watch;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Task;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.board.Boards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Real Quartz over a real Postgres: several replicas, each with a pool of its own. */
final class RoundsTest {
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final Instant TIME_IS_UP = Watch.BEGAN.plusSeconds(600);

  private final DatabaseSettings settings = TestPostgres.migrated();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened.reversed()) {
      one.close();
    }
  }

  @Test
  void threeReplicasLookAsOneAndActOnce() {
    var watch = opened(new Watch(settings));
    watch.says(Watch.ALICE, "declare API down");
    var task =
        new Task(
            1, Watch.BOB, "check the backups", Watch.ALICE, Watch.BEGAN, TIME_IS_UP, null, null);
    watch.query(tx -> {
      new Boards(tx).keep(new IncidentNumber(1), List.of(task));
      return task;
    });
    var replicas = List.of(replica(watch), replica(watch), replica(watch));

    eventually("it was acted on", () -> acted(replicas) > 0);
    long seen = looks(replicas);
    eventually("they look on", () -> looks(replicas) > seen + 10);

    assertThat(acted(replicas))
        .isEqualTo(
            TestPostgres.number(
                settings,
                "select count(*) from inbox where key like 'due:%' and answer ->> 'recorded' ="
                    + " 'true'"));
    assertThat(watch.timeline(1)).filteredOn(text -> text.startsWith("Time is up")).hasSize(1);
  }

  @Test
  void nobodyWaitsForAReplicaThatStopsInOrder() {
    var watch = opened(new Watch(settings));
    Rounds first = replica(watch);
    Rounds second = replica(watch);
    eventually("they look", () -> looks(List.of(first, second)) > 3);

    long began = System.nanoTime();
    first.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));

    long seen = second.looked().looks();
    // A replica that is only missed is missed for 7.5 s at least.
    within(Duration.ofSeconds(5), "the other looks on", () -> second.looked().looks() > seen + 3);
    within(
        Duration.ofSeconds(5),
        "one looks at most, and what the other held is given back",
        () ->
            TestPostgres.number(
                    settings, "select count(distinct instance_name) from qrtz_fired_triggers")
                <= 1);
  }

  @Test
  void itWaitsForTheTablesOfItsVersion() {
    DatabaseSettings empty = TestPostgres.empty();
    Rounds early = replica(Database.open(empty));
    Database.migrate(empty);
    eventually("it looks", () -> early.looked().looks() > 0);
  }

  @Test
  void whatWasStoppedOrPlannedForAFarTimeIsPutRight() {
    Rounds only = replica(Database.open(settings));
    eventually("it looks", () -> only.looked().looks() > 0);
    for (String wrong :
        List.of(
            "update qrtz_triggers set next_fire_time = next_fire_time + 600000",
            "update qrtz_triggers set trigger_state = 'ERROR'",
            "delete from qrtz_simple_triggers; delete from qrtz_triggers",
            "update qrtz_job_details set job_class_name = 'io.evenkeel.Gone'")) {
      TestPostgres.execute(settings, wrong);
      long seen = only.looked().looks();
      eventually("it looks again after " + wrong, () -> only.looked().looks() > seen + 1);
    }
  }

  @Test
  void itGoesOnWhenPostgresIsBackAndStopsInTimeWhileItIsAway() {
    Rounds only = replica(Database.open(settings));
    eventually("it looks", () -> only.looked().looks() > 0);
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var everything = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    everything.addAppender(log);
    opened(() -> everything.detachAppender(log));

    TestPostgres.allow(settings, false);
    eventually("it says so", () -> said(log).contains("What is due cannot be looked for now"));
    TestPostgres.allow(settings, true);
    long seen = only.looked().looks();
    eventually("it looks again", () -> only.looked().looks() > seen + 1);
    assertThat(said(log).lines().count()).as(said(log)).isLessThan(5);
    assertThat(log.list).allMatch(event -> event.getThrowableProxy() == null, "no stack traces");

    TestPostgres.allow(settings, false);
    long began = System.nanoTime();
    only.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    TestPostgres.allow(settings, true);
  }

  private Rounds replica(Watch watch) {
    Database database = opened(Database.open(settings));
    return started(
        new Rounds(
            database,
            new DueSweep(database, watch.desk, Duration.ofDays(7)),
            () -> TIME_IS_UP,
            EVERY));
  }

  private Rounds replica(Database database) {
    opened(database);
    var desk = new Desk(database, SeverityScale.STANDARD, () -> {});
    return started(
        new Rounds(
            database, new DueSweep(database, desk, Duration.ofDays(7)), () -> TIME_IS_UP, EVERY));
  }

  private Rounds started(Rounds rounds) {
    rounds.start();
    return opened(rounds);
  }

  private <T extends AutoCloseable> T opened(T one) {
    opened.add(one);
    return one;
  }

  private static long looks(List<Rounds> replicas) {
    return replicas.stream().mapToLong(one -> one.looked().looks()).sum();
  }

  private static long acted(List<Rounds> replicas) {
    return replicas.stream().mapToLong(one -> one.looked().acted()).sum();
  }

  private static String said(ListAppender<ILoggingEvent> log) {
    return List.copyOf(log.list).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }

  private static void eventually(String what, BooleanSupplier holds) {
    within(Duration.ofSeconds(40), what, holds);
  }

  private static void within(Duration limit, String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime() < deadline).as(what).isTrue();
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
