package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Words that begin from a template and are read before anybody else reads them. */
final class WordsStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  @Test
  @Timeout(240)
  void whatIsToldIsPrefilledPreviewedAndPosted() throws Exception {
    try (var browser = Browser.open();
        var stage = new Stage();
        var alice = new Window(browser.page(), stage, "alice", "general")) {
      stage.clock.at("14:32");
      alice.ask("/incident declare API service down --severity SEV-1 --service checkout", "INC-1");
      alice.open(ROOM);
      updated(stage, alice);
    }
  }

  private static void updated(Stage stage, Window alice) {
    stage.clock.at("14:40");
    alice.press(alice.card(), "Post update");
    Locator form = alice.form("Update INC-1");
    Locator text = form.getByLabel("What is known");
    assertThat(text).hasValue(Pattern.compile("a problem with checkout"));
    alice.picture("words-01-update-prefilled");
    form.getByLabel("Next update in").selectOption("30m");
    assertThat(form.getByLabel("What is known"))
        .hasValue(Pattern.compile("Next update by 15:10 UTC\\."));
    alice.press(form, "Preview");
    assertThat(alice.form()).containsText("Fill this in or delete it: [What can people not do");
    alice.picture("words-02-left-unfilled");
    form.getByLabel("What is known").fill("Checkout fails for everybody. We look at the pool.");
    form.getByLabel("Begin from").selectOption("mitigated");
    assertThat(form.getByLabel("Status")).hasValue("monitoring");
    assertThat(form.getByLabel("What is known"))
        .hasValue("Checkout fails for everybody. We look at the pool.");
    form.getByLabel("Status").selectOption("identified");
    alice.press(form, "Preview");
    Locator preview = alice.form("Preview INC-1");
    assertThat(preview).containsText("Checkout fails for everybody. We look at the pool.");
    assertThat(preview).containsText("from investigating to identified");
    assertThat(preview).containsText("announcement");
    alice.picture("words-03-preview");
    alice.noSeriousViolations();
    alice.press(preview, "Change it");
    assertThat(alice.form("Update INC-1").getByLabel("What is known"))
        .hasValue("Checkout fails for everybody. We look at the pool.");
    alice.press(alice.form(), "Preview");
    alice.press(alice.form("Preview INC-1"), "Post update");
    alice.answered("words-04-posted", "promised for");
    assertThat(alice.card()).containsText("Checkout fails for everybody");
    assertThat(alice.card()).containsText("identified");
  }
}
