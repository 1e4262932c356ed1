package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.incident.Story.T;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.AlertDues;
import io.evenkeel.persistence.slo.Prices;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DuesTest {
  private static final int OVER = 5000;

  private static final String MANY =
      """
      insert into incident (number, title, severity, status, mode, visibility, declared_by,
          declared_by_name, timeline_count, recorded_at)
        select n, 'API down', 'SEV-2', (array['closed', 'cancelled', 'merged', 'resolved'])[1 + n %% 4],
          'live', 'public', 'U1', 'alice', 3, timestamptz '%2$s' - interval '30 days'
        from generate_series(1, %1$d) n;
      insert into incident_milestone
        select number, milestone, recorded_at, 1
        from incident, unnest(array['mitigated', 'closed']) milestone;
      insert into incident_merge (source, target, status_before, merged_at)
        select number, 1, 'investigating', recorded_at from incident where status = 'merged';
      insert into slack_object
        select number, purpose, 'C' || number, 'yes', recorded_at
        from incident, unnest(array['channel', 'card', 'post:1', 'post:2', 'archived']) purpose;
      insert into reminder_watch select number, 3, 'infinity' from incident;
      insert into task
        select number, 1, 'U1', 'alice', 'check', 'U1', 'alice', recorded_at, recorded_at
        from incident;
      insert into action_item
        select number, 1, 'U1', 'alice', 'check', recorded_at::date, 'U1', 'alice', recorded_at
        from incident;
      insert into incident_price
        select number, 'api', 'availability', recorded_at, recorded_at, 99.9, 3600, 0.1, 'measured',
          null, 0, recorded_at, 'What it cost'
        from incident;
      analyze;
      """
          .formatted(OVER, T);

  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aLookReadsLittleHoweverMuchIsOver() {
    test.asSuperuser(MANY);
    long read =
        test.database()
            .query(tx -> {
              long before = rowsRead(tx);
              assertThat(new Dues(tx).at(T, 10)).isEmpty();
              new Prices(tx).due(10);
              assertThat(new AlertDues(tx).due(T, 10)).isEmpty();
              return rowsRead(tx) - before;
            });
    assertThat(read).isLessThan(100);
  }

  @Test
  void whatIsDueToTheDayIsFoundAmongAllThatIsOver() {
    test.asSuperuser(MANY);
    test.asSuperuser(
        "delete from slack_object where purpose = 'archived' and incident in (4, 5, 6, 7)");
    assertThat(unhurried(10, Duration.ofDays(7)))
        .extracting(Due::thing)
        .containsExactly("archive:INC-4", "archive:INC-5", "archive:INC-6");
    assertThat(unhurried(2, Duration.ofDays(7))).hasSize(2);
    assertThat(unhurried(10, Duration.ofDays(31)))
        .extracting(Due::thing)
        .as("a merge stands after a day")
        .containsExactly("archive:INC-6");
  }

  private List<Due> unhurried(int most, Duration archiveAfter) {
    return test.database().query(tx -> new Dues(tx).unhurried(T, most, archiveAfter));
  }

  /** By this transaction, and by earlier ones that its connection has not told of yet. */
  private static long rowsRead(Transaction tx) {
    return tx.unwrap(DSLContext.class)
        .resultQuery(
            "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint from"
                + " pg_stat_xact_user_tables")
        .fetchSingleInto(Long.class);
  }
}
