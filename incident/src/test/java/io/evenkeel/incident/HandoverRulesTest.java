package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.CHARLIE;
import static io.evenkeel.incident.Scene.IC;
import static io.evenkeel.incident.Scene.TECH;
import static io.evenkeel.incident.Scene.assign;
import static io.evenkeel.incident.Scene.declared;
import static io.evenkeel.incident.Scene.kinds;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HandoverRulesTest {
  private static final RoleCommand.HandOver TO_BOB = new RoleCommand.HandOver(IC, BOB);
  private static final RoleCommand.Accept ACCEPT = new RoleCommand.Accept(null);
  private static final RoleCommand.Decline DECLINE = new RoleCommand.Decline(null);
  private static final Actor CLOCK = new Actor.Evenkeel();

  private static Effect offer(Person person, int number) {
    return new Effect.Tell(new Addressee.Somebody(person.id()), new News.OfOffer(number));
  }

  private static Effect end(Person person, int number) {
    return new Effect.Tell(new Addressee.Somebody(person.id()), new News.OfHandover(number));
  }

  private static Person commander(Scene scene) {
    return scene.incident().commander().orElseThrow().person();
  }

  private static Handover.How ended(Scene scene, int number) {
    return Objects.requireNonNull(scene.board().handovers().get(number - 1).ended()).how();
  }

  @Test
  void theOldHolderHoldsUntilTheNewOneAccepts() {
    var scene = declared().confirmed().minutes(8);
    var offered = scene.does(ALICE, TO_BOB);

    assertThat(words(offered))
        .contains("@bob was asked", "until 2026-11-21T14:50:00Z", "Until then @alice is");
    assertThat(offered.effects())
        .contains(new Effect.Invite(BOB.id()), offer(BOB, 1))
        .doesNotContain(offer(ALICE, 1));
    assertThat(kinds(offered)).contains(Effect.Kind.THREAD_ENTRIES, Effect.Kind.REFRESH_CARD);
    assertThat(commander(scene)).isEqualTo(ALICE);

    var accepted = scene.minutes(2).does(BOB, ACCEPT);
    assertThat(scene.incident().commander()).contains(new Incident.Holder(BOB, false, scene.now()));
    assertThat(scene.lastText()).isEqualTo("bob is incident commander (handed over by alice)");
    assertThat(accepted.effects()).contains(end(ALICE, 1)).doesNotContain(end(BOB, 1));
    assertThat(kinds(accepted)).contains(Effect.Kind.POST_ENTRIES, Effect.Kind.SET_TOPIC);
    assertThat(ended(scene, 1)).isEqualTo(Handover.How.ACCEPTED);
  }

  @Test
  void onlyWhoeverIsAskedAccepts() {
    var scene = declared().confirmed().with(TO_BOB);

    assertThat(scene.refuses(ALICE, ACCEPT)).contains("it is @bob who was asked");
    assertThat(scene.refuses(CHARLIE, ACCEPT)).contains("no role", "on offer to you");
    assertThat(commander(scene)).isEqualTo(ALICE);
  }

  @Test
  void aDeclinedRoleStaysWhereItIs() {
    var scene = declared().confirmed().with(TO_BOB);
    var decision = scene.does(BOB, DECLINE);

    assertThat(words(decision)).contains("@alice stays incident commander");
    assertThat(scene.lastText()).isEqualTo("bob declines: alice stays incident commander");
    assertThat(decision.effects()).contains(end(ALICE, 1));
    assertThat(scene.refuses(BOB, ACCEPT)).contains("that offer was declined");
    assertThat(ended(scene, 1)).isEqualTo(Handover.How.DECLINED);
  }

  @Test
  void theHolderAndWhoeverBeganItMayTakeItBack() {
    var kept = declared().confirmed();
    var asked = kept.does(CHARLIE, TO_BOB);
    assertThat(asked.effects()).contains(offer(BOB, 1), offer(ALICE, 1));
    kept.does(ALICE, DECLINE);
    assertThat(kept.lastText()).isEqualTo("alice stays incident commander: not handed over to bob");
    assertThat(ended(kept, 1)).isEqualTo(Handover.How.WITHDRAWN);

    var taken = declared().confirmed();
    taken.does(CHARLIE, TO_BOB);
    assertThat(taken.does(CHARLIE, DECLINE).effects()).contains(end(BOB, 1), end(ALICE, 1));
    assertThat(taken.lastText())
        .isEqualTo("charlie withdraws the handover: alice stays incident commander");
  }

  @Test
  void withoutAnAnswerItLapsesAfterTenMinutes() {
    var scene = declared().confirmed().with(TO_BOB).minutes(9);
    assertThat(scene.refuses(CLOCK, new RoleCommand.Lapse(1))).contains("answered");

    scene.minutes(1);
    assertThat(scene.refuses(BOB, ACCEPT)).contains("the time to answer was over");
    var lapsed = scene.does(CLOCK, new RoleCommand.Lapse(1));
    assertThat(lapsed.effects()).contains(end(ALICE, 1), end(BOB, 1));
    assertThat(scene.lastText())
        .isEqualTo("No answer from bob within 10 minutes: alice stays incident commander");
    assertThat(commander(scene)).isEqualTo(ALICE);
    assertThat(scene.refuses(BOB, ACCEPT)).contains("that offer lapsed", "@alice is");
    assertThat(scene.refuses(CLOCK, new RoleCommand.Lapse(1))).contains("answered");
  }

  @Test
  void anOfferThatLapsesAfterTheEndDisturbsNobody() {
    var scene = declared().confirmed().with(TO_BOB).with(new Command.Resolve(null)).minutes(10);

    assertThat(scene.refuses(BOB, ACCEPT)).contains("is resolved");
    assertThat(scene.does(CLOCK, new RoleCommand.Lapse(1)).effects()).isEmpty();
    assertThat(ended(scene, 1)).isEqualTo(Handover.How.LAPSED);
  }

  @Test
  void theSameOfferAgainChangesNothingAndOneToSomebodyElseTakesItsPlace() {
    var scene = declared().confirmed().with(TO_BOB);
    assertThat(scene.refuses(ALICE, TO_BOB)).contains("@bob was asked already");

    var other = scene.does(ALICE, new RoleCommand.HandOver(IC, CHARLIE));
    assertThat(other.effects()).contains(end(BOB, 1), offer(CHARLIE, 2));
    assertThat(ended(scene, 1)).isEqualTo(Handover.How.OVERTAKEN);
    assertThat(scene.refuses(BOB, ACCEPT)).contains("that offer was overtaken");
    scene.does(CHARLIE, ACCEPT);
    assertThat(commander(scene)).isEqualTo(CHARLIE);
  }

  @Test
  void aRoleThatChangesHandsInAnotherWayIsNotOnOfferAnyMore() {
    var forced = declared().confirmed().with(TO_BOB);
    forced.does(
        CHARLIE,
        new RoleCommand.Assign(List.of(new RoleCommand.Assignment(IC, CHARLIE)), "no answer"));
    assertThat(ended(forced, 1)).isEqualTo(Handover.How.OVERTAKEN);
    assertThat(forced.refuses(BOB, ACCEPT)).contains("overtaken", "@charlie is");

    var givenBack = declared().with(assign(TECH, ALICE)).with(new RoleCommand.HandOver(TECH, BOB));
    givenBack.does(ALICE, new RoleCommand.Unassign(TECH));
    assertThat(ended(givenBack, 1)).isEqualTo(Handover.How.OVERTAKEN);
    assertThat(givenBack.refuses(BOB, ACCEPT)).contains("Nobody is tech lead now");
  }

  @Test
  void whoAsksForTheRoleOfSomebodyWaitsForThatOne() {
    var scene = declared().with(assign(TECH, ALICE));
    var asked = scene.does(BOB, new RoleCommand.HandOver(TECH, BOB));

    assertThat(asked.effects()).contains(offer(ALICE, 1)).doesNotContain(offer(BOB, 1));
    assertThat(scene.refuses(BOB, ACCEPT)).contains("it is @alice who was asked");
    var accepted = scene.does(ALICE, ACCEPT);
    assertThat(accepted.effects())
        .contains(
            end(BOB, 1), new Effect.Tell(new Addressee.Somebody(BOB.id()), new News.OfDuty(TECH)));
  }

  @Test
  void whatIsNotHeldOrHeldAlreadyIsNotHandedOver() {
    var scene = declared();

    assertThat(scene.refuses(ALICE, new RoleCommand.HandOver(TECH, BOB)))
        .contains("Nobody is tech lead", "nothing to hand over");
    assertThat(scene.refuses(BOB, new RoleCommand.HandOver(IC, ALICE)))
        .contains("@alice is incident commander", "already");
  }

  @Test
  void anActingCommanderStaysUntilTheNewOneAcceptsButIsReplacedByWhoeverAsks() {
    var scene = declared().with(TO_BOB);
    assertThat(scene.incident().commander().orElseThrow().acting()).isTrue();
    scene.does(BOB, ACCEPT);
    assertThat(commander(scene)).isEqualTo(BOB);

    var asked = declared();
    asked.does(BOB, TO_BOB);
    assertThat(commander(asked)).isEqualTo(BOB);
  }

  @Test
  void ofSeveralOffersTheRoleMustBeNamed() {
    var scene = declared().confirmed().with(assign(TECH, ALICE)).with(TO_BOB);
    scene.does(ALICE, new RoleCommand.HandOver(TECH, BOB));

    assertThat(scene.refuses(BOB, ACCEPT)).contains("which role?");
    scene.does(BOB, new RoleCommand.Accept(TECH));
    assertThat(scene.incident().holder(TECH).orElseThrow().person()).isEqualTo(BOB);
    assertThat(commander(scene)).isEqualTo(ALICE);
  }
}
