package io.evenkeel.persistence.postmortem;

import static io.evenkeel.persistence.incident.Story.ALICE;
import static io.evenkeel.persistence.incident.Story.BOB;
import static io.evenkeel.persistence.incident.Story.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.incident.Story;
import io.evenkeel.postmortem.revision.Revision;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RevisionsTest {
  private final TestDatabase test = TestDatabase.fresh();
  private final IncidentNumber number =
      Story.declared(test.database(), "API down", Visibility.PUBLIC);

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void everyTextThatItEverHadIsThere() {
    Revision first = revision(1, new Actor.Evenkeel(), "# PM\r\n--> ünïcode\n");
    Revision second = revision(2, new Actor.Via("ci", BOB), "");
    append(first);
    append(second);

    test.database()
        .query(tx -> {
          var revisions = new Revisions(tx);
          assertThat(revisions.newest(number)).hasValue(second);
          assertThat(revisions.of(number, 1)).hasValue(first);
          assertThat(revisions.of(number, 3)).isEmpty();
          return null;
        });
  }

  @Test
  void aRevisionIsNeverChanged() {
    append(revision(1, new Actor.Human(ALICE), "text"));

    assertThatThrownBy(() ->
            test.database()
                .query(tx ->
                    tx.unwrap(DSLContext.class)
                        .execute("update postmortem_revision set text = 'other'")))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> append(revision(1, new Actor.Human(BOB), "another first")))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void whoFinishesItComesBackAsKept() {
    var mine =
        new Postmortem(
            Postmortem.State.IN_REVIEW, BOB, LocalDate.of(2026, 12, 1), T.plusSeconds(9), null);

    assertThat(about()).isEqualTo(Postmortem.NONE);
    keep(mine);
    keep(mine.asked(T.plusSeconds(10)));
    assertThat(about()).isEqualTo(mine.asked(T.plusSeconds(10)));
  }

  private Postmortem about() {
    return test.database().query(tx -> new Postmortems(tx).of(number));
  }

  private void keep(Postmortem postmortem) {
    test.database()
        .query(tx -> {
          new Postmortems(tx).keep(number, postmortem, T);
          return null;
        });
  }

  private void append(Revision revision) {
    test.database()
        .query(tx -> {
          new Revisions(tx).append(number, revision);
          return null;
        });
  }

  private static Revision revision(int number, Actor author, String text) {
    return new Revision(number, author, "the machine's", text, "edited", T);
  }
}
