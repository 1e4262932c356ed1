package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ActionRulesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-12-01");

  private final Scene scene = Scene.declared();

  @Test
  void anActionItemIsKeptForThePostmortemAndToldToItsOwner() {
    var added = scene.does(ALICE, new ActionCommand.Add(BOB, "alert on pool size", DAY));
    assertThat(words(added))
        .isEqualTo(
            "Action item 1 is kept for the postmortem of INC-42 API service down: “alert on pool"
                + " size” for bob, by 2026-12-01. It still needs a class: /incident action 1"
                + " --class prevent.");
    assertThat(added.effects())
        .contains(new Effect.Tell(new Addressee.Somebody(BOB.id()), new News.OfAction(1)));
    assertThat(scene.lastText())
        .isEqualTo("Action item 1 for bob, by 2026-12-01: alert on pool size");
  }

  @Test
  void whatIsMissingIsAskedForAndAddedLater() {
    assertThat(words(scene.does(ALICE, new ActionCommand.Add(null, "alert on pool size", null))))
        .endsWith(
            "It still needs an owner, a day and a class: /incident action 1 @name by 2026-12-01"
                + " --class prevent.");
    scene.does(ALICE, new ActionCommand.Change(1, BOB, null));
    scene.does(ALICE, new ActionCommand.Change(1, null, DAY));
    ActionItem item = scene.board().openActions().getFirst();
    assertThat(item.owner()).isEqualTo(BOB);
    assertThat(item.due()).isEqualTo(DAY);
    assertThat(scene.refuses(ALICE, new ActionCommand.Change(1, BOB, DAY)))
        .startsWith("Action item 1 is so already.");
  }

  @Test
  void whatItIsForIsOnePressAwayAndCanBePutRight() {
    var added = scene.does(ALICE, new ActionCommand.Add(BOB, "alert on pool size", DAY));
    assertThat(added.answer().offers())
        .extracting(Offer::label, Offer::command)
        .contains(tuple("Detect", "action 1 --class detect --incident-id INC-42"));
    scene.does(ALICE, new ActionCommand.Change(1, null, null, ActionClass.DETECT));
    assertThat(scene.lastText())
        .isEqualTo("Action item 1 for bob, by 2026-12-01, to detect: alert on pool size");
    scene.does(BOB, new ActionCommand.Change(1, null, null, ActionClass.PREVENT));
    assertThat(scene.board().openActions().getFirst().kind()).isEqualTo(ActionClass.PREVENT);
    assertThat(scene.refuses(BOB, new ActionCommand.Change(1, null, null, ActionClass.PREVENT)))
        .startsWith("Action item 1 is so already.");
  }

  @Test
  void whatWasDoneKeepsItsClassAndItsLink() {
    scene.does(ALICE, new ActionCommand.Add(BOB, "alert on pool size", DAY, ActionClass.MITIGATE));
    scene.does(BOB, new ActionCommand.Close(1, "https://git.example.org/pool/7"));
    ActionItem done = scene.board().actions().getFirst();
    assertThat(done.kind()).isEqualTo(ActionClass.MITIGATE);
    assertThat(done.link()).isEqualTo("https://git.example.org/pool/7");
  }

  @Test
  void anActionItemIsClosedOnceAlsoWhenTheIncidentIsOver() {
    scene.with(new Command.Resolve(null));
    scene.does(ALICE, new ActionCommand.Add(BOB, "alert on pool size", DAY));
    scene.minutes(60).does(BOB, new ActionCommand.Close(1));
    assertThat(scene.lastText()).isEqualTo("Action item 1 is done: alert on pool size");
    assertThat(scene.board().openActions()).isEmpty();
    assertThat(scene.minutes(120).refuses(BOB, new ActionCommand.Close(1)))
        .startsWith("Action item 1 is done already: @bob said so 2h00m ago.");
    assertThat(scene.refuses(BOB, new ActionCommand.Close(9))).contains("no action item 9");
  }
}
