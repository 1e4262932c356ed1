package io.evenkeel.bot.view;

import static io.evenkeel.bot.view.Incidents.ALICE;
import static io.evenkeel.bot.view.Incidents.BOB;
import static io.evenkeel.bot.view.Incidents.DECLARED;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ActionCommand;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decided;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.TaskCommand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who does what, word for word in {@code golden/}. */
final class BoardViewsTest {
  private static final SeverityScale SCALE = SeverityScale.STANDARD;
  private static final Instant DUE = DECLARED.plusSeconds(600);
  private static final ChannelId ROOM = new ChannelId("C1");

  private static Incidents work() {
    return Incidents.underWay()
        .say(4, BOB, new Command.BeginClaim("restart primary", false))
        .say(5, ALICE, new TaskCommand.Give(BOB, "check the backups", DUE))
        .say(5, ALICE, new TaskCommand.Give(ALICE, "call the vendor", null))
        .say(6, ALICE, new ActionCommand.Add(BOB, "alert on pool size", LocalDate.of(2026, 12, 1)))
        .say(6, ALICE, new ActionCommand.Add(null, "write the runbook", null));
  }

  private static Message card(Incidents story) {
    Board board = story.board();
    var decided =
        List.of(new Decided(9, "promote the replica", "alice", DECLARED.plusSeconds(300)));
    Board all = board.withDecisions(decided);
    return CardView.of(new Card(story.incident(), all, List.of()), Roles.STANDARD, SCALE);
  }

  @Test
  void theCardShowsClaimsOpenTasksAndDecisions() {
    GoldenJson.matches("card-work", card(work()));
  }

  @Test
  void aTaskThatWasRemindedOfIsOverdueOnTheCard() {
    var late = overdue();
    assertThat(GoldenJson.text(card(late))).contains("overdue since");
    assertThat(GoldenJson.text(card(late.say(11, BOB, new TaskCommand.Extend(1, null)))))
        .doesNotContain("overdue");
  }

  @Test
  void theCardOfAnIncidentThatIsOverShowsItsActionItems() {
    String card = GoldenJson.text(card(work().say(20, ALICE, new Command.Resolve("Bigger pool"))));
    assertThat(card)
        .contains("alert on pool size", "nobody yet", "write the runbook")
        .doesNotContain("restart primary", "check the backups");
  }

  @Test
  void whoDoesWhatIsListedWithButtonsForTheOwn() {
    var story = work().say(7, BOB, new TaskCommand.Finish(1));
    GoldenJson.matches("work-list", WorkView.work(story.incident(), story.board(), ALICE.id()));
    GoldenJson.matches("action-list", WorkView.actions(story.incident(), story.board()));
  }

  @Test
  void aTaskIsToldWithItsButtons() {
    var story = work();
    Task task = story.board().tasks().getFirst();
    GoldenJson.matches("task-given", TaskView.given(story.incident(), task, ROOM));
    var late = overdue();
    GoldenJson.matches(
        "task-overdue", TaskView.overdue(late.incident(), late.board().tasks().getFirst(), ROOM));
    GoldenJson.matches(
        "action-given",
        TaskView.action(story.incident(), story.board().actions().getFirst(), null));
  }

  @Test
  void inTheThreadATaskHasItsButtonsWhileItIsOpen() {
    var story = Incidents.underWay().say(5, ALICE, new TaskCommand.Give(BOB, "check", DUE));
    Task task = story.board().tasks().getFirst();
    Message entry = EntriesView.of(story.incident(), SCALE, story.last(1), null);
    GoldenJson.matches("task-thread", TaskView.with(entry, story.incident(), task));
    story.say(6, BOB, new TaskCommand.Finish(1));
    Task done = story.board().tasks().getFirst();
    assertThat(TaskView.with(entry, story.incident(), done)).isEqualTo(entry);
  }

  @Test
  void nothingSomebodyTypedStandsInMarkup() {
    String evil = "<!channel> <@U2> *b* `c` & ".repeat(7);
    var story =
        Incidents.underWay()
            .say(4, BOB, new Command.BeginClaim(evil, false))
            .say(5, ALICE, new TaskCommand.Give(BOB, evil, DUE))
            .say(6, ALICE, new ActionCommand.Add(BOB, evil, null));
    var task = story.board().tasks().getFirst();
    for (Message message :
        List.of(
            card(story),
            WorkView.work(story.incident(), story.board(), BOB.id()),
            WorkView.actions(story.incident(), story.board()),
            TaskView.given(story.incident(), task, ROOM),
            TaskView.overdue(story.incident(), task, ROOM))) {
      assertThat(Markup.in(message))
          .allSatisfy(mrkdwn -> assertThat(mrkdwn).doesNotContain("<!ch", "<@U2> *"));
    }
  }

  private static Incidents overdue() {
    var remind = new TaskCommand.Remind(1, DUE);
    return work().say(10, ALICE, remind);
  }
}
