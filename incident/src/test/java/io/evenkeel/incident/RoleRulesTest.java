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
  private static final RoleCommand.Assign TAKE_OVER =
      new RoleCommand.Assign(
          List.of(new RoleCommand.Assignment(IC, BOB)), "no answer for 5 minutes");

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
  void aConfirmedCommanderIsNotReplacedAtOnceWithoutAReason() {
    var scene = declared().confirmed();
    var decision = scene.does(CHARLIE, assign(IC, BOB));

    assertThat(words(decision))
        .contains("@bob was asked", "Until then @alice is incident commander", "--force");
    assertThat(scene.incident().commander().orElseThrow().person()).isEqualTo(ALICE);
    assertThat(scene.refuses(BOB, new RoleCommand.Unassign(IC)))
        .contains("@alice is the confirmed incident commander", "--force");
  }

  @Test
  void aConfirmedCommanderOffersCommandAlsoThroughAToken() {
    var scene = declared().confirmed();
    scene.does(new Actor.Via("cli", ALICE), assign(IC, BOB));

    assertThat(scene.incident().commander().orElseThrow().person()).isEqualTo(ALICE);
    assertThat(scene.lastText()).isEqualTo("alice offers bob the role of incident commander");
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
  void ofSeveralRolesInOneLineOnlyConfirmedCommandIsAskedFor() {
    var scene = declared().confirmed();
    var both =
        new RoleCommand.Assign(
            List.of(new RoleCommand.Assignment(TECH, CHARLIE), new RoleCommand.Assignment(IC, BOB)),
            null);
    var decision = scene.does(ALICE, both);

    assertThat(words(decision)).contains("@charlie is tech lead, @bob was asked");
    assertThat(scene.incident().holder(TECH).orElseThrow().person()).isEqualTo(CHARLIE);
    assertThat(scene.incident().commander().orElseThrow().person()).isEqualTo(ALICE);
    assertThat(decision.entries()).hasSize(2);
    assertThat(decision.effects())
        .contains(new Effect.Invite(CHARLIE.id()), new Effect.Invite(BOB.id()));
  }

  @Test
  void theAnswerSaysWhoHasNotJoinedAndThatNobodysPhoneRings() {
    var both =
        new RoleCommand.Assign(
            List.of(
                new RoleCommand.Assignment(TECH, CHARLIE),
                new RoleCommand.Assignment(new Role("scribe"), ALICE),
                new RoleCommand.Assignment(IC, BOB)),
            null);

    assertThat(words(declared().does(ALICE, both)))
        .endsWith(
            " @charlie and @bob have not joined its channel yet: they are invited, and told by"
                + " direct message. Evenkeel rings nobody's phone, so if nobody comes, call"
                + " @charlie and @bob yourself.");
    assertThat(words(declared().present(BOB, CHARLIE).does(ALICE, both))).endsWith("commander.");
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
    var decision = scene.does(CHARLIE, new RoleCommand.Unassign(TECH));

    assertThat(scene.incident().holder(TECH)).isEmpty();
    assertThat(scene.lastText()).isEqualTo("bob is no longer tech lead");
    assertThat(words(decision)).contains("@bob is no longer tech lead");
    assertThat(scene.refuses(ALICE, new RoleCommand.Unassign(TECH)))
        .contains("Nobody is tech lead");
  }

  @Test
  void whoLaysCommandDownIsActingUntilSomebodyTakesIt() {
    var scene = declared().confirmed();
    var decision = scene.does(ALICE, new RoleCommand.Unassign(IC));

    assertThat(words(decision)).contains("never without a commander", "you are acting");
    assertThat(offered(decision)).containsExactly("take incident-commander --incident-id INC-42");
    assertThat(scene.incident().commander())
        .contains(new Incident.Holder(ALICE, true, scene.now()));
    assertThat(scene.refuses(CHARLIE, new RoleCommand.Unassign(IC))).contains("is only acting");
  }

  @Test
  void everyNewHolderIsToldTheDuties() {
    var both =
        new RoleCommand.Assign(
            List.of(new RoleCommand.Assignment(TECH, CHARLIE), new RoleCommand.Assignment(IC, BOB)),
            null);

    assertThat(declared().does(ALICE, both).effects()).contains(duty(CHARLIE, TECH), duty(BOB, IC));
    assertThat(declared().does(CHARLIE, new RoleCommand.Take(TECH)).effects())
        .contains(duty(CHARLIE, TECH));
  }

  private static Effect duty(Person person, Role role) {
    return new Effect.Tell(new Addressee.Somebody(person.id()), new News.OfDuty(role));
  }

  @Test
  void rolesStayAsTheyAreAfterTheEnd() {
    var scene = declared().with(new Command.Resolve(null));

    assertThat(scene.refuses(ALICE, assign(TECH, BOB))).contains("is resolved", "reopen");
    assertThat(scene.refuses(ALICE, new RoleCommand.Unassign(IC))).contains("is resolved");
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
