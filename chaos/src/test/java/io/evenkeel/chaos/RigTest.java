package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.chaos.rig.Postgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is broken in the other tests does break, and comes back. */
final class RigTest {

  @Test
  void aKilledServerKeepsWhatItHasCommitted() {
    try (var postgres = Postgres.empty(Map.of(), List.of())) {
      postgres.execute("create table kept as select 7 as n");
      postgres.kill();
      assertThat(postgres.runs()).isFalse();
      postgres.start();
      assertThat(postgres.number("select n from kept")).isEqualTo(7);
    }
  }

  @Test
  void aStandbyHasWhatThePrimaryHadAndTakesItsPlace() {
    try (var primary = Postgres.empty(Map.of(), List.of());
        var standby = primary.standby()) {
      primary.execute("create table kept as select 7 as n");
      primary.kill();
      standby.promote();
      standby.execute("insert into kept values (8)");
      assertThat(standby.number("select sum(n) from kept")).isEqualTo(15);
    }
  }

  @Test
  void aFullDiskIsFeltAndRelieved() {
    try (var postgres = Postgres.empty(Map.of(), List.of("--wal-segsize=1"))) {
      postgres.limitFileSize(4 << 20);
      assertThatThrownBy(() ->
              postgres.execute(
                  "create table big as select repeat('x', 1000) from generate_series(1, 10000)"))
          .hasMessageContaining("big");
      postgres.liftFileSizeLimit();
      postgres.execute(
          "create table big as select repeat('x', 1000) from generate_series(1, 10000)");
    }
  }
}
