package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Claim;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Task;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.incident.Members;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.incident.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One incident goes on in another, and comes back; channels that nobody needs any more. */
final class UnitingTest {
  private final Watch watch = new Watch();
  private ChannelId first = new ChannelId("C1");
  private ChannelId second = new ChannelId("C2");

  @BeforeEach
  void declareTwo() {
    watch.says(ALICE, "declare API down");
    watch.says(BOB, "declare checkout is slow");
    first = watch.open(1);
    second = watch.open(2);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void itGoesOnThereAndBothTimelinesTellOfEachOther() {
    watch.says(CHARLIE, "join INC-2");
    Answer merged = watch.says(BOB, "merge into INC-1", second);

    assertThat(words(merged))
        .contains("Merged INC-2 checkout is slow into INC-1 API down", "2 people are invited");
    assertThat(watch.incident(2).status()).isEqualTo(Status.MERGED);
    assertThat(watch.incident(2).mergedInto()).isEqualTo(new IncidentNumber(1));
    assertThat(watch.timeline(2)).last().asString().contains("INC-1", "from entry 3");
    assertThat(watch.timeline(1)).last().asString().contains("INC-2 checkout is slow");
    assertThat(people(1)).contains(BOB.id().value(), CHARLIE.id().value());
    for (int number : new int[] {1, 2}) {
      Verdict verdict = watch.query(tx -> new Timeline(tx).verify(new IncidentNumber(number)));
      assertThat(verdict).isInstanceOf(Verdict.Sound.class);
    }
    assertThat(words(watch.says(ALICE, "update any news?", second)))
        .contains("is merged into INC-1", "merge undo INC-2");
  }

  @Test
  void itsOpenTasksGoAlongAndComeBack() {
    var done = new Settled(BOB, watch.now());
    asked(new Task(1, CHARLIE, "check the backups", BOB, watch.now(), null, null, null));
    asked(new Task(2, BOB, "call the provider", BOB, watch.now(), null, null, done));
    Answer merged = watch.says(BOB, "merge into INC-1", second);
    assertThat(words(merged)).contains("one task went along");
    assertThat(tasks(1)).extracting(Task::text).containsExactly("check the backups");
    assertThat(tasks(2)).isEmpty();

    watch.presses(BOB, merged, "Undo the merge");
    assertThat(tasks(1)).isEmpty();
    assertThat(tasks(2)).extracting(Task::number).containsExactly(1);
  }

  @Test
  void whatPeopleWereDoingEndsWithTheIncident() {
    watch.says(BOB, "doing restart primary", second);
    watch.says(CHARLIE, "doing read the logs", first);
    watch.says(BOB, "merge into INC-1", second);
    assertThat(claims(2)).isEmpty();
    assertThat(claims(1)).hasSize(1);
    watch.says(ALICE, "resolve done", first);
    assertThat(claims(1)).isEmpty();
  }

  private List<Claim> claims(int incident) {
    return watch.query(tx -> new Boards(tx).of(new IncidentNumber(incident))).openClaims();
  }

  @Test
  void anAdoptedChannelIsNotSaidToBeArchived() {
    Answer declared = watch.says(BOB, "declare cache is cold --here", new ChannelId("C7RANDOM"));
    assertThat(declared.recorded()).isTrue();
    assertThat(words(watch.says(BOB, "merge into INC-1", new ChannelId("C7RANDOM"))))
        .contains("For 24 hours the merge can be undone")
        .doesNotContain("archived");
  }

  @Test
  void aMergeIsUndoneFromEitherSideWithinADay() {
    watch.says(BOB, "merge into INC-1", second);
    watch.later(Duration.ofHours(23));
    Answer undone = watch.says(ALICE, "merge undo", first);
    assertThat(words(undone)).contains("INC-2 checkout is slow is on its own again");
    assertThat(watch.incident(2).status()).isEqualTo(Status.INVESTIGATING);
    assertThat(watch.incident(2).mergedInto()).isNull();
    assertThat(words(watch.says(ALICE, "merge undo", first))).contains("nothing was merged into");

    watch.says(BOB, "merge into INC-1", second);
    watch.later(Duration.ofHours(25));
    assertThat(words(watch.says(BOB, "merge undo INC-2"))).contains("within 24 hours");
  }

  @Test
  void whatMakesNoSenseIsNotMerged() {
    assertThat(words(watch.says(BOB, "merge into INC-2", second))).contains("into itself");
    assertThat(words(watch.says(BOB, "merge into INC-9", second))).contains("There is no INC-9");
    watch.says(ALICE, "declare data leak --private");
    assertThat(words(watch.says(BOB, "merge into INC-3", second))).contains("There is no INC-3");
    assertThat(words(watch.says(ALICE, "merge into INC-3", first))).contains("is private");
    watch.says(ALICE, "resolve", first);
    assertThat(words(watch.says(BOB, "merge into INC-1", second))).contains("is resolved");
  }

  @Test
  void twoThatMergeIntoEachOtherAtOnceDoNotWaitForEver() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> both =
          List.of(
              () -> watch.says(ALICE, "merge into INC-2", first),
              () -> watch.says(BOB, "merge into INC-1", second));
      int merged = 0;
      for (var answer : threads.invokeAll(both)) {
        merged += answer.get().recorded() ? 1 : 0;
      }
      assertThat(merged).isEqualTo(1);
    }
  }

  @Test
  void aChannelIsArchivedOnceAWeekAfterItsIncidentWasClosed() {
    watch.says(ALICE, "resolve done", first);
    watch.says(ALICE, "close", first);
    assertThat(archivals()).isEmpty();
    watch.later(Duration.ofDays(7));
    List<Due.OfIncident> due = archivals();
    assertThat(due).extracting(Due.OfIncident::incident).containsExactly(new IncidentNumber(1));
    assertThat(watch.desk.due(due.getFirst(), watch.now())).isTrue();
    assertThat(watch.desk.due(due.getFirst(), watch.now())).as("once").isFalse();
    assertThat(archivals()).isEmpty();
    assertThat(words(watch.says(ALICE, "postmortem INC-1"))).contains("no open channel");
  }

  @Test
  void aMergedChannelIsArchivedOnceTheMergeStands() {
    watch.says(BOB, "merge into INC-1", second);
    watch.later(Duration.ofHours(24));
    assertThat(archivals()).isEmpty();
    watch.later(Duration.ofMinutes(1));
    assertThat(archivals())
        .extracting(Due.OfIncident::incident)
        .containsExactly(new IncidentNumber(2));
  }

  @Test
  void theOfferToUndoNamesWhatWasMerged() {
    assertThat(watch.says(BOB, "merge into INC-1", second).offers())
        .extracting(Offer::command)
        .containsExactly("merge undo --incident-id INC-2");
  }

  private void asked(Task task) {
    watch.query(tx -> {
      new Boards(tx).keep(new IncidentNumber(2), List.of(task));
      return task;
    });
  }

  private List<Due.OfIncident> archivals() {
    return watch.due().stream()
        .filter(Due.OfIncident.class::isInstance)
        .map(Due.OfIncident.class::cast)
        .filter(due -> due.command() instanceof Command.ArchiveChannel)
        .toList();
  }

  private List<Task> tasks(int incident) {
    return watch.query(tx -> new Boards(tx).of(new IncidentNumber(incident))).openTasks();
  }

  private List<String> people(int incident) {
    return watch.query(tx -> new Members(tx).of(new IncidentNumber(incident))).stream()
        .map(person -> person.value())
        .toList();
  }
}
