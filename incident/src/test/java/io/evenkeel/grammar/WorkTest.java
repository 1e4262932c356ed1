package io.evenkeel.grammar;

import static io.evenkeel.grammar.World.ALICE;
import static io.evenkeel.grammar.World.BOB;
import static io.evenkeel.grammar.World.NOW;
import static io.evenkeel.grammar.World.offered;
import static io.evenkeel.grammar.World.order;
import static io.evenkeel.grammar.World.ordered;
import static io.evenkeel.grammar.World.say;
import static io.evenkeel.grammar.World.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ActionClass;
import io.evenkeel.incident.ActionCommand;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.TaskCommand;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkTest {
  private static final Instant IN_TEN_MINUTES = NOW.plusSeconds(600);

  @Test
  void whatIsDoneNowIsSaidInOneLine() {
    assertThat(ordered("doing restart primary"))
        .isEqualTo(new Command.BeginClaim("restart primary", false));
    assertThat(ordered("Doing --anyway \"restart  the primary\""))
        .isEqualTo(new Command.BeginClaim("restart the primary", true));
    assertThat(order("doing INC-7 restart primary").target()).isEqualTo(new IncidentNumber(7));
  }

  @Test
  void doingAloneAsksWhoDoesWhat() {
    assertThat(say("doing")).isEqualTo(new Utterance.Question(new Utterance.Asked.Work(), null));
    assertThat(words("doing \"\"")).contains("say what you are doing");
  }

  @Test
  void doneEndsWhatWasBegun() {
    assertThat(ordered("done")).isEqualTo(new Command.EndClaim(null, false));
    assertThat(ordered("done restart primary, all well"))
        .isEqualTo(new Command.EndClaim("restart primary, all well", false));
    assertThat(ordered("done all")).isEqualTo(new Command.EndClaim(null, true));
    assertThat(ordered("done --all")).isEqualTo(new Command.EndClaim(null, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "done 3",
        "done task 3",
        "done #3",
        "task done 3",
        "task 3 done",
        "Task #3 finished",
        "task finish 3"
      })
  void aTaskIsDoneByItsNumberInAnyOrder(String said) {
    assertThat(ordered(said)).isEqualTo(new TaskCommand.Finish(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task give 3 @bob",
        "task 3 @bob",
        "task 3 to bob",
        "task reassign 3 to <@U2|bob>",
        "task 3 give @bob"
      })
  void aTaskIsGivenToSomebodyElseByItsNumber(String said) {
    assertThat(ordered(said)).isEqualTo(new TaskCommand.Reassign(3, BOB));
  }

  @ParameterizedTest
  @ValueSource(strings = {"task drop 3", "task 3 drop", "task cancel #3", "task remove 3"})
  void aTaskThatNobodyNeedsIsDropped(String said) {
    assertThat(ordered(said)).isEqualTo(new TaskCommand.Drop(3));
  }

  @Test
  void aNumberMayBeLeftOutWhereThereIsOnlyOne() {
    assertThat(ordered("task drop")).isEqualTo(new TaskCommand.Drop(null));
    assertThat(ordered("task done")).isEqualTo(new TaskCommand.Finish(null));
    assertThat(ordered("task more")).isEqualTo(new TaskCommand.Extend(null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task @bob check the backups in 10m",
        "task <@U2|bob> check the backups in 10 min",
        "task bob check the backups by 14:42",
        "task @bob: check the backups within 10m",
        "task for @bob check the backups in 10m",
        "task check the backups @bob in 10m",
        "task check the backups for <@U2> in 10m",
        "task --user bob check the backups in 10m",
        "task @bob check the backups --due 10m",
        "task --user @bob --in 10m --message \"check the backups\"",
        "task @bob \"check the backups\" by 2026-11-21T14:42:00Z"
      })
  void aTaskNamesWhoWhatAndWhen(String said) {
    assertThat(ordered(said))
        .isEqualTo(new TaskCommand.Give(BOB, "check the backups", IN_TEN_MINUTES));
  }

  @Test
  void aTaskNeedsNoTime() {
    assertThat(ordered("task @bob check the load in prod"))
        .isEqualTo(new TaskCommand.Give(BOB, "check the load in prod", null));
    assertThat(ordered("task me check the backups"))
        .isEqualTo(new TaskCommand.Give(ALICE, "check the backups", null));
    assertThat(ordered("task @bob check \"the logs in 10m\" steps"))
        .isEqualTo(new TaskCommand.Give(BOB, "check \"the logs in 10m\" steps", null));
  }

  @Test
  void aTaskWithoutAPersonAsksWhose() {
    assertThat(words("task check the backups in 10m")).contains("whose task is it?");
    assertThat(offered("task check the backups in 10m"))
        .containsExactly("task me check the backups in 10m");
    assertThat(words("task @bobb check")).contains("I do not know anybody called “bobb”");
    assertThat(offered("task @bobb check")).contains("task <@U2> check");
    assertThat(words("task @bob in 10m")).contains("say what is to be done");
  }

  @ParameterizedTest
  @CsvSource({
    "task more 3, ",
    "task 3 more, ",
    "task extend 3 in 20m, 2026-11-21T14:52:00Z",
    "task 3 in 20m, 2026-11-21T14:52:00Z",
    "task 3 more until 15:00, 2026-11-21T15:00:00Z",
    "task more 3 --in 20m, 2026-11-21T14:52:00Z"
  })
  void aTaskGetsMoreTime(String said, Instant until) {
    assertThat(ordered(said)).isEqualTo(new TaskCommand.Extend(3, until));
  }

  @Test
  void aTimeThatIsNoneIsSaidToBeNone() {
    assertThat(words("task more 3 in ages")).contains("is not a time ahead that I understand");
    assertThat(words("task @bob check --due soonish")).contains("“soonish” is not a time ahead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"task", "task list", "tasks", "TASK ls"})
  void theTasksAreListed(String said) {
    assertThat(say(said)).isEqualTo(new Utterance.Question(new Utterance.Asked.Work(), null));
  }

  @Test
  void aButtonThatSaysATaskAgainMeansTheSameTime() {
    var said = order("task @bob check the backups in 10m");
    assertThat(ordered("task " + said.rest())).isEqualTo(said.command());
    var action = order("action @bob alert on \"pool\" size in 2 weeks");
    assertThat(ordered("action " + action.rest())).isEqualTo(action.command());
  }

  @ParameterizedTest
  @CsvSource({
    "by 2026-12-01, 2026-12-01",
    "by 1 Dec, 2026-12-01",
    "by Dec 1st, 2026-12-01",
    "until 3 Jan, 2027-01-03",
    "by friday, 2026-11-27",
    "by tomorrow, 2026-11-22",
    "in 2 weeks, 2026-12-05",
    "--by 2026-12-01, 2026-12-01",
    "--due \"next friday\", 2026-11-27"
  })
  void anActionItemIsForADay(String when, LocalDate due) {
    assertThat(ordered("action @bob alert on pool size " + when))
        .isEqualTo(new ActionCommand.Add(BOB, "alert on pool size", due));
  }

  @Test
  void anActionItemNeedsNeitherOwnerNorDay() {
    assertThat(ordered("action alert on pool size"))
        .isEqualTo(new ActionCommand.Add(null, "alert on pool size", null));
    assertThat(words("action @bob alert by 2026-13-45")).contains("“2026-13-45” is not a day");
    assertThat(words("action @bob")).contains("say what is to be done afterwards");
  }

  @Test
  void anActionItemIsClosedAndChangedByItsNumber() {
    assertThat(ordered("action done 2")).isEqualTo(new ActionCommand.Close(2));
    assertThat(ordered("action 2 closed")).isEqualTo(new ActionCommand.Close(2));
    assertThat(ordered("action 2 @bob by 2026-12-01"))
        .isEqualTo(new ActionCommand.Change(2, BOB, LocalDate.parse("2026-12-01")));
    assertThat(ordered("action 2 by friday"))
        .isEqualTo(new ActionCommand.Change(2, null, LocalDate.parse("2026-11-27")));
    assertThat(ordered("action 2 servers need disks"))
        .isEqualTo(new ActionCommand.Add(null, "2 servers need disks", null));
  }

  @Test
  void anActionItemHasAClass() {
    assertThat(ordered("action @bob alert on pool size by 2026-12-01 --class Detection"))
        .isEqualTo(
            new ActionCommand.Add(
                BOB, "alert on pool size", LocalDate.parse("2026-12-01"), ActionClass.DETECT));
    var detects = new ActionCommand.Change(2, null, null, ActionClass.DETECT);
    assertThat(ordered("action 2 --class detect")).isEqualTo(detects);
    assertThat(ordered("action 2 detect")).isEqualTo(detects);
    assertThat(ordered("action 2 @bob prevent by 2026-12-01"))
        .isEqualTo(
            new ActionCommand.Change(2, BOB, LocalDate.parse("2026-12-01"), ActionClass.PREVENT));
    assertThat(words("action fix the pool --class preven"))
        .contains("“preven” is no class. There are prevent, detect, mitigate, investigate.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"action", "actions", "action list", "action items"})
  void theActionItemsAreListed(String said) {
    assertThat(say(said)).isEqualTo(new Utterance.Question(new Utterance.Asked.Actions(), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"actions mine", "action Mine", "actions mine --page 1"})
  void actionItemsAreFollowedAcrossIncidents(String said) {
    assertThat(say(said))
        .isEqualTo(
            new Utterance.Question(new Utterance.Asked.Following(Utterance.Scope.MINE, 1), null));
  }

  @Test
  void anActionItemIsClosedWithALink() {
    var closed = new ActionCommand.Close(3, "https://git.example.org/pool/7");
    assertThat(ordered("action done 3 <https://git.example.org/pool/7>")).isEqualTo(closed);
    assertThat(ordered("action 3 done https://git.example.org/pool/7")).isEqualTo(closed);
    assertThat(ordered("action done 3 times"))
        .isEqualTo(new ActionCommand.Add(null, "done 3 times", null));
  }

  @Test
  void aLineOnTheCardIsShort() {
    assertThat(words("doing " + "x".repeat(201))).contains("200 is the most");
    assertThat(words("task @bob " + "x".repeat(201))).contains("200 is the most");
  }
}
