package io.evenkeel.persistence.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack's words on who came and left, in every order in which they can arrive. */
final class MembersTest {
  private static final PersonId DANA = new PersonId("U4");
  private static final Instant T = Story.T;

  private final TestDatabase test = TestDatabase.fresh();
  private final IncidentNumber secret =
      Story.declared(test.database(), "breach", Visibility.PRIVATE);

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void whoLeavesNoLongerSeesIt() {
    assertThat(told(DANA, true, T)).isTrue();
    assertThat(sees(DANA)).isTrue();
    assertThat(told(DANA, false, T.plusSeconds(1))).isTrue();
    assertThat(sees(DANA)).isFalse();
  }

  @Test
  void whatWasToldBeforeIsNoNews() {
    assertThat(told(DANA, true, T)).isTrue();
    assertThat(told(DANA, true, T)).isFalse();
  }

  @Test
  void theLastToHappenCountsAndNotTheLastToArrive() {
    assertThat(told(DANA, false, T.plusSeconds(1))).isTrue();
    assertThat(told(DANA, true, T)).isFalse();
    assertThat(sees(DANA)).isFalse();
    assertThat(told(DANA, true, T.plusSeconds(1).plusNanos(1000))).isTrue();
    assertThat(sees(DANA)).isTrue();
  }

  @Test
  void whoeverComesBackByACommandIsIn() {
    told(DANA, true, T);
    told(DANA, false, T.plusSeconds(1));
    test.database()
        .query(tx -> {
          new Members(tx).add(secret, DANA, T.plusSeconds(2));
          return true;
        });
    assertThat(sees(DANA)).isTrue();
    assertThat(told(DANA, false, T.plusSeconds(1))).isFalse();
    assertThat(sees(DANA)).isTrue();
  }

  @Test
  void whoDeclaredItSeesItAlsoFromOutsideTheChannel() {
    told(Story.ALICE.id(), true, T);
    told(Story.ALICE.id(), false, T.plusSeconds(1));
    assertThat(sees(Story.ALICE.id())).isTrue();
  }

  private boolean told(PersonId person, boolean present, Instant at) {
    return test.database().query(tx -> new Members(tx).told(secret, person, present, at));
  }

  private boolean sees(PersonId person) {
    return test.database().query(tx -> new Incidents(tx).maySee(secret, person));
  }
}
