package io.evenkeel.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.persistence.TestDatabase;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AuditTest {
  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void close() {
    test.close();
  }

  private void audit(String subject) {
    test.database()
        .query(tx -> {
          new Audit(tx).once(new AuditEntry("evenkeel", "delete-copy", subject, "of INC-1"));
          return true;
        });
  }

  private AuditVerdict verdict() {
    return test.database().query(tx -> new Audit(tx).verify());
  }

  /** As somebody who switches the triggers off. */
  private void past(String statement) {
    test.asSuperuser("set session_replication_role = replica; " + statement);
  }

  @Test
  void anEmptyAuditIsSound() {
    assertThat(verdict()).isEqualTo(new AuditVerdict.Sound(0, ""));
  }

  @Test
  void everyEntryFollowsTheOneBeforeIt() {
    audit("C1/1");
    var first = (AuditVerdict.Sound) verdict();
    audit("C1/2");
    var second = (AuditVerdict.Sound) verdict();

    assertThat(first.count()).isEqualTo(1);
    assertThat(second.count()).isEqualTo(2);
    assertThat(second.head()).hasSize(64).isNotEqualTo(first.head());
  }

  @Test
  void theSameActionOnTheSameThingIsRecordedOnce() {
    audit("C1/1");
    audit("C1/1");
    assertThat(verdict())
        .isInstanceOfSatisfying(
            AuditVerdict.Sound.class, sound -> assertThat(sound.count()).isEqualTo(1));
  }

  @Test
  void manyAtOnceMakeOneChain() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        String subject = "C1/" + i;
        threads.execute(() -> audit(subject));
      }
    }
    assertThat(verdict())
        .isInstanceOfSatisfying(
            AuditVerdict.Sound.class, sound -> assertThat(sound.count()).isEqualTo(20));
  }

  @Test
  void whatWasChangedOrRemovedPastTheBotIsFound() {
    audit("C1/1");
    audit("C1/2");
    audit("C1/3");
    past("update audit set detail = 'nothing' where seq = 2");
    assertThat(verdict()).isEqualTo(new AuditVerdict.Broken(2, "it was changed"));

    past("delete from audit where seq = 2");
    assertThat(verdict()).isEqualTo(new AuditVerdict.Broken(2, "it was removed"));
  }

  @Test
  void nobodyChangesItByAccident() {
    audit("C1/1");
    assertThatThrownBy(() -> test.asSuperuser("update audit set detail = ''"))
        .hasStackTraceContaining("append-only");
  }
}
