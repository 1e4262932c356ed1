package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people see the same thing and both declare it; a third is a few minutes late. */
final class DeclaredTwiceStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  @Test
  @Timeout(240)
  void theSameIsDeclaredTwiceAtOnceAndOnceMoreLater() throws Exception {
    try (var browser = Browser.open();
        var stage = new Stage();
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(390, 844), stage, "bob", "general");
        var charlie = new Window(browser.page(), stage, "charlie", "general")) {
      stage.clock.at("14:32");
      bothAtOnce(alice, bob);
      stage.clock.at("14:40");
      aFewMinutesLater(charlie);
      fromAMessage(stage, alice, charlie);
    }
  }

  private static void bothAtOnce(Window alice, Window bob) {
    alice.writes("/incident declare API service down --severity SEV-1");
    bob.writes("/incident declare api service is down");
    alice.page.keyboard().press("Enter");
    bob.page.keyboard().press("Enter");
    Locator one = alice.message("Only visible to you", "INC-1").last();
    Locator other = bob.message("Only visible to you", "INC-1").last();
    assertThat(one).isVisible();
    assertThat(other).isVisible();
    boolean aliceBegan = one.innerText().contains("Declared INC-1");
    Window late = aliceBegan ? bob : alice;
    Locator report = aliceBegan ? other : one;
    assertThat(aliceBegan ? one : other).containsText("You are acting incident commander");
    assertThat(report).containsText("your report was recorded there");
    alice.picture("twice-01-alice");
    bob.picture("twice-02-bob");
    late.press(report, "Join INC-1");
    assertThat(late.message("Only visible to you", "You joined").last()).isVisible();
    alice.page.locator("nav [data-channel='incidents']").click();
    assertThat(alice.message("Follow along in")).hasCount(1);
    alice.picture("twice-03-one-announcement");
    alice.open(aliceBegan ? ROOM : "inc-1-api-service-is-down");
    assertThat(alice.thread(alice.card())).containsText("reported it, too");
    alice.picture("twice-04-the-report-is-in-the-thread");
  }

  private static void aFewMinutesLater(Window charlie) {
    Locator report =
        charlie.ask("/incident declare The API service is down!", "your report was recorded there");
    charlie.picture("twice-05-minutes-later");
    charlie.press(report, "Separate incident");
    assertThat(charlie.message("Only visible to you", "Declared INC-2").last()).isVisible();
    charlie.picture("twice-06-separate");
    charlie.noSeriousViolations();
  }

  /** What was asked for from a message keeps the message, also when it is separate after all. */
  private static void fromAMessage(Stage stage, Window alice, Window charlie) {
    alice.open("general");
    alice.type("Payments answer 503 since 14:38");
    charlie.choose(
        charlie.message("Payments answer 503 since 14:38").last(), "Declare from message");
    Locator form = charlie.form("Declare an incident");
    form.getByLabel("What is wrong?").fill("API service down");
    charlie.press(form, "Declare");
    assertThat(charlie.form("Evenkeel")).containsText("your report was recorded there");
    charlie.picture("twice-07-reported-from-a-message");
    charlie.press(charlie.form(), "Separate incident");
    assertThat(charlie.form("Evenkeel")).containsText("Declared INC-3");
    charlie.picture("twice-08-separate-from-a-message");
    assertThat(stage.export(3)).contains("Payments answer 503 since 14:38");
  }
}
