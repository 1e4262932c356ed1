package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.START;
import static io.evenkeel.incident.Scene.declared;
import static io.evenkeel.incident.Scene.kinds;
import static io.evenkeel.incident.Scene.offered;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordRulesTest {
  private static final Instant EARLIER = Instant.parse("2026-11-21T14:02:00Z");

  @Test
  void aNoteGoesToTheThreadAtTheTimeThatWasSaid() {
    var scene = declared().minutes(3);
    var decision = scene.does(BOB, new Command.Note("alert fired", EARLIER));

    assertThat(scene.timeline().getLast().occurredAt()).isEqualTo(EARLIER);
    assertThat(scene.timeline().getLast().recordedAt()).isEqualTo(scene.now());
    assertThat(kinds(decision)).containsExactly(Effect.Kind.THREAD_ENTRIES);
    assertThat(words(decision)).isEqualTo("Noted on INC-42 API service down for " + EARLIER + ".");
  }

  @Test
  void notesAndDecisionsCanBeAddedAfterTheEnd() {
    var scene = declared().with(new Command.Resolve("pool enlarged")).minutes(30);

    scene.does(BOB, new Command.Note("permanent fix is out", null));
    scene.does(BOB, new Command.Decide("keep the larger pool"));
    assertThat(scene.lastText()).isEqualTo("keep the larger pool");
  }

  @Test
  void whatHasNotHappenedYetIsRefused() {
    assertThat(declared().refuses(BOB, new Command.Note("soon", START.plusSeconds(1))))
        .contains("Nothing was recorded", "has not happened yet");
    assertThat(declared().refuses(BOB, milestone(Milestone.DETECTED, START.plusSeconds(1))))
        .contains("has not happened yet");
  }

  @Test
  void aDecisionIsPostedAndStandsOnTheCard() {
    assertThat(kinds(declared().does(BOB, new Command.Decide("promote the replica"))))
        .containsExactly(Effect.Kind.POST_ENTRIES, Effect.Kind.REFRESH_CARD);
  }

  @Test
  void aMilestoneIsPutRightByANewEntryThatSupersedesTheFirst() {
    var scene = declared().with(milestone(Milestone.DETECTED, EARLIER));
    int first = scene.timeline().getLast().seq();
    scene.with(milestone(Milestone.DETECTED, EARLIER.plusSeconds(60)));

    assertThat(scene.timeline().getLast().supersedes()).isEqualTo(first);
    assertThat(scene.incident().zero()).isEqualTo(EARLIER.plusSeconds(60));
  }

  @Test
  void aMilestoneCanBeSaidToBeUnknown() {
    var scene = declared().with(milestone(Milestone.DETECTED, EARLIER));
    var decision = scene.does(BOB, milestone(Milestone.DETECTED, null));

    assertThat(scene.incident().milestones().at(Milestone.DETECTED)).isEmpty();
    assertThat(scene.incident().zero()).isEqualTo(START);
    assertThat(scene.lastText()).isEqualTo("Detected at an unknown time");
    assertThat(words(decision)).isEqualTo("INC-42 API service down: detected is now unknown.");
  }

  @Test
  void theSameTimeAgainChangesNothing() {
    var scene = declared().with(milestone(Milestone.DETECTED, EARLIER));

    assertThat(scene.refuses(BOB, milestone(Milestone.DETECTED, EARLIER)))
        .isEqualTo(
            "INC-42 API service down: detected is " + EARLIER + " already. Nothing changed.");
  }

  @Test
  void whatDidNotHappenGetsNoTime() {
    assertThat(declared().refuses(BOB, milestone(Milestone.RESOLVED, EARLIER)))
        .contains("is open", "/incident resolve");
    assertThat(declared().refuses(BOB, milestone(Milestone.CLOSED, EARLIER)))
        .contains("is not closed");
    assertThat(declared().refuses(BOB, milestone(Milestone.DECLARED, null)))
        .contains("When it was declared is known");
  }

  @Test
  void aResolutionsTimeCanBePutRightAfterwards() {
    var scene = declared().minutes(60).with(new Command.Resolve("done"));
    scene.does(BOB, milestone(Milestone.RESOLVED, START.plusSeconds(600)));

    assertThat(scene.incident().milestones().at(Milestone.RESOLVED))
        .contains(START.plusSeconds(600));
  }

  @Test
  void aReportJoinsTheIncidentThatIsOpen() {
    var decision =
        declared().does(BOB, new Command.Report(Scene.declaration("API \"v2\" & more down")));

    assertThat(decision.entries().getFirst().text())
        .isEqualTo("bob reported it, too: API \"v2\" & more down");
    assertThat(offered(decision))
        .containsExactly(
            "join INC-42",
            "declare --new --title \"API &quot;v2&quot; &amp; more down\" --severity \"SEV-1\"");
    assertThat(words(decision)).contains("no second incident began");
  }

  @Test
  void aDraftIsSharedAtAnyTime() {
    assertThat(words(declared().does(BOB, new Command.SharePostmortem())))
        .contains("postmortem draft", "still open");
    assertThat(
            words(
                declared()
                    .with(new Command.Resolve(null))
                    .does(BOB, new Command.SharePostmortem())))
        .doesNotContain("still open");
  }

  @Test
  void aClockThatWentBackIsReadAsTheLastRecordedTime() {
    var scene = declared().minutes(5).with(new Command.Note("one", null));
    var decision =
        Scene.accepted(
            scene.incident().decide(new Command.Note("two", null), Scene.human(ALICE), START));

    assertThat(decision.entries().getFirst().recordedAt()).isEqualTo(scene.now());
  }

  private static Command.SetMilestone milestone(Milestone milestone, @Nullable Instant at) {
    return new Command.SetMilestone(milestone, at);
  }
}
