package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.CHARLIE;
import static io.evenkeel.incident.Scene.assign;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StatementRulesTest {
  private static final Role COMMS = Role.COMMUNICATIONS_LEAD;
  private static final String TEXT = "Checkout is slow. We are working on it.";

  private static Command.OnBoard customers(boolean previewed) {
    return new StatementCommand.Write(Audience.CUSTOMERS, TEXT, previewed);
  }

  private static Command.OnBoard executives(boolean previewed) {
    return new StatementCommand.Write(Audience.EXECUTIVES, TEXT, previewed);
  }

  /** Alice commands, bob speaks for it, charlie is in it. */
  private static Scene led() {
    return Scene.declared().confirmed().with(assign(COMMS, BOB));
  }

  private static Effect ask(Person person, int number) {
    return new Effect.Tell(new Addressee.Somebody(person.id()), new News.OfStatement(number));
  }

  private static Effect told(Person person, int number) {
    return new Effect.Tell(new Addressee.Somebody(person.id()), new News.OfVerdict(number));
  }

  private static List<String> texts(Decision.Accepted accepted) {
    return accepted.entries().stream().map(TimelineEntry::text).toList();
  }

  @Test
  void nothingIsPostedBeforeTheCommunicationsLeadHasReadIt() {
    Scene scene = led();
    var proposed = scene.does(CHARLIE, customers(true));
    assertThat(proposed.effects())
        .contains(ask(BOB, 1))
        .doesNotContain(new Effect.PostStatement(1));
    assertThat(proposed.answer().words().toString()).contains("waits for", "assign me");
    var approved = scene.does(BOB, new StatementCommand.Approve(null));
    assertThat(approved.effects()).contains(new Effect.PostStatement(1), told(CHARLIE, 1));
    assertThat(texts(approved))
        .containsExactly("Statement for customers, approved by bob (communications lead): " + TEXT);
    assertThat(scene.board().statements()).noneMatch(Statement::open);
  }

  @Test
  void whileNobodyHoldsCommunicationsTheCommanderApproves() {
    Scene scene = Scene.declared().confirmed();
    assertThat(scene.does(CHARLIE, customers(true)).effects()).contains(ask(ALICE, 1));
    assertThat(texts(scene.does(ALICE, new StatementCommand.Approve(1))))
        .containsExactly(
            "Statement for customers, approved by alice (incident commander): " + TEXT);
  }

  @Test
  void whoeverApprovesNeedsNobodyElseOnceTheyHaveSeenThePreview() {
    Scene scene = led();
    assertThat(scene.does(BOB, customers(true)).effects()).contains(new Effect.PostStatement(1));
    assertThat(scene.does(ALICE, customers(true)).effects()).contains(new Effect.PostStatement(2));
  }

  @Test
  void aLineThatWasTypedIsShownToItsAuthorFirst() {
    Scene scene = led();
    var proposed = scene.does(BOB, customers(false));
    assertThat(proposed.effects()).doesNotContain(new Effect.PostStatement(1));
    assertThat(proposed.answer().words().toString()).contains(TEXT, "not posted yet");
    assertThat(proposed.answer().offers())
        .extracting(Offer::command)
        .containsExactly(
            "statement approve 1 --incident-id INC-42", "statement change 1 --incident-id INC-42");
  }

  @Test
  void nobodyIsBlockedWhileTheCommanderIsActingAndNobodySpeaksForIt() {
    Scene scene = Scene.declared();
    assertThat(texts(scene.does(CHARLIE, customers(true))))
        .singleElement()
        .asString()
        .contains("approved by charlie", "nobody held communications");
  }

  @Test
  void onlyTheExecutivesStatementOfAPublicLiveIncidentGoesUnderItsAnnouncement() {
    var announced = new Effect.AnnounceStatement(1);
    assertThat(led().does(BOB, executives(true)).effects()).contains(announced);
    assertThat(led().does(BOB, customers(true)).effects()).doesNotContain(announced);
    for (var kind : List.of("private", "drill")) {
      Incident incident =
          Scene.accepted(
                  Scene.declare(
                      new Command.Declare(
                          "x",
                          Scene.SEV_1,
                          List.of(),
                          null,
                          null,
                          kind.equals("private") ? Visibility.PRIVATE : Visibility.PUBLIC,
                          kind.equals("drill") ? Mode.DRILL : Mode.LIVE,
                          false,
                          null)))
              .next();
      var posted =
          Scene.accepted(
              incident.decide(executives(true), Board.EMPTY, new Actor.Human(ALICE), Scene.START));
      assertThat(posted.effects())
          .contains(new Effect.PostStatement(1))
          .noneMatch(effect -> effect.place() == Effect.Place.ANNOUNCE);
      assertThat(posted.answer().words().toString()).contains(kind);
    }
  }

  @Test
  void whoMayNotApproveReadsWhoMay() {
    Scene scene = led();
    scene.does(CHARLIE, customers(true));
    assertThat(scene.refuses(CHARLIE, new StatementCommand.Approve(1)))
        .contains("bob", "communications lead");
    assertThat(scene.refuses(BOB, new StatementCommand.Approve(7))).contains("no statement 7");
  }

  @Test
  void otherWordsWaitAgainUnlessWhoeverApprovesWroteThem() {
    Scene scene = led();
    scene.does(CHARLIE, customers(true));
    var again = scene.does(CHARLIE, new StatementCommand.Change(1, "Slow.", true));
    assertThat(again.effects()).contains(ask(BOB, 1));
    var posted = scene.does(BOB, new StatementCommand.Change(1, "Slow today.", true));
    assertThat(texts(posted)).singleElement().asString().endsWith(": Slow today.");
    assertThat(scene.refuses(BOB, new StatementCommand.Change(1, "Too late", true)))
        .contains("approved by");
  }

  @Test
  void aStatementThatIsDeclinedIsNeverPostedAndItsAuthorReadsWhy() {
    Scene scene = led();
    scene.does(CHARLIE, customers(true));
    var declined = scene.does(BOB, new StatementCommand.Decline(null, "too early"));
    assertThat(declined.effects()).contains(told(CHARLIE, 1));
    assertThat(texts(declined))
        .containsExactly("Statement 1 for customers was declined by bob: too early");
    assertThat(scene.refuses(BOB, new StatementCommand.Approve(1))).contains("declined");
  }

  @Test
  void nothingIsSaidOutsideAboutWhatWasNone() {
    Scene scene = Scene.declared().with(new Command.Cancel("a test", CancelledAs.TEST));
    assertThat(scene.refuses(ALICE, customers(true))).contains("cancelled");
  }
}
