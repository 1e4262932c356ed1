package io.evenkeel.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.TestDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReplicasTest {
  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void eachProcessHasOneRowThatStaysYoung() {
    seen("a");
    test.asSuperuser("update replica set seen_at = seen_at - interval '10 minutes'");
    seen("a");
    seen("b");

    assertThat(young()).containsExactly("a", "b");
  }

  @Test
  void whoWasNotSeenForAnHourIsForgotten() {
    seen("dead");
    seen("slow");
    test.asSuperuser(
        "update replica set seen_at = now() - interval '61 minutes' where id = 'dead'");
    test.asSuperuser(
        "update replica set seen_at = now() - interval '59 minutes' where id = 'slow'");

    seen("alive");

    assertThat(ids("true")).containsExactly("alive", "slow");
  }

  private void seen(String id) {
    test.database()
        .query(tx -> {
          new Replicas(tx).seen(id, "1.0");
          return id;
        });
  }

  private List<String> young() {
    return ids("seen_at > now() - interval '1 minute' and version = '1.0'");
  }

  private List<String> ids(String where) {
    return test.database()
        .query(tx ->
            tx.unwrap(DSLContext.class)
                .fetch("select id from replica where " + where + " order by id")
                .getValues(0, String.class));
  }
}
