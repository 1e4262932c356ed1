package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An update falls due and nobody has to think of it; whoever is reminded says so with one press.
 */
final class ReminderStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  @Test
  @Timeout(240)
  void theCommunicationsLeadIsRemindedAndPressesNoChange() throws Exception {
    try (var browser = Browser.open();
        var stage = Stage.reminding();
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(390, 844), stage, "bob", "general")) {
      stage.clock.at("14:32");
      alice.ask("/incident declare API service down --severity SEV-1", "INC-1");
      alice.open(ROOM);
      bob.ask("/incident join INC-1", "You joined");
      alice.ask("/incident assign @alice ic, @bob comms, @bob tech lead", "@bob");
      alice.ask("/incident update We are looking into it", "Update");
      stage.clock.at("15:03");
      pressesNoChange(alice, bob);
      stage.clock.at("15:34");
      snoozes(bob);
      stage.clock.at("16:05");
      everybodyReadsIt(stage, alice, bob);
    }
  }

  private static void pressesNoChange(Window alice, Window bob) {
    Locator due = bob.told("is due now");
    assertThat(due).containsText("The next update on INC-1 API service down");
    bob.picture("remind-01-update-due");
    bob.noSeriousViolations();
    bob.press(due, "No change, next 30m");
    assertThat(bob.message("Only visible to you", "Update").last()).isVisible();
    bob.picture("remind-02-no-change");
    assertThat(alice.message("No change since the last update.").last()).isVisible();
    alice.picture("remind-03-posted");
  }

  private static void snoozes(Window bob) {
    Locator due = bob.told("is due now");
    assertThat(bob.message("is due now")).hasCount(2);
    bob.press(due, "Snooze 30m");
    assertThat(bob.message("Only visible to you", "nobody is reminded of the next update").last())
        .isVisible();
    bob.picture("remind-04-snoozed");
  }

  /** Half an hour later nobody has written one, and the channel reads it. */
  private static void everybodyReadsIt(Stage stage, Window alice, Window bob) {
    Locator late = bob.told("late: it was due");
    assertThat(late).containsText("@alice was told too");
    bob.picture("remind-05-late");
    Locator post = alice.message("Reminder: The next update is").last();
    assertThat(post).isVisible();
    alice.picture("remind-06-channel");
    stage.clock.at("16:06");
    alice.press(post, "No change, next 30m");
    assertThat(alice.message("No change since the last update.")).hasCount(2);
  }
}
