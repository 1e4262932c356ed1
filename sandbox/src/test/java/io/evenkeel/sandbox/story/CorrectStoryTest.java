package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In the browser: somebody outside subscribes, an update is edited, the timeline is put right. */
final class CorrectStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  @Test
  @Timeout(240)
  void whoSubscribedReadsTheEditAndTheTimelineIsPutRight() throws IOException {
    try (var browser = Browser.open();
        var stage = new Stage()) {
      stage.say("alice", "general", "declare API service down --severity SEV-2");
      stage.channel(ROOM);
      try (var alice = new Window(browser.page(), stage, "alice", "general");
          var bob = new Window(browser.page(), stage, "bob", "incidents")) {
        subscribed(bob);
        alice.open(ROOM);
        rated(alice);
        alice.type("/incident update The database is bakc");
        Locator told = bob.thread(bob.told("You read it because"));
        assertThat(told).containsText("The database is bakc");
        bob.picture("subs-02-told");
        edited(alice);
        assertThat(told).containsText("The database is back");
        assertThat(told).not().containsText("bakc");
        bob.picture("subs-05-told-edited");
        refused(stage, bob);
        bob.open("general");
        bob.ask("/incident subscribe", "You are subscribed to");
        bob.picture("subs-07-list");
        corrected(stage, alice);
        assertThat(stage.export(1))
            .contains("The database is back")
            .doesNotContain("bakc", "Replica promoted");
      }
    }
  }

  private static void subscribed(Window bob) {
    Locator announcement = bob.message("INC-1 API service down").first();
    bob.press(announcement, "Subscribe");
    assertThat(bob.message("Only visible to you", "You subscribed to").last()).isVisible();
    bob.picture("subs-01-subscribed");
  }

  private static void rated(Window alice) {
    alice.press(alice.card(), "Severity");
    Locator form = alice.form("Severity of INC-1");
    form.getByText("SEV-1 critical").click();
    form.getByLabel("Why?").fill("Payments fail too");
    alice.picture("severity-01-form");
    alice.press(form, "Change severity");
    alice.answered("severity-02-changed", "is now SEV-1");
  }

  private static void edited(Window alice) {
    Locator post = alice.message("The database is bakc").last();
    alice.press(post, "Edit");
    Locator form = alice.form("Edit your update");
    form.getByLabel("Your update, as it should read").fill("The database is back");
    alice.picture("subs-03-edit-form");
    alice.press(form, "Save");
    alice.answered("subs-04-edit-saved", "is put right");
    assertThat(alice.message("The database is back", "(edited").last()).isVisible();
    alice.picture("subs-04-edited");
  }

  /** Who did not write it is told kindly. */
  private static void refused(Stage stage, Window bob) {
    stage.say("bob", "incidents", "join INC-1");
    bob.open(ROOM);
    bob.press(bob.message("The database is back", "(edited").last(), "Edit");
    assertThat(bob.message("Only visible to you", "who alone edits it").last()).isVisible();
    bob.picture("subs-06-not-the-author");
  }

  private static void corrected(Stage stage, Window alice) {
    stage.say(
        "alice",
        ROOM,
        "note Replica promoted --link https://github.com/example/infra/commit/4f2a91c");
    alice.ask("/incident timeline", "Timeline of INC-1");
    Locator timeline = alice.message("Only visible to you", "Timeline of INC-1").last();
    assertThat(timeline).containsText("Replica promoted");
    alice.picture("correct-01-timeline", timeline);
    alice.press(
        timeline
            .locator("xpath=.//*[contains(., 'Replica promoted') and .//button][last()]")
            .last(),
        "Correct");
    Locator form = alice.form("Put entry");
    form.getByLabel("When it happened").fill("soonish");
    form.getByLabel("Why is it put right?").fill("The console says so");
    alice.picture("correct-02-form");
    alice.press(form, "Save");
    assertThat(alice.form()).containsText("Type it like");
    alice.picture("correct-03-field-error");
    form.getByLabel("When it happened").fill("20 min ago");
    alice.press(form, "Save");
    alice.answered("correct-04-saved", "is put right");
    alice.ask("/incident timeline", "corrected by alice");
    alice.picture(
        "correct-05-timeline-corrected",
        alice.message("Only visible to you", "corrected by alice").last());
    Locator now = alice.message("Only visible to you", "corrected by alice").last();
    alice.press(now, "History: 3 more");
    Locator history = alice.message("Only visible to you", "History of the timeline").last();
    assertThat(history).containsText("put right later");
    alice.picture("correct-06-history", history);
    withdrawn(alice);
    alice.noSeriousViolations();
  }

  private static void withdrawn(Window alice) {
    alice.ask("/incident correct 8", "A form opens");
    Locator form = alice.form("Put entry 8 right");
    form.getByText("Withdraw this entry").click();
    alice.press(form, "Save");
    assertThat(alice.form()).containsText("Say why it goes");
    form.getByLabel("Why is it put right?").fill("It was another cluster");
    alice.picture("correct-07-withdraw-form");
    alice.press(form, "Save");
    alice.answered("correct-08-withdrawn", "is withdrawn");
  }
}
