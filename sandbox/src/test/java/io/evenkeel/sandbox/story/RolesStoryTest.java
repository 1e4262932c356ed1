package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Roles are taken by a button, and command passes from one to the other by their yes. */
final class RolesStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  @Test
  @Timeout(240)
  void aRoleIsTakenByButtonAndCommandIsHandedOver() throws Exception {
    try (var browser = Browser.open();
        var stage = Stage.looking();
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(390, 844), stage, "bob", "general")) {
      stage.clock.at("14:32");
      alice.ask("/incident declare API service down --severity SEV-1", "INC-1");
      alice.open(ROOM);
      bob.ask("/incident join INC-1", "You joined");
      stage.clock.at("14:33");
      takenByButton(alice, bob);
      assignedByForm(alice);
      stage.clock.at("14:50");
      offered(stage, alice, bob);
      stage.clock.at("14:52");
      accepted(alice, bob);
      stage.clock.at("15:20");
      lapsed(stage, alice, bob);
      assertThat(stage.export(1))
          .contains("| Incident commander (acting) | alice | 14:32 UTC | 14:33 UTC, confirmed |")
          .contains("| Incident commander | alice | 14:33 UTC | 14:52 UTC, handed over to bob |")
          .contains("| Incident commander | bob | 14:52 UTC |  |")
          .contains("alice offers bob the role of incident commander")
          .contains("No answer from bob within 10 minutes: bob stays incident commander");
    }
  }

  private static void takenByButton(Window alice, Window bob) {
    alice.press(alice.card(), "Confirm alice");
    assertThat(alice.card()).not().containsText("(acting)");
    alice.picture("roles-01-card-with-empty-roles", alice.card());
    bob.page.locator("a.back").click();
    bob.open(ROOM);
    bob.press(bob.card(), "Take tech lead");
    assertThat(bob.card()).containsText("Tech lead@bob");
    assertThat(bob.message("Only visible to you", "is tech lead").last()).isVisible();
    bob.picture("roles-02-taken-by-button", bob.card());
    Locator duties = bob.told("You are tech lead of INC-1");
    assertThat(duties).containsText("Leads the investigation and the fix");
    bob.picture("roles-03-duties");
  }

  private static void assignedByForm(Window alice) {
    alice.press(alice.card(), "Assign");
    Locator form = alice.form("Roles of INC-1");
    form.getByLabel("Communications lead").selectOption("@charlie");
    alice.picture("roles-11-assign-form");
    alice.press(form, "Assign");
    alice.answered("roles-12-assigned", "not joined its channel yet");
    assertThat(alice.card()).containsText("Communications lead@charlie");
  }

  private static void offered(Stage stage, Window alice, Window bob) {
    stage.say("alice", ROOM, "note Tried a restart of the pool: no effect");
    stage.say("alice", ROOM, "decision Promote the replica");
    Locator answer = alice.ask("/incident handover ic @bob", "was asked by direct message");
    assertThat(answer).containsText("Until then @alice is incident commander");
    assertThat(alice.card()).containsText("@bob was asked");
    alice.picture("roles-04-offered", alice.card());
    Locator offer = bob.told("offers you the role of incident commander");
    assertThat(offer).containsText("Tried a restart of the pool: no effect");
    assertThat(offer).containsText("Promote the replica");
    bob.picture("roles-05-offer", offer);
    bob.noSeriousViolations();
  }

  private static void accepted(Window alice, Window bob) {
    Locator offer = bob.told("offers you the role of incident commander");
    bob.press(offer, "Accept");
    assertThat(bob.message("Only visible to you", "is incident commander now").last()).isVisible();
    bob.picture("roles-06-accepted");
    assertThat(alice.card()).containsText("Incident commander@bob");
    assertThat(alice.message("bob", "is incident commander (handed over by alice)").last())
        .isVisible();
    alice.picture("roles-07-handed-over");
    assertThat(alice.told("handed over by @alice")).isVisible();
    alice.picture("roles-08-told");
  }

  /** The commander asks for somebody's role by a button, and nobody answers. */
  private static void lapsed(Stage stage, Window alice, Window bob) {
    alice.open(ROOM);
    Locator asked = alice.ask("/incident take command", "was asked by direct message");
    assertThat(asked).containsText("--force");
    assertThat(bob.told("asks you for the role of incident commander")).isVisible();
    bob.picture("roles-09-asked-for");
    stage.clock.at("15:31");
    assertThat(alice.told("did not answer within 10 minutes")).isVisible();
    alice.picture("roles-10-lapsed");
    alice.open(ROOM);
    assertThat(alice.card()).containsText("Incident commander@bob");
    assertThat(alice.card()).not().containsText("asks for it");
  }
}
