package io.evenkeel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.migrations.Migrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class InspectionTest {
  private final TestDatabase test = TestDatabase.throwaway();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void whatABotWouldFindIsTold() {
    try (var inspection = Inspection.open(test.settings())) {
      DatabaseFacts facts = inspection.facts();
      assertThat(facts.schema()).isEqualTo(Migrations.VERSION).isEqualTo(facts.wanted());
      assertThat(facts.role()).isEqualTo("evenkeel_app");
      assertThat(facts.rewritesTimeline()).isFalse();
      assertThat(inspection.risks()).isEmpty();
      assertThat(inspection.commitTakes()).isPositive();
    }
  }

  @Test
  void anAnswerThatTakesLongerThanACommandMayIsWaitedFor() {
    test.asSuperuser("alter table flyway_schema_history rename to history");
    test.asSuperuser(
        "create view flyway_schema_history as select history.* from history,"
            + " (select pg_sleep(%s) offset 0) as slow"
                .formatted(Database.COMMAND_LIMIT.toMillis() / 1000.0 + 0.3));
    test.asSuperuser("grant select on flyway_schema_history to evenkeel_app");
    try (var inspection = Inspection.open(test.settings())) {
      assertThat(inspection.facts().schema()).isEqualTo(Migrations.VERSION);
    }
  }

  @Test
  void whyThereIsNoConnectionIsSaid() {
    assertThatThrownBy(() -> Inspection.open(test.settings(1)))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("refused");
  }
}
