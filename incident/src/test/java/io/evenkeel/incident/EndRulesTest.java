package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.START;
import static io.evenkeel.incident.Scene.declared;
import static io.evenkeel.incident.Scene.human;
import static io.evenkeel.incident.Scene.kinds;
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
  void aResolvedIncidentIsClosed() {
    var scene = declared().with(new Command.Resolve("done")).minutes(60);
    var decision = scene.does(BOB, new Command.Close("postmortem is written"));

    assertThat(scene.incident().status()).isEqualTo(Status.CLOSED);
    assertThat(scene.incident().milestones().at(Milestone.CLOSED)).contains(scene.now());
    assertThat(scene.lastText()).isEqualTo("Closed: postmortem is written");
    assertThat(kinds(decision))
        .containsExactly(
            Effect.Kind.POST_ENTRIES,
            Effect.Kind.REFRESH_CARD,
            Effect.Kind.SET_TOPIC,
            Effect.Kind.REFRESH_ANNOUNCEMENT,
            Effect.Kind.KEEP_FILE);
  }

  @Test
  void theCommanderIsToldWhatSomebodyElseEnds() {
    var told = new Effect.Tell(new Addressee.Somebody(ALICE.id()), new News.OfChange(4, 4));
    assertThat(declared().confirmed().does(BOB, new Command.Resolve(null)).effects())
        .contains(told);
    assertThat(kinds(declared().confirmed().does(ALICE, new Command.Resolve(null))))
        .doesNotContain(Effect.Kind.TELL_CHANGE);
    assertThat(kinds(declared().does(BOB, new Command.Resolve(null))))
        .as("whoever is only acting")
        .doesNotContain(Effect.Kind.TELL_CHANGE);
  }

  @Test
  void whatIsOpenIsResolvedBeforeItIsClosed() {
    var decision = declared().incident().decide(new Command.Close(null), human(BOB), START);

    assertThat(Scene.refusal(decision)).contains("cannot be closed yet", "Nothing changed");
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused ->
                assertThat(refused.reason().offers().getFirst().command())
                    .isEqualTo("resolve --incident-id INC-42"));
  }

  @Test
  void whatIsClosedOrCancelledIsNotClosedAgain() {
    assertThat(declared().with(CANCEL).refuses(BOB, new Command.Close(null)))
        .contains("is cancelled", "nothing to close");
    assertThat(
            declared()
                .with(new Command.Resolve(null))
                .with(new Command.Close(null))
                .refuses(BOB, new Command.Close(null)))
        .contains("is closed", "nothing to close");
  }

  @Test
  void whatEndedItCanBeSaidAfterwards() {
    var scene = declared().with(new Command.Resolve(null)).minutes(5);
    var decision = scene.does(BOB, new Command.SetResolution("Enlarged the pool"));

    assertThat(scene.incident().resolution()).isEqualTo("Enlarged the pool");
    assertThat(scene.lastText()).isEqualTo("Resolution: Enlarged the pool");
    assertThat(kinds(decision))
        .contains(Effect.Kind.REFRESH_CARD)
        .doesNotContain(Effect.Kind.POST_ENTRIES);
    assertThat(scene.refuses(BOB, new Command.SetResolution("Enlarged the pool")))
        .contains("already");
    assertThat(declared().refuses(BOB, new Command.SetResolution("x")))
        .contains("is open", "/incident resolve");
  }

  @Test
  void whatWasNoIncidentIsNoiseAndGetsNoPostmortem() {
    var scene = declared();
    assertThat(words(scene.does(ALICE, CANCEL))).contains("alert noise", "/incident reopen");
    assertThat(scene.incident().noise()).isTrue();
    assertThat(scene.refuses(BOB, new Command.SharePostmortem())).contains("no postmortem");
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
  void aCancellationSaysWhatItWasInstead() {
    var scene = declared();
    scene.does(BOB, CANCEL);

    assertThat(scene.incident().status()).isEqualTo(Status.CANCELLED);
    assertThat(scene.incident().cancelledAs()).isEqualTo(CancelledAs.FALSE_ALARM);
    assertThat(scene.lastText()).isEqualTo("Cancelled as a false alarm: probe was wrong");
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
