package io.evenkeel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.migrations.Migrations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class DatabaseTest {
  /** So long each statement of a slow command sleeps in Postgres. */
  private static final Duration NAP = Duration.ofMillis(200);

  private final TestDatabase test = TestDatabase.throwaway();
  private final Database database = test.database();

  @BeforeEach
  void aPlaceToWrite() {
    test.asSuperuser("create table mark (word text primary key)");
    test.asSuperuser("grant all on mark to evenkeel_app");
    // What a program loads for its first statement is no command's time: this one has 30 s.
    assertThat(marks()).isEmpty();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aCommandIsThereOnceItReturns() {
    database.command(tx -> mark(tx, "kept"));
    assertThat(marks()).containsExactly("kept");
  }

  @Test
  void aFailedStatementRecordsNothing() {
    assertThatThrownBy(() ->
            database.command(tx -> {
              mark(tx, "before");
              return tx.unwrap(DSLContext.class).execute("select 1 / 0");
            }))
        .isInstanceOf(NotRecorded.class)
        .hasMessageContaining("division by zero");
    assertThat(marks()).isEmpty();
  }

  @Test
  void aBugRecordsNothingAndIsThrownOn() {
    assertThatThrownBy(() ->
            database.command(tx -> {
              mark(tx, "before");
              throw new IllegalStateException("a bug");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(marks()).isEmpty();
    database.command(tx -> mark(tx, "after"));
    assertThat(marks()).containsExactly("after");
  }

  @Test
  void anErrorAtCommitIsADoubt() {
    test.asSuperuser(
        "alter table mark add constraint late unique (word) deferrable initially deferred");
    test.asSuperuser("alter table mark drop constraint mark_pkey");
    assertThatThrownBy(() -> database.command(tx -> mark(tx, "twice") + mark(tx, "twice")))
        .isInstanceOf(InDoubt.class);
    assertThatThrownBy(() -> database.query(tx -> mark(tx, "twice") + mark(tx, "twice")))
        .isInstanceOfSatisfying(
            Unavailable.class, unavailable -> assertThat(unavailable.inDoubt()).isTrue());
  }

  @Test
  void aQueryThatFailsIsUnavailableWithoutADoubt() {
    assertThatThrownBy(
            () -> database.query(tx -> tx.unwrap(DSLContext.class).execute("select 1 / 0")))
        .isInstanceOfSatisfying(
            Unavailable.class, unavailable -> assertThat(unavailable.inDoubt()).isFalse());
  }

  @Test
  void eachLimitWithinACommandIsShorterThanItsOwn() {
    try (var pools = new Pools(test.settings())) {
      assertThat(Duration.ofMillis(pools.commands.getConnectionTimeout()))
          .isLessThan(Database.COMMAND_LIMIT);
    }
    assertThat(limit("lock_timeout"))
        .isLessThan(limit("statement_timeout"))
        .isLessThan(Database.COMMAND_LIMIT);
    assertThat(limit("statement_timeout")).isLessThan(Database.COMMAND_LIMIT);
    assertThat(Database.COMMAND_LIMIT).as("Slack waits for 3 s").isLessThan(Duration.ofSeconds(3));
  }

  /** As Postgres was told for the connections of commands. */
  private Duration limit(String setting) {
    return Duration.ofMillis(
        database.command(tx ->
            tx.unwrap(DSLContext.class)
                .fetchSingle("select setting::int from pg_settings where name = ?", setting)
                .get(0, Integer.class)));
  }

  @Test
  void aSlowCommandIsGivenUpInTime() {
    var naps = new AtomicInteger();
    assertThatThrownBy(() ->
            database.command(tx -> {
              // Each statement keeps within its own limit: only the command's limit ends this.
              for (int i = 0; i < 100; i++) {
                tx.unwrap(DSLContext.class).fetch("select pg_sleep(?)", NAP.toMillis() / 1000.0);
                naps.incrementAndGet();
              }
              return mark(tx, "late");
            }))
        .isInstanceOf(NotRecorded.class);
    // On a late machine there are fewer; half a second's more are for a limit that comes late.
    assertThat(naps.get()).isLessThan((int) Database.COMMAND_LIMIT.plusMillis(500).dividedBy(NAP));
    assertThat(marks()).isEmpty();
  }

  @Test
  void aLockedIncidentIsNotWaitedForTooLong() throws InterruptedException {
    var locked = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    Thread holder =
        Thread.ofVirtual()
            .start(() ->
                database.query(tx -> {
                  tx.unwrap(DSLContext.class).execute("lock table mark in exclusive mode");
                  locked.countDown();
                  return await(release);
                }));
    assertThat(locked.await(5, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> database.command(tx -> mark(tx, "late")))
        .isInstanceOf(NotRecorded.class)
        .hasMessageContaining("lock timeout");
    assertThat(holder.isAlive()).as("it is still locked").isTrue();
    release.countDown();
    holder.join();
  }

  @Test
  void anExhaustedPoolIsSaidInTimeAndRecovers() throws InterruptedException {
    int size = test.settings().poolSize();
    var busy = new CountDownLatch(size);
    var release = new CountDownLatch(1);
    List<Thread> holders = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      holders.add(
          Thread.ofVirtual()
              .start(() ->
                  database.command(tx -> {
                    busy.countDown();
                    return await(release);
                  })));
    }
    assertThat(busy.await(5, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> database.command(tx -> mark(tx, "late")))
        .isInstanceOf(NotRecorded.class);
    assertThat(holders).as("none was given back").allMatch(Thread::isAlive);
    assertThat(marks()).as("reads have connections of their own").isEmpty();
    release.countDown();
    database.command(tx -> mark(tx, "again"));
  }

  @Test
  void readyMeansTheNewestMigrationIsApplied() {
    assertThat(database.ready()).isTrue();
    test.asSuperuser(
        "delete from flyway_schema_history where version = '%03d'".formatted(Migrations.VERSION));
    assertThat(database.ready()).isFalse();
    test.asSuperuser("drop table flyway_schema_history");
    assertThat(database.ready()).isFalse();
  }

  @Test
  void theBotMayReadWhetherTheServerKeepsWhatItAcknowledges() {
    assertThat(database.risks()).isEmpty();
    test.asSuperuser(
        "do $$ begin execute format('alter database %I set synchronous_commit = off',"
            + " current_database()); end $$");
    try (Database later = Database.open(test.settings())) {
      assertThat(later.risks())
          .containsExactly(
              "synchronous_commit is off: a crash of its machine loses what was acknowledged");
    }
  }

  @Test
  void connectionsToAServerThatBecameReadOnlyAreThrownAway() {
    setReadOnly("on");
    try (Database later = Database.open(test.settings())) {
      assertThatThrownBy(() -> later.command(tx -> mark(tx, "early")))
          .isInstanceOf(NotRecorded.class)
          .hasMessageContaining("read-only transaction");
      assertThat(later.refusesWrites()).isTrue();
      setReadOnly("off");
      Eventually.holds(() -> later.command(tx -> mark(tx, "late")));
      assertThat(marks()).containsExactly("late");
    }
  }

  @Test
  void whatStandbysRiskIsToldWhereSeveralHostsAreNamed() {
    String twice = test.settings().url().replace("localhost", "localhost:1,localhost");
    test.asSuperuser(
        "do $$ begin execute format('alter database %I set synchronous_commit = local',"
            + " current_database()); end $$");
    try (Database hosts = Database.open(new DatabaseSettings(twice, "postgres", "", 1))) {
      Eventually.holds(() ->
          assertThat(hosts.risks())
              .containsExactly(
                  "synchronous_commit is local: a standby that takes over may lack what was"
                      + " acknowledged",
                  "synchronous_standby_names is empty though DATABASE_URL names several hosts:"
                      + " a standby that takes over may lack what was acknowledged last"));
    }
  }

  @Test
  void theUseOfThePoolsIsTold() {
    database.command(tx -> mark(tx, "kept"));
    assertThat(database.pools()).extracting(PoolUse::pool).containsExactly("commands", "rest");
    assertThat(database.pools().getFirst().idle()).isPositive();
  }

  private void setReadOnly(String value) {
    test.asSuperuser(
        "begin read write; do $$ begin execute format('alter database %I"
            + " set default_transaction_read_only = %s', current_database()); end $$; commit"
                .formatted(value));
  }

  static int mark(Transaction tx, String word) {
    return tx.unwrap(DSLContext.class).execute("insert into mark values (?)", word);
  }

  private List<String> marks() {
    return database.query(tx ->
        tx.unwrap(DSLContext.class).fetch("select word from mark").getValues(0, String.class));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
