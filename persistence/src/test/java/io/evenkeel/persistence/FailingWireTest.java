package io.evenkeel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a command says when the network fails under it, and what is then in the tables. */
@Execution(ExecutionMode.CONCURRENT)
final class FailingWireTest {
  private final TestDatabase test = TestDatabase.throwaway();
  private final Wire wire = new Wire(test.port());
  private final Database database = Database.open(test.settings(wire.port()));

  FailingWireTest() throws IOException {}

  @BeforeEach
  void aPlaceToWrite() {
    test.asSuperuser("create table mark (word text primary key)");
    test.asSuperuser("grant select, insert on mark to evenkeel_app");
    database.query(Duration.ofSeconds(30), tx -> DatabaseTest.mark(tx, "first"));
  }

  @AfterEach
  void close() throws IOException {
    database.close();
    wire.close();
    test.close();
  }

  @Test
  void anAnswerToCommitThatIsLostIsADoubtThoughItIsRecorded() {
    wire.mode(Wire.Mode.LOSE_ANSWER_TO_COMMIT);
    assertThatThrownBy(() -> database.command(tx -> DatabaseTest.mark(tx, "second")))
        .isInstanceOf(InDoubt.class);
    wire.mode(Wire.Mode.FLOW);
    Eventually.holds(() -> assertThat(marks()).containsExactly("first", "second"));
    comesBack();
  }

  @Test
  void aCommitThatIsLostIsADoubtThoughNothingIsRecorded() {
    wire.mode(Wire.Mode.LOSE_COMMIT);
    assertThatThrownBy(() -> database.command(tx -> DatabaseTest.mark(tx, "second")))
        .isInstanceOf(InDoubt.class);
    wire.mode(Wire.Mode.FLOW);
    assertThat(marks()).containsExactly("first");
    comesBack();
  }

  @Test
  void aPostgresThatHangsIsGivenUpInTimeAndNothingIsRecorded() {
    wire.mode(Wire.Mode.HANG);
    assertThatThrownBy(() -> database.command(tx -> DatabaseTest.mark(tx, "second")))
        .isInstanceOf(NotRecorded.class);
    assertThat(database.ready()).isFalse();
    wire.mode(Wire.Mode.FLOW);
    assertThat(marks()).containsExactly("first");
    comesBack();
  }

  @Test
  void aPostgresThatHangsAtCommitIsADoubtInTime() {
    assertThatThrownBy(() ->
            database.command(tx -> {
              DatabaseTest.mark(tx, "second");
              wire.mode(Wire.Mode.HANG);
              return true;
            }))
        .isInstanceOf(InDoubt.class);
    wire.mode(Wire.Mode.FLOW);
    comesBack();
  }

  /** By itself, once the network does. */
  private void comesBack() {
    Eventually.holds(() -> {
      assertThat(database.ready()).isTrue();
      database.command(tx -> tx.unwrap(DSLContext.class).fetch("select 1"));
    });
  }

  private List<String> marks() {
    return test.database()
        .query(tx ->
            tx.unwrap(DSLContext.class)
                .fetch("select word from mark order by word")
                .getValues(0, String.class));
  }
}
