package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.START;
import static io.evenkeel.incident.Scene.declared;
import static io.evenkeel.incident.Scene.kinds;
import static io.evenkeel.incident.Scene.offered;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndRulesTest {
  private static final Command.Cancel CANCEL =
      new Command.Cancel("probe was wrong", CancelledAs.FALSE_ALARM);

  @Test
  void aResolutionIsPostedAndBroadcast() {
    var scene = declared().minutes(13);
    var decision = scene.does(BOB, new Command.Resolve("Enlarged the pool"));

    assertThat(scene.incident().status()).isEqualTo(Status.RESOLVED);
    assertThat(scene.incident().resolution()).isEqualTo("Enlarged the pool");
    assertThat(scene.incident().milestones().at(Milestone.RESOLVED)).contains(scene.now());
    assertThat(scene.lastText()).isEqualTo("Resolved: Enlarged the pool");
    assertThat(decision.effects()).contains(new Effect.ReplyToAnnouncement(3, 3, true));
    assertThat(kinds(decision)).contains(Effect.Kind.POST_ENTRIES, Effect.Kind.SET_TOPIC);
  }

  @Test
  void resolvingAsksSinceWhenUsersWereNoLongerHurt() {
    var scene = declared().minutes(3).with(new Command.Update("pool enlarged", null, null, false));
    var update = scene.now();
    var decision = scene.minutes(10).does(BOB, new Command.Resolve(null));

    assertThat(words(decision)).contains("Since when were users no longer hurt?");
    assertThat(scene.incident().milestones().at(Milestone.MITIGATED)).isEmpty();
    assertThat(offered(decision))
        .containsExactly(
            "milestone mitigated " + update + " --incident-id INC-42",
            "milestone mitigated " + scene.now() + " --incident-id INC-42",
            "milestone mitigated unknown --incident-id INC-42",
            "postmortem --incident-id INC-42");
    assertThat(decision.answer().offers().getFirst().label()).isEqualTo("Latest update, T+3m");
  }

  @Test
  void whatIsKnownOrKnownToBeUnknownIsNotAskedAgain() {
    assertThat(
            words(declared().with(new Command.Mitigate(null)).does(BOB, new Command.Resolve(null))))
        .doesNotContain("Since when");
    assertThat(
            words(
                declared()
                    .with(new Command.SetMilestone(Milestone.MITIGATED, null))
                    .does(BOB, new Command.Resolve(null))))
        .doesNotContain("Since when");
  }

  @Test
  void resolvingTwiceSaysWhenItWas() {
    var scene = declared().with(new Command.Resolve("done")).minutes(5);

    assertThat(scene.refuses(BOB, new Command.Resolve("again")))
        .contains("was resolved at " + START + " already", "Nothing changed", "/incident reopen");
  }

  @Test
  void reopeningBringsItBackAndForgetsTheEndNotTheTimeline() {
    var scene = declared().with(new Command.Mitigate(null)).with(new Command.Resolve("done"));
    int before = scene.incident().entries();
    scene.minutes(20).does(BOB, new Command.Reopen("errors are back"));

    assertThat(scene.incident().status()).isEqualTo(Status.INVESTIGATING);
    assertThat(scene.incident().resolution()).isNull();
    assertThat(scene.incident().milestones().mark(Milestone.RESOLVED)).isEmpty();
    assertThat(scene.incident().milestones().mark(Milestone.MITIGATED)).isEmpty();
    assertThat(scene.incident().entries()).isEqualTo(before + 1);
    assertThat(scene.lastText()).isEqualTo("Reopened: errors are back");
    assertThat(scene.refuses(BOB, new Command.Reopen("again"))).contains("is open (investigating)");
  }

  @Test
  void anybodyCancelsInTheFirstQuarterOfAnHour() {
    var scene = declared().confirmed().minutes(15);
    scene.does(BOB, CANCEL);

    assertThat(scene.incident().status()).isEqualTo(Status.CANCELLED);
    assertThat(scene.incident().cancelledAs()).isEqualTo(CancelledAs.FALSE_ALARM);
    assertThat(scene.lastText()).isEqualTo("Cancelled as false-alarm: probe was wrong");
  }

  @Test
  void laterTheConfirmedCommanderCancels() {
    var scene = declared().confirmed().minutes(16);

    assertThat(scene.refuses(BOB, CANCEL)).contains("ask @alice", "Nothing changed");
    scene.does(new Actor.Via("cli", ALICE), CANCEL);
    assertThat(scene.incident().open()).isFalse();
  }

  @Test
  void nobodyIsBlockedWhileTheCommanderIsActing() {
    var scene = declared().minutes(60);
    scene.does(BOB, CANCEL);

    assertThat(scene.incident().status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void aCancelledIncidentIsOverButCanComeBack() {
    var scene = declared().with(CANCEL);

    assertThat(scene.refuses(BOB, CANCEL)).contains("is cancelled", "/incident reopen");
    assertThat(scene.refuses(BOB, new Command.Mitigate(null))).contains("is cancelled");
    assertThat(scene.refuses(BOB, new Command.Update("text", null, null, false)))
        .contains("A note can still be added");
    scene.does(BOB, new Command.Reopen("it was real"));
    assertThat(scene.incident().cancelledAs()).isNull();
  }

  @Test
  void aResolvedIncidentStillTakesUpdates() {
    var scene = declared().with(new Command.Resolve(null));
    scene.does(BOB, new Command.Update("all quiet", null, null, false));

    assertThat(scene.lastText()).isEqualTo("all quiet");
  }
}
