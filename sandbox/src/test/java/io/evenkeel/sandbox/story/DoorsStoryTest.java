package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.sandbox.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ways in besides a typed line: the Home tab, a form with a fault, pages of what is shown. */
final class DoorsStoryTest {
  private static final String ROOM = "inc-1-checkout-is-slow";

  @Test
  @Timeout(180)
  void anIncidentIsDeclaredFromTheHomeTabWhichThenShowsIt() throws Exception {
    try (var browser = Browser.open();
        var stage = new Stage();
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(390, 844), stage, "bob", "general")) {
      stage.clock.at("14:32");
      home(alice, stage, "alice");
      assertThat(alice.page.getByTestId("home"))
          .containsText("None: you declared no open incident");
      alice.picture("doors-01-home-empty");
      declaredByTheForm(alice);

      home(alice, stage, "alice");
      Locator home = alice.page.getByTestId("home");
      assertThat(home).containsText("INC-1 Checkout is slow");
      assertThat(home).containsText("acting commander");
      alice.picture("doors-04-home");
      alice.noSeriousViolations();
      alice.press(home, "Timeline");
      assertThat(alice.form("Evenkeel")).containsText("Timeline of INC-1 Checkout is slow");
      alice.picture("doors-05-timeline");
      alice.press(alice.form().locator("footer"), "Close");

      linksAreAtHand(alice, stage);
      bobJoins(bob, stage);
      home(bob, stage, "bob");
      assertThat(bob.page.getByTestId("home")).containsText("INC-1 Checkout is slow");
      bob.picture("doors-09-home-on-a-phone");
    }
  }

  private static void declaredByTheForm(Window alice) {
    alice.press(alice.page.getByTestId("home"), "Declare an incident");
    Locator form = alice.form("Declare an incident");
    form.getByLabel("What is wrong?").fill("Checkout is slow");
    form.getByLabel("When was it noticed?").fill("tomorrow");
    alice.press(form, "Declare");
    assertThat(form.getByRole(AriaRole.ALERT)).isVisible();
    alice.picture("doors-02-field-error");
    form.getByLabel("When was it noticed?").fill("10m ago");
    alice.press(form, "Declare");
    alice.answered("doors-03-declared", "INC-1");
  }

  private static void linksAreAtHand(Window alice, Stage stage) {
    alice.page.navigate(stage.slack.baseUrl() + "client/" + ROOM + "?as=alice");
    stage.slack.actions().topic("alice", ROOM, topic(stage) + " | ask the shop team first");
    Locator room = alice.page.getByTestId("message").first();
    assertThat(room).isVisible();
    alice.open(ROOM);
    alice.ask("/incident link https://grafana.example.org/d/shop Shop dashboard", "Kept on INC-1");
    alice.ask("/incident call https://meet.example.org/shop", "The call of INC-1");
    alice.ask("/incident severity SEV-1", "is now SEV-1");
    assertThat(alice.page.locator("#bar")).containsText("Shop dashboard");
    assertThat(alice.page.locator(".topic")).containsText("SEV-1");
    assertThat(alice.page.locator(".topic")).containsText("ask the shop team first");
    alice.picture("doors-06-at-hand", alice.card());
  }

  private static String topic(Stage stage) {
    Stage.eventually("the topic is set", () -> !stage.channel(ROOM).topic().value().isEmpty());
    return stage.channel(ROOM).topic().value();
  }

  private static void bobJoins(Window bob, Stage stage) {
    stage.slack.actions().join("bob", ROOM);
    bob.page.navigate(stage.slack.baseUrl() + "client/" + ROOM + "?as=bob");
    Locator greeting = bob.message("Only visible to you", "This is INC-1 Checkout is slow");
    assertThat(greeting).containsText("is acting commander");
    bob.picture("doors-07-greeted");
    bob.press(greeting, "Timeline");
    assertThat(bob.message("Only visible to you", "Timeline of INC-1").last()).isVisible();
    bob.picture("doors-08-timeline-on-a-phone");
  }

  private static void home(Window window, Stage stage, String who) {
    window.page.navigate(stage.slack.baseUrl() + "client/@evenkeel/home?as=" + who);
    assertThat(window.page.getByTestId("home")).containsText("Your open incidents");
  }
}
