package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.sandbox.Browser;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The training story as its people play it: in the page, with what a browser can do. */
final class BrowserStoryTest {
  private static final String ROOM = "inc-1-api-service-down";
  private static final String DRILL = "inc-2-drill-restore-a-backup";

  @Test
  @Timeout(240)
  void theTrainingStoryIsPlayedInThePage() throws Exception {
    try (var browser = Browser.open();
        var stage = new Stage();
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(), stage, "bob", "incidents");
        var charlie = new Window(browser.page(), stage, "charlie", "general");
        var phone = new Window(browser.page(390, 844), stage, "bob", "incidents")) {
      stage.clock.at("14:32");
      declared(alice, bob);
      stage.clock.at("14:33");
      rolesAreTaken(alice, bob, charlie);
      stage.clock.at("14:35");
      whatIsKnownIsSaid(stage, charlie, phone);
      stage.clock.at("14:40");
      charlie.ask("/incident mitigate Connection pool enlarged", "Mitigated");
      assertThat(alice.card()).containsText("Mitigated");
      stage.clock.at("14:45");
      resolved(stage, alice, bob);
      stage.clock.at("15:15");
      charlie.ask(
          "/incident note Permanent fix: pool size and its alert are now configuration", "Noted");
      postmortem(stage, alice);
      stage.clock.at("16:00");
      aDrillByTheForm(bob);
      stage.clock.at("16:30");
      whatSlackRefusesIsToldAndTriedAgain(stage, alice);
    }
  }

  private static void declared(Window alice, Window bob) {
    alice.picture("story-01-general");
    Locator answer =
        alice.ask(
            "/incident declare API service down --severity SEV-1 --detected 14:30",
            "INC-1 API service down");
    assertThat(answer).containsText("acting incident commander");
    alice.picture("story-02-declared");
    assertThat(bob.message("INC-1 API service down")).containsText("investigating");
    bob.picture("story-03-announced");
    alice.open(ROOM);
    assertThat(alice.card()).containsText("INC-1 API service down");
    assertThat(alice.card()).containsText("@alice (acting)");
    alice.ask("/incident note Monitoring alerts for a high error rate --at 14:30", "Noted");
    alice.picture("story-04-room");
    alice.noSeriousViolations();
  }

  private static void rolesAreTaken(Window alice, Window bob, Window charlie) {
    alice.press(alice.card(), "Take command");
    assertThat(alice.card()).not().containsText("(acting)");
    alice.ask("/incident assign --role communications --user bob", "bob");
    alice.ask("/incident assign @charlie tech lead", "charlie");
    assertThat(alice.card()).containsText("@charlie");
    alice.picture("story-05-roles");
    bob.open(ROOM);
    charlie.open(ROOM);
  }

  private static void whatIsKnownIsSaid(Stage stage, Window charlie, Window phone) {
    charlie.press(charlie.card(), "Post update");
    Locator form = charlie.form("Update INC-1");
    form.getByLabel("What is known").fill("Identified database connection pool exhaustion");
    form.getByLabel("Status").selectOption("identified");
    charlie.picture("story-06-update-form");
    charlie.press(form, "Preview");
    assertThat(charlie.form("Preview INC-1")).containsText("from investigating to identified");
    charlie.picture("story-06a-update-preview");
    stage.clock.standStill();
    charlie.press(charlie.form(), "Post update");
    charlie.answered("story-06b-update-answered", "identified");
    assertThat(charlie.card()).containsText("Identified database connection pool exhaustion");
    charlie.picture("story-07-updated");
    assertThat(phone.message("INC-1 API service down").first())
        .containsText("connection pool exhaustion");
    phone.picture("story-08-phone-announcement");
    phone.page.locator("a.back").click();
    phone.picture("story-08b-phone-channels");
    phone.open(ROOM);
    phone.picture("story-09-phone-room");
    phone.picture("story-09b-phone-card", phone.card());
  }

  private static void resolved(Stage stage, Window alice, Window bob) {
    bob.ask("/incident update Recovered: error rate is back to normal", "Update recorded");
    alice.press(alice.card(), "Resolve");
    Locator form = alice.form("Resolve INC-1");
    form.getByLabel("What was done?").fill("Increased connection pool size");
    alice.picture("story-10-resolve-form");
    stage.clock.standStill();
    alice.press(form, "Resolve");
    alice.answered("story-10b-resolve-answered", "INC-1");
    assertThat(alice.card()).containsText("resolved");
    assertThat(alice.message("Increased connection pool size").last()).isVisible();
    alice.picture("story-11-resolved");
    alice.picture("story-12-resolved-card", alice.card());
    bob.open("incidents");
    assertThat(bob.message("INC-1 API service down").first()).containsText("resolved");
    bob.picture("story-13-announced-resolved");
  }

  private static void postmortem(Stage stage, Window alice) throws IOException {
    alice.type("/incident postmortem");
    Locator file = alice.page.getByTestId("file");
    assertThat(file).containsText("INC-1");
    file.getByText("Preview").click();
    assertThat(file.locator("h1")).hasText("Postmortem: API service down on 2026-03-10");
    alice.picture("story-14-postmortem", file);
    String exported = stage.export(1);
    assertThat(alice.download(file)).isEqualTo(exported);
    Golden.matches("story/training.md", exported);
  }

  private static void aDrillByTheForm(Window bob) {
    bob.declareFromMenu();
    Locator form = bob.form("Declare an incident");
    form.getByLabel("What is wrong?").fill("Drill: restore a backup");
    form.getByLabel("When was it noticed?").fill("soonish");
    form.getByLabel("Drill").check();
    bob.press(form, "Declare");
    assertThat(form.getByRole(AriaRole.ALERT)).isVisible();
    bob.picture("story-15-declare-form");
    form.getByLabel("When was it noticed?").fill("20m ago");
    bob.press(form, "Declare");
    bob.answered("story-15b-declare-answered", "INC-2");
    bob.open(DRILL);
    assertThat(bob.card()).containsText("assumed");
    bob.picture("story-16-drill");
    bob.press(bob.card(), "SEV-4 low");
    assertThat(bob.card()).containsText("SEV-4");
    assertThat(bob.card()).not().containsText("assumed");
    bob.press(bob.card(), "Resolve");
    Locator end = bob.form("Resolve INC-2");
    end.getByLabel("Since when were users no longer hurt?").selectOption("Just now");
    bob.picture("story-17-resolve-asks");
    bob.press(end, "Resolve");
    bob.answered("story-17b-resolve-answered", "INC-2");
    assertThat(bob.card()).containsText("resolved");
    bob.picture("story-18-drill-over");
  }

  private static void whatSlackRefusesIsToldAndTriedAgain(Stage stage, Window alice) {
    String announcements = stage.channel("incidents").id();
    stage.slack.workspace().lines().archive(announcements, "U0BOB", true);
    alice.ask("/incident declare Checkout is slow --severity SEV-3", "INC-3");
    alice.open("inc-3-checkout-is-slow");
    assertThat(alice.card()).containsText("Not done in Slack: The announcement");
    alice.picture("story-19-not-done-card", alice.card());
    alice.page.locator("nav [data-channel='evenkeel']").click();
    Locator notice = alice.message("INC-3", "One thing could not be done in Slack").last();
    assertThat(notice).containsText("Unarchive the announcement channel");
    alice.picture("story-20-not-done-told");
    alice.noSeriousViolations();
    stage.slack.workspace().lines().archive(announcements, "U0BOB", false);
    alice.press(notice, "Try again");
    assertThat(alice.message("Only visible to you", "Trying one thing").last()).isVisible();
    alice.picture("story-21-tried-again");
    alice.open("inc-3-checkout-is-slow");
    assertThat(alice.card()).not().containsText("Not done in Slack");
  }
}
