package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.sandbox.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What nobody outside sees, what resolving asks, and how incidents end and go on. */
final class EndsStoryTest {
  private static final String HIDDEN = "inc-1-private";
  private static final String API = "inc-2-api-is-down";
  private static final String CHECKOUT = "inc-3-checkout-is-slow";

  @Test
  @Timeout(180)
  void incidentsEndInThePage() throws Exception {
    try (var browser = Browser.open();
        var stage = new Stage();
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(), stage, "bob", "general")) {
      stage.clock.at("14:32");
      anOutsiderSeesNothing(alice, bob);
      resolvingAsksWhatIsMissing(stage, alice);
      stage.clock.at("15:30");
      whatIsTheSameGoesOnInOne(alice, bob);
      whatWasNoneIsStruckThrough(bob);
      aChannelThatIsThereIsAdopted(bob);
    }
  }

  private static void anOutsiderSeesNothing(Window alice, Window bob) {
    String none = bob.ask("/incident status INC-1", "There is no INC-1").innerText();
    alice.ask("/incident declare Customer data leaked --private --severity SEV-1", "INC-1");
    String hidden = bob.ask("/incident status INC-1", "There is no INC-1").innerText();
    assertThat(words(hidden)).isEqualTo(words(none));
    assertThat(bob.ask("/incident list all", "No incident was ever declared")).isVisible();
    assertThat(bob.ask("/incident resolve INC-1 done", "There is no INC-1")).isVisible();
    assertThat(bob.page.locator("nav [data-channel='" + HIDDEN + "']")).hasCount(0);
    bob.picture("ends-01-private-as-outsider");
    bob.open("incidents");
    assertThat(bob.page.getByText("Customer data leaked")).hasCount(0);
  }

  /** Without the clock beside it. */
  private static String words(String answer) {
    return answer.substring(answer.indexOf("There is no"));
  }

  private static void resolvingAsksWhatIsMissing(Stage stage, Window alice) {
    alice.open(HIDDEN);
    assertThat(alice.card()).containsText("private");
    stage.clock.at("14:50");
    alice.ask("/incident note Export job stopped, no more rows are leaving", "Noted");
    stage.clock.at("14:55");
    alice.ask("/incident note Keys rolled, access is back to normal", "Noted");
    stage.clock.at("15:05");
    Locator asked = alice.ask("/incident resolve", "Since when were users no longer hurt?");
    assertThat(alice.card()).containsText("resolved");
    assertThat(asked).containsText("What ended it?");
    alice.picture("ends-02-resolve-asks", asked);
    asked
        .getByRole(AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText("Keys rolled, access is back to normal"))
        .click();
    assertThat(alice.message("Only visible to you", "mitigated is now").last()).isVisible();
    alice.press(asked, "Say what ended it");
    Locator form = alice.form("INC-1 in the end");
    form.getByLabel("What was done?").fill("Rolled the keys and stopped the export job");
    alice.picture("ends-03-what-ended-it");
    alice.press(form, "Record");
    alice.answered("ends-04-recorded", "The resolution of INC-1");
    assertThat(alice.card()).containsText("Rolled the keys");
    alice.press(alice.card(), "Close");
    assertThat(alice.card()).containsText("closed");
    alice.picture("ends-05-closed", alice.card());
    alice.noSeriousViolations();
  }

  private static void whatIsTheSameGoesOnInOne(Window alice, Window bob) {
    alice.open("general");
    alice.ask("/incident declare API is down --severity SEV-1", "INC-2");
    bob.ask("/incident declare Checkout is slow --severity SEV-3", "INC-3");
    bob.open(CHECKOUT);
    assertThat(bob.card()).containsText("Checkout is slow");
    Locator merged = bob.ask("/incident merge into INC-2", "Merged INC-3");
    assertThat(bob.card()).containsText("merged into INC-2");
    assertThat(bob.message("Merged into INC-2 API is down", "It goes on in")).isVisible();
    bob.picture("ends-06-merged", merged);
    bob.open(API);
    assertThat(bob.message("INC-3 Checkout is slow was merged into this")).isVisible();
    bob.picture("ends-07-goes-on-here");
    bob.open("incidents");
    assertThat(bob.message("INC-3 Checkout is slow", "It goes on in").first()).isVisible();
    bob.picture("ends-08-announcement-points-on");
    bob.open(CHECKOUT);
    bob.press(merged, "Undo the merge");
    assertThat(bob.message("Only visible to you", "is on its own again").last()).isVisible();
    assertThat(bob.card()).containsText("investigating");
  }

  private static void whatWasNoneIsStruckThrough(Window bob) {
    bob.ask("/incident cancel The probe was wrong --as false-alarm", "alert noise");
    bob.open("incidents");
    Locator announced = bob.message("It was no incident: cancelled as a false alarm.").first();
    assertThat(announced.locator("s, del")).hasText("INC-3 Checkout is slow");
    bob.picture("ends-09-struck-through");
    bob.noSeriousViolations();
  }

  private static void aChannelThatIsThereIsAdopted(Window bob) {
    bob.open("random");
    bob.ask("/incident declare Cache is cold --here", "Its channel is");
    assertThat(bob.card()).containsText("INC-4 Cache is cold");
    bob.ask("/incident note Warming it up", "Noted on INC-4");
    bob.picture("ends-10-adopted");
  }
}
