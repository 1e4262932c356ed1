package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.declared;
import static io.evenkeel.incident.Scene.kinds;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressRulesTest {
  private static final Severity SEV_3 = new Severity("SEV-3");

  @Test
  void nothingIsPromisedForAnIncidentThatIsOver() {
    var scene = declared();
    scene.does(ALICE, new Command.Resolve("fixed"));
    assertThat(
            scene.refuses(
                ALICE, new Command.Update("all is well", null, Duration.ofMinutes(30), false)))
        .contains("is resolved, so no next update is due")
        .contains("--next");
  }

  @Test
  void anUpdateIsPostedAndRepliedUnderTheAnnouncementWithoutBroadcast() {
    var scene = declared().minutes(3);
    var decision = scene.does(BOB, update("pool exhausted", null, null, false));

    assertThat(scene.incident().update())
        .isEqualTo(new Incident.LatestUpdate("pool exhausted", scene.now(), null));
    assertThat(decision.effects())
        .contains(
            new Effect.PostEntries(3, 3),
            new Effect.RefreshCard(),
            new Effect.ReplyToAnnouncement(3, 3, false));
    assertThat(words(decision))
        .isEqualTo("Update recorded on INC-42 API service down. No next update is promised.");
  }

  @Test
  void anUpdateThatMovesTheStatusIsBroadcast() {
    var scene = declared().minutes(3);
    var decision = scene.does(BOB, update("pool enlarged", Status.MONITORING, null, false));

    assertThat(scene.incident().status()).isEqualTo(Status.MONITORING);
    assertThat(decision.effects()).contains(new Effect.ReplyToAnnouncement(3, 4, true));
    assertThat(kinds(decision)).contains(Effect.Kind.SET_TOPIC);
    assertThat(words(decision)).contains("Status is now monitoring");
  }

  @Test
  void aPromiseOfTheNextUpdateIsKept() {
    var scene = declared();
    var decision = scene.does(BOB, update("looking", null, Duration.ofMinutes(30), false));

    assertThat(scene.incident().update())
        .isEqualTo(
            new Incident.LatestUpdate(
                "looking", scene.now(), scene.now().plus(Duration.ofMinutes(30))));
    assertThat(words(decision)).contains("promised for 2026-11-21T15:02:00Z");
  }

  @Test
  void anInternalUpdateIsShownToNobodyOutsideTheChannel() {
    var scene = declared().with(update("we are looking", null, null, false)).minutes(1);
    var forEverybody = scene.incident().update();
    var decision = scene.does(BOB, update("it was carol's deploy", null, null, true));

    assertThat(kinds(decision))
        .contains(Effect.Kind.POST_ENTRIES)
        .doesNotContain(Effect.Kind.REPLY_TO_ANNOUNCEMENT);
    assertThat(scene.incident().update()).isEqualTo(forEverybody);
    assertThat(scene.lastText()).isEqualTo("it was carol's deploy");
  }

  @Test
  void anInternalUpdateMayStillPromise() {
    var scene = declared();
    scene.does(BOB, update("secret", null, Duration.ofMinutes(5), true));

    var promised = scene.now().plus(Duration.ofMinutes(5));
    assertThat(scene.incident().update())
        .isEqualTo(new Incident.LatestUpdate("Nothing for everybody yet.", scene.now(), promised));
  }

  @Test
  void monitoringMeansMitigatedOnce() {
    var scene = declared().minutes(10);
    scene.does(BOB, status(Status.MONITORING, null));
    var first = scene.now();

    assertThat(scene.incident().milestones().at(Milestone.MITIGATED)).contains(first);
    scene.minutes(5).with(status(Status.IDENTIFIED, null));
    scene.minutes(5).with(status(Status.MONITORING, null));
    assertThat(scene.incident().milestones().at(Milestone.MITIGATED)).contains(first);
  }

  @Test
  void whatWasSaidToBeUnknownIsNotFilledIn() {
    var scene =
        declared()
            .with(new Command.SetMilestone(Milestone.MITIGATED, null))
            .with(status(Status.MONITORING, null));

    assertThat(scene.incident().milestones().at(Milestone.MITIGATED)).isEmpty();
  }

  @Test
  void movingBackwardsIsAllowedAndRecorded() {
    var scene = declared().with(status(Status.MONITORING, null));
    scene.does(BOB, status(Status.INVESTIGATING, null));

    assertThat(scene.lastText()).isEqualTo("Status monitoring → investigating");
  }

  @Test
  void aStatusWithTextIsAnUpdate() {
    var scene = declared().with(status(Status.IDENTIFIED, "it is the pool"));

    assertThat(scene.incident().status()).isEqualTo(Status.IDENTIFIED);
    assertThat(scene.lastText()).isEqualTo("it is the pool");
  }

  @Test
  void aStatusThatEndsGoesItsOwnWay() {
    var scene = declared();

    assertThat(scene.refuses(BOB, status(Status.CANCELLED, null))).contains("/incident cancel");
    assertThat(scene.refuses(BOB, status(Status.CLOSED, null))).contains("/incident resolve");
    assertThat(scene.refuses(BOB, update("done", Status.RESOLVED, null, false)))
        .contains("/incident resolve");
    scene.with(status(Status.RESOLVED, "pool enlarged"));
    assertThat(scene.incident().resolution()).isEqualTo("pool enlarged");
    assertThat(scene.refuses(BOB, status(Status.MONITORING, null))).contains("reopen");
  }

  @Test
  void theSameStatusAgainChangesNothingAndLosesNoText() {
    assertThat(declared().refuses(BOB, status(Status.INVESTIGATING, null)))
        .contains("is investigating already");
    assertThat(declared().refuses(BOB, status(Status.INVESTIGATING, "still looking")))
        .contains("/incident update still looking");
  }

  @Test
  void aChangeOfSeverityIsPostedAndBroadcast() {
    var scene = declared();
    var decision = scene.does(BOB, new Command.ChangeSeverity(SEV_3, "few users"));

    assertThat(scene.incident().severity()).isEqualTo(SEV_3);
    assertThat(scene.lastText()).isEqualTo("Severity SEV-1 → SEV-3: few users");
    assertThat(decision.effects()).contains(new Effect.ReplyToAnnouncement(3, 3, true));
  }

  @Test
  void anAssumedSeverityIsConfirmedInTheThread() {
    var assumed =
        Scene.accepted(
            Scene.declare(
                new Command.Declare(
                    "API",
                    null,
                    List.of(),
                    null,
                    null,
                    Visibility.PUBLIC,
                    Mode.LIVE,
                    false,
                    null)));
    var same = new Command.ChangeSeverity(assumed.next().severity(), null);
    var decision = Scene.accepted(assumed.next().decide(same, Scene.human(BOB), Scene.START));

    assertThat(decision.next().severityAssumed()).isFalse();
    assertThat(words(decision)).contains("is confirmed as SEV-2");
    assertThat(kinds(decision))
        .contains(Effect.Kind.THREAD_ENTRIES)
        .doesNotContain(Effect.Kind.POST_ENTRIES);
    assertThat(Scene.refusal(decision.next().decide(same, Scene.human(BOB), Scene.START)))
        .contains("is SEV-2 already");
  }

  @Test
  void mitigatedIsMonitoringAsOfNow() {
    var scene = declared().minutes(8);
    scene.does(BOB, new Command.Mitigate("pool enlarged"));

    assertThat(scene.incident().status()).isEqualTo(Status.MONITORING);
    assertThat(scene.incident().milestones().at(Milestone.MITIGATED)).contains(scene.now());
    assertThat(scene.lastText()).isEqualTo("Mitigated: pool enlarged");
    assertThat(scene.refuses(BOB, new Command.Mitigate(null)))
        .contains("is mitigated since", "/incident milestone mitigated");
  }

  @Test
  void mitigatedSupersedesAnEarlierUnknown() {
    var scene = declared().with(new Command.SetMilestone(Milestone.MITIGATED, null));
    int unknown = scene.timeline().getLast().seq();
    scene.with(new Command.Mitigate(null));

    assertThat(scene.timeline().getLast().supersedes()).isEqualTo(unknown);
  }

  @Test
  void drillsAndPrivateOnesReachNoAnnouncement() {
    var drill =
        Scene.accepted(
                Scene.declare(
                    new Command.Declare(
                        "API",
                        Scene.SEV_1,
                        List.of(),
                        null,
                        null,
                        Visibility.PUBLIC,
                        Mode.DRILL,
                        false,
                        null)))
            .next();
    var decision =
        Scene.accepted(
            drill.decide(
                update("moving", Status.MONITORING, null, false), Scene.human(ALICE), Scene.START));

    assertThat(decision.effects()).noneMatch(effect -> effect.place() == Effect.Place.ANNOUNCE);
  }

  private static Command.Update update(
      String text, @Nullable Status status, @Nullable Duration next, boolean internal) {
    return new Command.Update(text, status, next, internal);
  }

  private static Command.ChangeStatus status(Status status, @Nullable String text) {
    return new Command.ChangeStatus(status, text);
  }
}
