package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import io.evenkeel.sandbox.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A postmortem is edited, renewed, held by its gate and passed with a reason. */
final class PostmortemStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  @Test
  @Timeout(240)
  void aPostmortemIsFinished() throws Exception {
    try (var browser = Browser.open();
        var stage = new Stage();
        var alice = new Window(browser.page(), stage, "alice", "general")) {
      stage.clock.at("14:32");
      alice.ask("/incident declare API service down --severity SEV-1", "INC-1");
      alice.open(ROOM);
      stage.clock.at("14:50");
      owned(alice);
      edited(alice);
      stage.clock.at("14:55");
      renewed(alice);
      held(alice);
      assertThat(stage.export(1))
          .contains("Nobody could pay for 18 minutes.")
          .contains("saw the pool run dry")
          .contains("revision: 3");
    }
  }

  private static void owned(Window alice) {
    Locator resolved =
        alice.ask("/incident resolve Enlarged the pool", "Who finishes the postmortem?");
    alice.picture("postmortem-01-resolved");
    alice.press(resolved, "I finish the postmortem");
    assertThat(alice.message("Only visible to you", "You finish the postmortem").last())
        .isVisible();
  }

  private static void edited(Window alice) {
    alice.type("/incident postmortem edit");
    Locator form = alice.form("INC-1 postmortem");
    form.locator("select").selectOption(new SelectOption().setLabel("Impact"));
    assertThat(form.locator("textarea")).hasValue(Pattern.compile("How many users"));
    alice.picture("postmortem-02-section");
    String asked = form.locator("textarea").inputValue();
    form.locator("textarea").fill(asked + "\n\nNobody could pay for 18 minutes.");
    alice.press(form, "Save");
    alice.answered("postmortem-03-saved", "is edited: it is revision 2");
  }

  private static void renewed(Window alice) {
    alice.ask("/incident note alice saw the pool run dry", "Noted");
    Locator shared = alice.ask("/incident postmortem", "changed.");
    alice.picture("postmortem-04-offered");
    alice.press(shared, "Preview");
    Locator preview = alice.message("Only visible to you", "stays word for word").last();
    assertThat(preview).containsText("saw the pool run dry");
    alice.picture("postmortem-05-preview");
    alice.press(preview, "Renew it");
    assertThat(alice.message("Only visible to you", "is renewed from the timeline").last())
        .isVisible();
  }

  private static void held(Window alice) {
    Locator review = alice.ask("/incident postmortem review", "is in review");
    alice.press(review, "It is reviewed");
    Locator held = alice.message("Only visible to you", "is not reviewed yet").last();
    assertThat(held).containsText("Both sides of luck");
    alice.picture("postmortem-06-held");
    alice.noSeriousViolations();
    alice.ask(
        "/incident postmortem reviewed --force the rest is with the platform team",
        "Your reason stands in the timeline");
    alice.ask("/incident postmortem check", "of 100 points");
    alice.picture("postmortem-07-overridden");
  }
}
