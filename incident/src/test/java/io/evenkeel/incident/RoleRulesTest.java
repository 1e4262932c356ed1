package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.CHARLIE;
import static io.evenkeel.incident.Scene.IC;
import static io.evenkeel.incident.Scene.TECH;
import static io.evenkeel.incident.Scene.assign;
import static io.evenkeel.incident.Scene.declared;
import static io.evenkeel.incident.Scene.kinds;
import static io.evenkeel.incident.Scene.offered;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleRulesTest {
  private static final Command.Assign TAKE_OVER =
      new Command.Assign(List.of(new Command.Assignment(IC, BOB)), "no answer for 5 minutes");

  @Test
  void anActingCommanderIsReplacedAtOnce() {
    var scene = declared().minutes(1);
    var decision = scene.does(BOB, assign(IC, BOB));

    assertThat(scene.incident().commander()).contains(new Incident.Holder(BOB, false, scene.now()));
    assertThat(scene.lastText()).isEqualTo("bob is incident commander (was alice)");
    assertThat(words(decision)).isEqualTo("INC-42 API service down: @bob is incident commander.");
  }

  @Test
  void anActingCommanderConfirmsThemselves() {
    var scene = declared().confirmed();

    assertThat(scene.incident().commander().orElseThrow().acting()).isFalse();
    assertThat(scene.lastText()).isEqualTo("alice is incident commander");
  }

  @Test
  void aConfirmedCommanderIsNotReplacedByOthersWithoutAReason() {
    var scene = declared().confirmed();

    assertThat(scene.refuses(BOB, assign(IC, BOB)))
        .contains("@alice is the confirmed incident commander", "nothing was changed", "--force");
    assertThat(scene.refuses(new Actor.Evenkeel(), assign(IC, BOB))).contains("--force");
    assertThat(scene.refuses(BOB, new Command.Unassign(IC))).contains("--force");
    assertThat(scene.incident().commander().orElseThrow().person()).isEqualTo(ALICE);
  }

  @Test
  void aConfirmedCommanderHandsOverAlsoThroughAToken() {
    var scene = declared().confirmed();
    scene.does(new Actor.Via("cli", ALICE), assign(IC, BOB));

    assertThat(scene.incident().commander().orElseThrow().person()).isEqualTo(BOB);
  }

  @Test
  void aReasonTakesCommandAndIsRecorded() {
    var scene = declared().confirmed();
    scene.does(BOB, TAKE_OVER);

    assertThat(scene.lastText())
        .isEqualTo("bob is incident commander (was alice), taken over: no answer for 5 minutes");
  }

  @Test
  void aReasonThatWasNotNeededIsRecordedAllTheSame() {
    var scene = declared();
    scene.does(BOB, TAKE_OVER);

    assertThat(scene.lastText())
        .isEqualTo("bob is incident commander (was alice): no answer for 5 minutes");
  }

  @Test
  void severalRolesAreGivenAtOnceOrNotAtAll() {
    var scene = declared().confirmed();
    var both =
        new Command.Assign(
            List.of(new Command.Assignment(TECH, CHARLIE), new Command.Assignment(IC, BOB)), null);

    assertThat(scene.refuses(BOB, both)).contains("nothing was changed");
    assertThat(scene.incident().holder(TECH)).isEmpty();

    var decision = scene.does(ALICE, both);
    assertThat(words(decision)).contains("@charlie is tech lead, @bob is incident commander.");
    assertThat(decision.entries()).hasSize(2);
    assertThat(decision.effects())
        .contains(new Effect.Invite(CHARLIE.id()), new Effect.Invite(BOB.id()));
  }

  @Test
  void aChangeOfCommanderIsPostedOtherRolesGoToTheThread() {
    var scene = declared();

    assertThat(kinds(scene.does(ALICE, assign(TECH, BOB))))
        .contains(Effect.Kind.THREAD_ENTRIES, Effect.Kind.REFRESH_CARD)
        .doesNotContain(Effect.Kind.POST_ENTRIES);
    assertThat(kinds(scene.does(ALICE, assign(IC, BOB))))
        .contains(
            Effect.Kind.POST_ENTRIES, Effect.Kind.SET_TOPIC, Effect.Kind.REFRESH_ANNOUNCEMENT);
  }

  @Test
  void theSameAgainChangesNothing() {
    var scene = declared().with(assign(TECH, BOB));

    assertThat(scene.refuses(ALICE, assign(TECH, BOB)))
        .contains("@bob is tech lead already", "Nothing changed");
  }

  @Test
  void aRoleIsTakenBack() {
    var scene = declared().with(assign(TECH, BOB));
    var decision = scene.does(CHARLIE, new Command.Unassign(TECH));

    assertThat(scene.incident().holder(TECH)).isEmpty();
    assertThat(scene.lastText()).isEqualTo("bob is no longer tech lead");
    assertThat(words(decision)).contains("@bob is no longer tech lead");
    assertThat(scene.refuses(ALICE, new Command.Unassign(TECH))).contains("Nobody is tech lead");
  }

  @Test
  void whoLaysCommandDownIsActingUntilSomebodyTakesIt() {
    var scene = declared().confirmed();
    var decision = scene.does(ALICE, new Command.Unassign(IC));

    assertThat(words(decision)).contains("never without a commander", "you are acting");
    assertThat(offered(decision)).containsExactly("take incident-commander --incident-id INC-42");
    assertThat(scene.incident().commander())
        .contains(new Incident.Holder(ALICE, true, scene.now()));
    assertThat(scene.refuses(CHARLIE, new Command.Unassign(IC))).contains("is only acting");
  }

  @Test
  void everyNewHolderIsToldTheDuties() {
    var both =
        new Command.Assign(
            List.of(new Command.Assignment(TECH, CHARLIE), new Command.Assignment(IC, BOB)), null);

    assertThat(declared().does(ALICE, both).effects()).contains(duty(CHARLIE, TECH), duty(BOB, IC));
    assertThat(declared().does(CHARLIE, new Command.Take(TECH)).effects())
        .contains(duty(CHARLIE, TECH));
  }

  private static Effect duty(Person person, Role role) {
    return new Effect.Tell(
        new Effect.Addressee.Somebody(person.id()), new Effect.News.OfDuty(role));
  }

  @Test
  void rolesStayAsTheyAreAfterTheEnd() {
    var scene = declared().with(new Command.Resolve(null));

    assertThat(scene.refuses(ALICE, assign(TECH, BOB))).contains("is resolved", "reopen");
    assertThat(scene.refuses(ALICE, new Command.Unassign(IC))).contains("is resolved");
  }

  @Test
  void whoJoinsIsInvited() {
    var decision = declared().does(new Actor.Via("cli", BOB), new Command.Join());

    assertThat(decision.effects()).contains(new Effect.Invite(BOB.id()));
    assertThat(decision.entries().getFirst().text()).isEqualTo("bob joined");
    assertThatThrownBy(() -> declared().does(new Actor.Evenkeel(), new Command.Join()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
