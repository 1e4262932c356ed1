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
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(390, 844), stage, "bob", "general")) {
      stage.clock.at("14:32");
      alice.ask("/incident declare API service down --severity SEV-1 --service checkout", "INC-1");
      alice.open(ROOM);
      updated(stage, alice);
      stage.say("alice", ROOM, "assign me ic, @bob comms");
      bob.ask("/incident join INC-1", "You joined");
      asked(alice);
      approved(stage, alice, bob);
    }
  }

  private static void asked(Window alice) {
    alice.type("/incident statement customer");
    Locator form = alice.form("Statement INC-1");
    assertThat(form.getByLabel("What they read"))
        .hasValue(Pattern.compile("of a problem with checkout"));
    alice.picture("words-05-statement-form");
    form.getByLabel("For").selectOption("executive");
    assertThat(form.getByLabel("What they read")).hasValue(Pattern.compile("INC-1 API service"));
    form.getByLabel("For").selectOption("customer");
    assertThat(form.getByLabel("What they read"))
        .hasValue(Pattern.compile("of a problem with checkout"));
    form.getByLabel("What they read")
        .fill("Since 14:32 UTC paying may fail. alice and bob are working on it.");
    alice.press(form, "Preview");
    assertThat(alice.form("For customers")).containsText("It names alice, bob");
    alice.picture("words-06-statement-preview");
    alice.noSeriousViolations();
    alice.press(alice.form(), "Approve and post");
    alice.answered("words-07-statement-posted", "put it where customers read");
    assertThat(alice.message("Statement for customers", "approved by @alice").last()).isVisible();
    alice.picture("words-08-statement-in-the-channel");
  }

  /** Charlie neither commands nor speaks for it: bob is asked, changes a word, and it is posted. */
  private static void approved(Stage stage, Window alice, Window bob) {
    stage.say("charlie", "general", "join INC-1");
    stage.say(
        "charlie", ROOM, "statement executive Checkout fails. Cost: 2,000 per minute <!here>.");
    bob.page.locator("a.back").click();
    bob.page.locator("nav [data-channel='evenkeel']").click();
    Locator question = bob.message("wrote a statement for executives").last();
    assertThat(question).containsText("2,000 per minute <!here>.");
    bob.picture("words-09-approval-asked", question);
    bob.noSeriousViolations();
    bob.press(question, "Change");
    Locator form = bob.form("Statement INC-1");
    form.getByLabel("What they read").fill("Checkout fails since 14:32 UTC. A fix is on its way.");
    bob.press(form, "Preview");
    assertThat(bob.form("For executives")).containsText("You approve it as communications lead");
    bob.picture("words-10-changed-preview");
    bob.press(bob.form(), "Approve and post");
    bob.answered("words-11-approved", "a reply under the announcement");
    assertThat(alice.message("Statement for executives", "approved by @bob").last()).isVisible();
    alice.picture("words-12-executives-in-the-channel");
    alice.open("incidents");
    alice.thread(alice.message("INC-1 API service down").first());
    assertThat(alice.thread()).containsText("A fix is on its way.");
    alice.picture("words-13-under-the-announcement");
    alice.open(ROOM);
    alice.ask("/incident statements", "approved by");
    alice.picture("words-14-statements");
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
