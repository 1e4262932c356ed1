package io.evenkeel.persistence.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.CapturedMessage;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mark;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CapturedMessagesTest {
  private static final PersonId ALICE = new PersonId("U1");
  private static final PersonId BOB = new PersonId("U2");
  private static final MessageRef MESSAGE =
      new MessageRef(new ChannelId("C1"), "1700000000.000100");
  private static final Instant T = Story.T;

  private final TestDatabase test = TestDatabase.fresh();
  private final IncidentNumber incident =
      Story.declared(test.database(), "API down", Visibility.PUBLIC);

  @AfterEach
  void close() {
    test.close();
  }

  private void store(CapturedMessage captured) {
    test.database()
        .query(tx -> {
          new CapturedMessages(tx).store(captured);
          return true;
        });
  }

  private List<Mark> told(Mark... marks) {
    return test.database()
        .query(tx -> {
          var stored = new CaptureMarks(tx);
          for (Mark mark : marks) {
            stored.mark(incident, MESSAGE, mark);
          }
          return stored.marks(incident, MESSAGE);
        });
  }

  private static Mark mark(Mark.Kind kind, PersonId by, boolean present, int second) {
    return new Mark(kind, by, present, T.plusSeconds(second));
  }

  @Test
  void aMessageWhoseTimeWasPutRightIsFollowedUnderItsNewEntry() {
    var database = test.database();
    store(CapturedMessage.of(incident, MESSAGE).shownBy(3, T));
    database.query(tx -> {
      new CapturedMessages(tx).moved(incident, 3, 5);
      return true;
    });
    CapturedMessage now = database.query(tx -> new CapturedMessages(tx).of(incident, MESSAGE));
    assertThat(now).isEqualTo(CapturedMessage.of(incident, MESSAGE).shownBy(5, T));
  }

  @Test
  void aMessageIsFoundAgainAsItWasStored() {
    var unknown = CapturedMessage.of(incident, MESSAGE);
    var database = test.database();
    assertThat(
            database.<CapturedMessage>query(tx -> new CapturedMessages(tx).of(incident, MESSAGE)))
        .isEqualTo(unknown);
    store(unknown);
    var edited = unknown.edited("newest", T, T.plusSeconds(1));
    store(edited);
    assertThat(
            database.<CapturedMessage>query(tx -> new CapturedMessages(tx).of(incident, MESSAGE)))
        .isEqualTo(edited);
    var shown = edited.shownBy(1, T.plusSeconds(2));
    store(shown);
    assertThat(
            database.<CapturedMessage>query(tx -> new CapturedMessages(tx).of(incident, MESSAGE)))
        .isEqualTo(shown);
    assertThat(
            database.<List<IncidentNumber>>query(tx -> new CapturedMessages(tx).incidents(MESSAGE)))
        .containsExactly(incident);
  }

  @Test
  void theLastMarkToHappenCountsAndNotTheLastToArrive() {
    store(CapturedMessage.of(incident, MESSAGE));
    assertThat(
            told(
                mark(Mark.Kind.REACTION, ALICE, false, 2),
                mark(Mark.Kind.REACTION, ALICE, true, 1),
                mark(Mark.Kind.REACTION, ALICE, false, 2)))
        .containsExactly(mark(Mark.Kind.REACTION, ALICE, false, 2));
  }

  @Test
  void aReactionIsOnesOwnAndAPinEverybodys() {
    store(CapturedMessage.of(incident, MESSAGE));
    assertThat(
            told(
                mark(Mark.Kind.REACTION, ALICE, true, 1),
                mark(Mark.Kind.REACTION, BOB, true, 2),
                mark(Mark.Kind.PIN, ALICE, true, 3),
                mark(Mark.Kind.PIN, BOB, false, 4)))
        .containsExactlyInAnyOrder(
            mark(Mark.Kind.REACTION, ALICE, true, 1),
            mark(Mark.Kind.REACTION, BOB, true, 2),
            mark(Mark.Kind.PIN, BOB, false, 4));
  }
}
