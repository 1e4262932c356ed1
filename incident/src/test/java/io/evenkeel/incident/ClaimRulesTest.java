package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.CHARLIE;
import static io.evenkeel.incident.Scene.kinds;
import static io.evenkeel.incident.Scene.offered;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaimRulesTest {
  private final Scene scene = Scene.declared();

  @Test
  void whatIsWrittenApartIsTheSame() {
    scene.does(BOB, new Command.BeginClaim("rollback 4.18", false));
    assertThat(scene.minutes(2).refuses(ALICE, new Command.BeginClaim("rolling back 4.18", false)))
        .contains("@bob has been");
    assertThat(words(scene.does(ALICE, new Command.BeginClaim("rolling back 4.17", false))))
        .contains("you are on it");
  }

  @Test
  void aClaimGoesOnTheCardAndIntoItsThread() {
    var claimed = scene.does(CHARLIE, claim("restart primary"));
    assertThat(kinds(claimed))
        .containsExactly(Effect.Kind.THREAD_ENTRIES, Effect.Kind.REFRESH_CARD);
    assertThat(scene.lastText()).isEqualTo("charlie is doing: restart primary");
    assertThat(scene.board().openClaims())
        .containsExactly(new Claim(1, CHARLIE, "restart primary", Scene.START, null));
    assertThat(offered(claimed)).containsExactly("done \"restart primary\" --incident-id INC-42");
  }

  @Test
  void aSimilarClaimIsMetWithWhoAndSinceWhenAndAButtonToDoItAnyway() {
    scene.does(CHARLIE, claim("restart primary"));
    int entries = scene.minutes(3).timeline().size();
    var claim = claim("restarting the primary");
    assertThat(scene.refuses(BOB, claim))
        .isEqualTo(
            "@charlie has been restarting primary for 3m on INC-42 API service down, so nothing was"
                + " recorded. Talk to them first, or do it anyway.");
    assertThat(scene.offersInstead(BOB, claim))
        .containsExactly("doing --anyway \"restarting the primary\" --incident-id INC-42");
    assertThat(scene.timeline()).hasSize(entries);
    scene.does(BOB, new Command.BeginClaim("restarting the primary", true));
    assertThat(scene.board().openClaims()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "restart primary, restarts the primary DB now",
    "scale up the workers, Scaling workers up",
    "check replica lag, checking lag of replica",
    "roll back deploy 4711, rolling back the deploy 4711"
  })
  void endingsOrderAndFillersMakeNoDifference(String first, String second) {
    scene.does(CHARLIE, claim(first));
    assertThat(scene.refuses(BOB, claim(second))).startsWith("@charlie has been");
  }

  @ParameterizedTest
  @CsvSource({
    "restart primary, restart replica",
    "check the logs, check replica lag",
    "drain node 4, drain node 5"
  })
  void anotherThingIsAnotherClaim(String first, String second) {
    scene.does(CHARLIE, claim(first));
    scene.does(BOB, claim(second));
    assertThat(scene.board().openClaims()).hasSize(2);
  }

  @Test
  void theSameFromTheSamePersonIsNoSecondClaim() {
    scene.does(BOB, claim("restart primary"));
    assertThat(scene.minutes(2).refuses(BOB, claim("restart primary")))
        .startsWith("You have been on that for 2m already");
  }

  @Test
  void whatSomebodyHasJustDoneIsWorthAWord() {
    scene.does(CHARLIE, claim("restart primary"));
    scene.minutes(1).does(CHARLIE, done(null));
    assertThat(words(scene.minutes(4).does(BOB, claim("restart primary"))))
        .endsWith("@charlie was done with “restart primary” 4m ago.");
  }

  @Test
  void doneEndsTheOnlyClaimAndSaysHowLongItTook() {
    scene.does(CHARLIE, claim("restart primary"));
    assertThat(words(scene.minutes(7).does(CHARLIE, done(null))))
        .isEqualTo("Done on INC-42 API service down: “restart primary”, after 7m.");
    assertThat(scene.lastText()).isEqualTo("charlie is done: restart primary");
    assertThat(scene.board().openClaims()).isEmpty();
  }

  @Test
  void whatCameOfItIsKept() {
    scene.does(CHARLIE, claim("restart primary"));
    scene.does(CHARLIE, done("restarted primary, replica is healthy"));
    assertThat(scene.lastText())
        .isEqualTo("charlie is done: restarted primary, replica is healthy");
    scene.does(CHARLIE, claim("check lag"));
    scene.does(CHARLIE, done("all green"));
    assertThat(scene.lastText()).isEqualTo("charlie is done: check lag: all green");
  }

  @Test
  void withSeveralClaimsDoneAsksWhich() {
    scene.does(CHARLIE, claim("restart primary"));
    scene.does(CHARLIE, claim("check logs"));
    assertThat(scene.refuses(CHARLIE, done(null))).contains("you are on 2 things");
    assertThat(scene.offersInstead(CHARLIE, done(null)))
        .containsExactly(
            "done \"restart primary\" --incident-id INC-42",
            "done \"check logs\" --incident-id INC-42",
            "done --all --incident-id INC-42");
    scene.does(CHARLIE, done("check logs"));
    assertThat(scene.board().openClaims())
        .extracting(Claim::text)
        .containsExactly("restart primary");
    scene.does(CHARLIE, claim("drain node 4"));
    assertThat(words(scene.does(CHARLIE, new Command.EndClaim(null, true))))
        .isEqualTo(
            "Done on INC-42 API service down: “restart primary”, after under 1m, “drain node 4”,"
                + " after under 1m.");
  }

  @Test
  void whoIsAwayIsSaidToBeDoneByName() {
    scene.does(CHARLIE, claim("restart primary"));
    scene.does(ALICE, done("restart primary"));
    assertThat(scene.lastText()).isEqualTo("alice says charlie is done: restart primary");
  }

  @Test
  void doneWithoutAClaimSaysWhatToTypeAndOffersTheOwnTask() {
    scene.does(ALICE, new TaskCommand.Give(BOB, "check the backups", null));
    assertThat(scene.refuses(BOB, done(null)))
        .contains("you have not said that you are doing something");
    assertThat(scene.offersInstead(BOB, done(null)))
        .containsExactly("task done 1 --incident-id INC-42");
    assertThat(scene.offersInstead(CHARLIE, done("pool enlarged")))
        .containsExactly("note \"done: pool enlarged\" --incident-id INC-42");
  }

  @Test
  void nobodyBeginsSomethingOnceItIsOverButEverythingCanBeEnded() {
    scene.does(CHARLIE, claim("restart primary"));
    scene.with(new Command.Resolve(null));
    assertThat(scene.refuses(BOB, claim("check logs"))).contains("is resolved");
    scene.does(CHARLIE, done(null));
    assertThat(scene.board().openClaims()).isEmpty();
  }

  @Test
  void whatMayBeNoVerbIsQuoted() {
    assertThat(Gerund.of("db failover")).isEqualTo("doing “db failover”");
    assertThat(Gerund.of("Run the vacuum")).isEqualTo("running the vacuum");
    assertThat(Gerund.of("restoring backups")).isEqualTo("restoring backups");
    assertThat(Gerund.of("scale workers")).isEqualTo("scaling workers");
  }

  private static Command.BeginClaim claim(String text) {
    return new Command.BeginClaim(text, false);
  }

  private static Command.EndClaim done(@Nullable String text) {
    return new Command.EndClaim(text, false);
  }
}
