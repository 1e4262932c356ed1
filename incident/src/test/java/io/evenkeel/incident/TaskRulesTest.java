package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.CHARLIE;
import static io.evenkeel.incident.Scene.START;
import static io.evenkeel.incident.Scene.kinds;
import static io.evenkeel.incident.Scene.offered;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TaskRulesTest {
  private static final Instant DUE = START.plusSeconds(600);
  private static final Actor EVENKEEL = new Actor.Evenkeel();

  private final Scene scene = Scene.declared().confirmed();

  @Test
  void aTaskOfAnIncidentThatIsOverHasNoMoreTime() {
    scene.does(ALICE, give(BOB, DUE));
    scene.does(ALICE, new Command.Resolve("done"));

    assertThat(scene.refuses(BOB, new TaskCommand.Extend(1, null)))
        .contains("resolved", "Nobody is reminded");
  }

  @Test
  void aTaskIsToldToItsPersonAndStandsInTheThreadAndOnTheCard() {
    var given = scene.does(ALICE, give(BOB, DUE));
    assertThat(given.effects())
        .containsExactly(
            new Effect.Invite(BOB.id()),
            new Effect.Tell(new Addressee.Somebody(BOB.id()), new News.OfTask(1)),
            new Effect.ThreadTask(scene.timeline().getLast().seq(), 1),
            new Effect.RefreshCard());
    assertThat(scene.lastText())
        .isEqualTo("alice gave bob task 1, until 14:42 UTC: check the backups");
    assertThat(words(given))
        .isEqualTo(
            "@bob has task 1 on INC-42 API service down: “check the backups”, until " + DUE + ".");
  }

  @Test
  void whoTakesATaskIsNotToldAboutIt() {
    assertThat(kinds(scene.does(BOB, give(BOB, DUE))))
        .containsExactly(Effect.Kind.THREAD_TASK, Effect.Kind.REFRESH_CARD);
    assertThat(scene.lastText()).startsWith("bob took task 1");
  }

  @Test
  void withoutATimeNobodyIsRemindedAndAButtonSetsOne() {
    var given = scene.does(ALICE, give(BOB, null));
    assertThat(words(given)).endsWith("No time was given, so nobody is reminded of it.");
    assertThat(offered(given)).contains("task more 1 in 10m --incident-id INC-42");
  }

  @Test
  void aTaskGoesToSomebodyElseWhoIsToldOfIt() {
    scene.does(ALICE, give(BOB, DUE));
    var passed = scene.minutes(1).does(ALICE, new TaskCommand.Reassign(1, CHARLIE));
    assertThat(words(passed))
        .startsWith("@charlie has task 1 on INC-42 API service down now, in place of @bob");
    assertThat(passed.effects())
        .contains(new Effect.Tell(new Addressee.Somebody(CHARLIE.id()), new News.OfTask(1)));
    assertThat(scene.lastText()).isEqualTo("alice gave charlie task 1 of bob: check the backups");
    assertThat(scene.board().openTasks().getFirst().assignee()).isEqualTo(CHARLIE);
    assertThat(scene.refuses(ALICE, new TaskCommand.Reassign(1, CHARLIE))).contains("already");
  }

  @Test
  void aDroppedTaskIsOverAndNobodyIsRemindedOfIt() {
    scene.does(ALICE, give(BOB, DUE));
    assertThat(words(scene.minutes(1).does(ALICE, new TaskCommand.Drop(1))))
        .contains("is dropped", "Tell whoever had it");
    assertThat(scene.lastText()).isEqualTo("alice dropped task 1 of bob: check the backups");
    assertThat(scene.board().openTasks()).isEmpty();
  }

  @Test
  void aTaskIsDoneOnce() {
    scene.does(ALICE, give(BOB, DUE));
    scene.minutes(4).does(BOB, new TaskCommand.Finish(1));
    assertThat(scene.lastText()).isEqualTo("bob is done with task 1: check the backups");
    assertThat(scene.board().openTasks()).isEmpty();
    assertThat(scene.minutes(2).refuses(CHARLIE, new TaskCommand.Finish(1)))
        .startsWith("Task 1 (“check the backups”) is done already: @bob said so 2m ago.");
  }

  @Test
  void anybodyMaySayThatATaskIsDoneAndItIsTold() {
    scene.does(ALICE, give(BOB, DUE));
    scene.does(CHARLIE, new TaskCommand.Finish(1));
    assertThat(scene.lastText())
        .isEqualTo("charlie says bob is done with task 1: check the backups");
  }

  @Test
  void theNumberMayBeLeftOutWhileThereIsOneAndSeveralAreAskedFor() {
    assertThat(scene.refuses(BOB, new TaskCommand.Finish(null)))
        .contains("you have no open task on");
    scene.does(ALICE, give(BOB, DUE));
    scene.does(ALICE, new TaskCommand.Give(BOB, "call the vendor", null));
    assertThat(scene.refuses(BOB, new TaskCommand.Finish(null))).contains("you have several tasks");
    assertThat(scene.offersInstead(BOB, new TaskCommand.Finish(null)))
        .containsExactly("task done 1 --incident-id INC-42", "task done 2 --incident-id INC-42");
    scene.does(BOB, new TaskCommand.Finish(2));
    scene.does(BOB, new TaskCommand.Finish(null));
    assertThat(scene.board().openTasks()).isEmpty();
    assertThat(scene.refuses(BOB, new TaskCommand.Finish(7))).contains("there is no task 7");
  }

  @Test
  void moreTimeIsTenMinutesUnlessSomethingElseIsSaid() {
    scene.does(ALICE, give(BOB, DUE));
    scene.minutes(11).does(BOB, new TaskCommand.Extend(1, null));
    assertThat(scene.board().openTasks().getFirst().due()).isEqualTo(START.plusSeconds(21 * 60));
    scene.does(BOB, new TaskCommand.Extend(1, START.plusSeconds(3600)));
    assertThat(scene.lastText()).isEqualTo("Task 1 of bob has until 15:32 UTC: check the backups");
    assertThat(scene.refuses(BOB, new TaskCommand.Extend(1, START))).contains("is past");
  }

  @Test
  void whenItsTimeIsUpTheCommanderAndItsPersonAreToldOnce() {
    scene.does(ALICE, give(BOB, DUE));
    assertThat(scene.minutes(9).refuses(EVENKEEL, remind())).contains("any more");
    var reminded = scene.minutes(1).does(EVENKEEL, remind());
    var news = new News.OfOverdue(1);
    assertThat(reminded.effects())
        .containsExactly(
            new Effect.Tell(new Addressee.Commander(), news),
            new Effect.Tell(new Addressee.Somebody(BOB.id()), news),
            new Effect.RefreshCard());
    assertThat(scene.lastText()).isEqualTo("Time is up for task 1 of bob: check the backups");
    assertThat(scene.minutes(5).refuses(EVENKEEL, remind())).contains("any more");
  }

  @Test
  void aCommanderWhoHasTheTaskIsToldOnce() {
    scene.does(ALICE, give(ALICE, DUE));
    assertThat(kinds(scene.minutes(10).does(EVENKEEL, remind())))
        .containsExactly(Effect.Kind.TELL_OVERDUE, Effect.Kind.REFRESH_CARD);
  }

  @Test
  void whatIsDoneOrHasMoreTimeIsNotRemindedOf() {
    scene.does(ALICE, give(BOB, DUE));
    scene.does(BOB, new TaskCommand.Extend(1, DUE.plusSeconds(60)));
    assertThat(scene.minutes(15).refuses(EVENKEEL, remind())).contains("any more");
    var later = new TaskCommand.Remind(1, DUE.plusSeconds(60));
    scene.does(BOB, new TaskCommand.Finish(1));
    assertThat(scene.refuses(EVENKEEL, later)).contains("any more");
  }

  @Test
  void aTaskIsForAnOpenIncident() {
    scene.does(ALICE, give(BOB, DUE));
    scene.with(new Command.Resolve(null));
    assertThat(scene.refuses(ALICE, give(CHARLIE, DUE))).contains("action items");
    scene.does(BOB, new TaskCommand.Finish(1));
    assertThat(scene.board().openTasks()).isEmpty();
  }

  private static TaskCommand.Give give(Person person, @Nullable Instant due) {
    return new TaskCommand.Give(person, "check the backups", due);
  }

  private static TaskCommand.Remind remind() {
    return new TaskCommand.Remind(1, DUE);
  }
}
