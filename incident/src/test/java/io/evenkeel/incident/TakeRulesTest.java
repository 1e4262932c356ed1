package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.CHARLIE;
import static io.evenkeel.incident.Scene.IC;
import static io.evenkeel.incident.Scene.TECH;
import static io.evenkeel.incident.Scene.assign;
import static io.evenkeel.incident.Scene.declared;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TakeRulesTest {
  private static final RoleCommand.Take TAKE_TECH = new RoleCommand.Take(TECH);
  private static final RoleCommand.Take TAKE_COMMAND = new RoleCommand.Take(IC);

  @Test
  void whatNobodyHoldsIsTaken() {
    var scene = declared();

    assertThat(words(scene.does(BOB, TAKE_TECH)))
        .isEqualTo("INC-42 API service down: @bob is tech lead.");
    assertThat(scene.incident().holder(TECH))
        .contains(new Incident.Holder(BOB, false, scene.now()));
    assertThat(scene.lastText()).isEqualTo("bob is tech lead");
  }

  @Test
  void whoeverPressesSecondReadsWhoWasFasterAndTakesNothing() {
    var scene = declared();
    scene.does(BOB, TAKE_TECH);

    assertThat(scene.refuses(CHARLIE, TAKE_TECH))
        .contains("@bob is tech lead", "since 2026-11-21T14:32:00Z", "nothing was changed");
    assertThat(scene.refuses(BOB, TAKE_TECH)).contains("@bob is tech lead already");
    assertThat(scene.incident().holder(TECH).orElseThrow().person()).isEqualTo(BOB);
  }

  @Test
  void commandIsTakenFromWhoIsOnlyActing() {
    var scene = declared();
    scene.does(BOB, TAKE_COMMAND);

    assertThat(scene.incident().commander()).contains(new Incident.Holder(BOB, false, scene.now()));
    assertThat(scene.lastText()).isEqualTo("bob is incident commander (was alice)");
  }

  @Test
  void whoTakesWhatTheyOnlyActForIsConfirmed() {
    var scene = declared();
    scene.does(ALICE, TAKE_COMMAND);

    assertThat(scene.incident().commander())
        .contains(new Incident.Holder(ALICE, false, scene.now()));
  }

  @Test
  void anybodyConfirmsTheActingCommander() {
    var scene = declared();

    assertThat(words(scene.does(BOB, new RoleCommand.Confirm())))
        .startsWith("INC-42 API service down: @alice is incident commander.");
    assertThat(scene.incident().commander())
        .contains(new Incident.Holder(ALICE, false, scene.now()));
    assertThat(scene.refuses(BOB, new RoleCommand.Confirm()))
        .contains("@alice is incident commander already");
  }

  @Test
  void whoTakesConfirmedCommandAsksTheCommander() {
    var scene = declared().confirmed();
    var decision = scene.does(BOB, TAKE_COMMAND);

    assertThat(words(decision)).contains("@alice was asked by direct message", "--force");
    assertThat(scene.lastText()).isEqualTo("bob asks alice for the role of incident commander");
    assertThat(scene.incident().commander().orElseThrow().person()).isEqualTo(ALICE);
    scene.does(ALICE, new RoleCommand.Accept(null));
    assertThat(scene.incident().commander().orElseThrow().person()).isEqualTo(BOB);
  }

  @Test
  void afterTheEndNothingIsTaken() {
    var scene = declared().with(assign(TECH, BOB)).with(new Command.Resolve(null));

    assertThat(scene.refuses(BOB, TAKE_COMMAND)).contains("is resolved", "reopen");
    assertThat(scene.refuses(BOB, new RoleCommand.Confirm())).contains("is resolved", "reopen");
  }
}
