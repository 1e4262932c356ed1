package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.incident.Story.ALICE;
import static io.evenkeel.persistence.incident.Story.BOB;
import static io.evenkeel.persistence.incident.Story.T;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ActionClass;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Claim;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Handover;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Kept;
import io.evenkeel.incident.Link;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.TaskCommand;
import io.evenkeel.incident.UpdatePromise;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.incident.Members;
import io.evenkeel.persistence.incident.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BoardsTest {
  private static final Settled SETTLED = new Settled(ALICE, T.plusSeconds(60));

  private final TestDatabase test = TestDatabase.fresh();
  private final IncidentNumber number =
      Story.declared(test.database(), "API down", Visibility.PUBLIC);

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void anIncidentBeginsWithAnEmptyBoard() {
    assertThat(board()).isEqualTo(Board.EMPTY);
  }

  @Test
  void rowsComeBackAsTheyWereKept() {
    List<Kept> rows =
        List.of(
            new Claim(1, BOB, "restart primary", T, null),
            handover(1, new Handover.Ended(Handover.How.DECLINED, BOB, T.plusSeconds(9))),
            handover(2, new Handover.Ended(Handover.How.LAPSED, null, T.plusSeconds(600))),
            handover(3, null),
            new Claim(2, ALICE, "check logs", T, SETTLED),
            task(1, T.plusSeconds(600), null, null),
            task(2, null, null, SETTLED),
            new ActionItem(1, BOB, "alert on pool", LocalDate.of(2026, 12, 1), ALICE, T, null),
            new ActionItem(
                2,
                null,
                "write it down",
                null,
                ActionClass.DETECT,
                ALICE,
                T,
                SETTLED,
                "https://git.example.org/7"),
            new Link(1, Link.Kind.LINK, "https://example.org/a?b=1&c=2", "graph", BOB, T),
            new Link(2, Link.Kind.CALL, "https://meet.example.org/1", "Call", ALICE, T));
    keep(rows);
    assertThat(board()).isEqualTo(Board.EMPTY.with(rows));
  }

  @Test
  void whatUpdatesPromisedComesBackInTheirOrder() {
    var later = new UpdatePromise(9, T.plusSeconds(1800));
    var earlier = new UpdatePromise(3, T.plusSeconds(600));
    keep(List.of(later, earlier));
    List<UpdatePromise> kept = test.database().query(tx -> new Boards(tx).promises(number));
    assertThat(kept).containsExactly(earlier, later);
  }

  @Test
  void theRowWithTheSameNumberIsReplaced() {
    keep(List.of(new Claim(1, BOB, "restart primary", T, null)));
    keep(List.of(new Claim(1, BOB, "restart primary", T, SETTLED)));
    assertThat(board().claims()).containsExactly(new Claim(1, BOB, "restart primary", T, SETTLED));
  }

  @Test
  void aDecisionStandsOnTheBoard() {
    Story.say(test.database(), number, BOB, T, new Command.Note("no decision", null));
    Story.say(test.database(), number, BOB, T, new Command.Decide("promote the replica"));
    assertThat(board().decisions())
        .singleElement()
        .satisfies(decided -> {
          assertThat(decided.text()).isEqualTo("promote the replica");
          assertThat(decided.by()).isEqualTo("bob");
          assertThat(decided.at()).isEqualTo(T);
        });
  }

  @Test
  void aTaskIsDueOnceItsTimeIsUpAndUntilItWasRemindedOf() {
    Instant due = T.plusSeconds(600);
    keep(List.of(task(1, due, null, null), task(2, due, null, SETTLED), task(3, null, null, null)));
    assertThat(due(due.minusNanos(1000))).isEmpty();
    assertThat(due(due))
        .containsExactly(
            new Due.OfIncident(number, "task:INC-1:1", due, new TaskCommand.Remind(1, due)));
    keep(List.of(task(1, due, due, null)));
    assertThat(due(due.plusSeconds(60))).isEmpty();
    keep(List.of(task(1, due.plusSeconds(300), due, null)));
    assertThat(due(due.plusSeconds(299))).isEmpty();
    assertThat(due(due.plusSeconds(300))).hasSize(1);
  }

  @Test
  void nothingIsDueOfAnIncidentThatIsOver() {
    keep(List.of(task(1, T.plusSeconds(600), null, null)));
    Story.say(test.database(), number, BOB, T, new Command.Resolve(null));
    assertThat(due(T.plusSeconds(900))).isEmpty();
  }

  @Test
  void anOfferIsDueOnceItsTimeIsOverUntilItEnded() {
    Instant over = T.plusSeconds(600);
    keep(List.of(handover(1, null)));
    assertThat(due(over.minusNanos(1000))).isEmpty();
    assertThat(due(over))
        .containsExactly(
            new Due.OfIncident(number, "handover:INC-1:1", over, new RoleCommand.Lapse(1)));
    keep(List.of(handover(1, new Handover.Ended(Handover.How.LAPSED, null, over))));
    assertThat(due(over)).isEmpty();
  }

  @Test
  void whoWasSeenInTheChannelIsPresentAndWhoWasOnlyInvitedIsNot() {
    test.database()
        .query(tx -> {
          var members = new Members(tx);
          members.add(number, ALICE.id(), T);
          members.told(number, BOB.id(), true, T);
          return members;
        });
    assertThat(board().present()).containsExactly(BOB.id());
  }

  private static Handover handover(int number, Handover.@Nullable Ended ended) {
    return new Handover(
        number,
        Role.INCIDENT_COMMANDER,
        ALICE,
        BOB,
        ALICE,
        T,
        T.plus(Handover.LAPSES_AFTER),
        ended);
  }

  private static Task task(
      int number, @Nullable Instant due, @Nullable Instant reminded, @Nullable Settled done) {
    return new Task(number, BOB, "check the backups", ALICE, T, due, reminded, done);
  }

  private void keep(List<Kept> rows) {
    test.database()
        .query(tx -> {
          new Boards(tx).keep(number, rows);
          return rows;
        });
  }

  private Board board() {
    return test.database().query(tx -> new Boards(tx).of(number));
  }

  private List<Due> due(Instant now) {
    return test.database().query(tx -> new Dues(tx).at(now, 10));
  }
}
