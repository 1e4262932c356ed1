package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people begin the same thing, and a task runs over its time. */
final class WorkStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  @Test
  @Timeout(240)
  void twoPeopleClaimTheSameAndATaskIsOverdue() throws Exception {
    try (var browser = Browser.open();
        var stage = Stage.looking();
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(390, 844), stage, "bob", "general");
        var charlie = new Window(browser.page(), stage, "charlie", "general")) {
      stage.clock.at("14:32");
      alice.ask("/incident declare API service down --severity SEV-1", "INC-1");
      alice.open(ROOM);
      bob.ask("/incident join INC-1", "You joined");
      charlie.ask("/incident join INC-1", "You joined");
      charlie.open(ROOM);
      bob.page.locator("a.back").click();
      bob.open(ROOM);
      stage.clock.at("14:35");
      charlie.ask("/incident doing restart primary", "that you are on it");
      stage.clock.at("14:38");
      claimedTwice(bob, alice);
      stage.clock.at("14:40");
      given(alice, bob);
      stage.clock.at("14:50");
      overdue(alice, bob);
      ended(stage, alice, charlie);
    }
  }

  private static void claimedTwice(Window bob, Window alice) {
    Locator met =
        bob.ask("/incident doing restarting the primary", "charlie has been restarting primary");
    assertThat(met).containsText(Pattern.compile("for [23]m on INC-1"));
    bob.picture("work-01-claimed-twice");
    bob.press(met, "Do it anyway");
    assertThat(bob.message("Only visible to you", "that you are on it").last()).isVisible();
    assertThat(alice.card()).containsText("restarting the primary");
    alice.picture("work-02-card-with-claims", alice.card());
  }

  private static void given(Window alice, Window bob) {
    alice.ask("/incident task @bob check the backups in 10m", "has task 1");
    alice.ask("/incident decision promote the replica", "Decision recorded");
    assertThat(alice.card()).containsText("check the backups");
    assertThat(alice.card()).containsText("promote the replica");
    alice.picture("work-03-card-with-task", alice.card());
    Locator asked = bob.told("asks you on INC-1 API service down");
    assertThat(asked).containsText("check the backups");
    bob.picture("work-04-task-told");
    bob.noSeriousViolations();
  }

  /** Nobody types anything: the time is up, and the commander hears of it. */
  private static void overdue(Window alice, Window bob) {
    assertThat(alice.card()).containsText("overdue since");
    alice.picture("work-05-card-overdue", alice.card());
    Locator reminder = alice.told("Time is up for task 1");
    assertThat(reminder).containsText("@bob has it");
    alice.picture("work-06-commander-reminded");
    Locator late = bob.told("Time is up for task 1");
    bob.press(late, "Need more time");
    assertThat(bob.message("Only visible to you", "has time until").last()).isVisible();
    bob.picture("work-07-more-time");
    alice.open(ROOM);
    assertThat(alice.card()).not().containsText("overdue");
    bob.press(bob.told("Time is up for task 1"), "Done");
    assertThat(bob.message("Only visible to you", "is done").last()).isVisible();
    assertThat(alice.card()).not().containsText("check the backups");
  }

  private static void ended(Stage stage, Window alice, Window charlie) throws Exception {
    charlie.ask("/incident done primary is back", "Done on INC-1");
    stage.clock.at("15:10");
    alice.ask("/incident resolve Replica promoted", "Resolved INC-1");
    alice.ask("/incident action @bob alert on pool size by 2026-04-01", "Action item 1");
    alice.ask("/incident action write the failover runbook", "an owner, a day and a class");
    assertThat(alice.card()).containsText("alert on pool size");
    alice.picture("work-08-action-items", alice.card());
    alice.ask("/incident action list", "write the failover runbook");
    alice.picture("work-09-action-list");
    assertThat(stage.export(1))
        .contains("charlie is doing: restart primary")
        .contains("bob is done with task 1: check the backups")
        .contains("| alert on pool size | bob | 2026-04-01 |");
  }
}
