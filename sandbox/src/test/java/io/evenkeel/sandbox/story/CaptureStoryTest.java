package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import io.evenkeel.sandbox.workspace.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages become part of the timeline, and leave it again, by what people do in the page. */
final class CaptureStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  @Test
  @Timeout(240)
  void messagesComeOntoTheTimelineAndLeaveIt() throws Exception {
    try (var browser = Browser.open();
        var stage = new Stage();
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(), stage, "bob", "general")) {
      stage.clock.at("14:30");
      bob.type("API answers 503 since 14:20 *everywhere* <!channel>");
      stage.clock.at("14:32");
      declaredFromTheMessage(alice);
      bob.ask("/incident join INC-1", "INC-1");
      bob.open(ROOM);
      bob.type("pool is empty: 100 of 100 connections in use");
      stage.clock.at("14:36");
      pinnedAndUnpinned(alice, bob);
      stage.clock.at("14:40");
      correctedAndDeleted(stage, alice, bob);
      stage.clock.at("14:45");
      mentioned(stage, bob);
      String story = stage.export(1);
      assertThat(story)
          .contains("bob wrote: API answers 503 since 14:20")
          .contains("two queries hold all connections")
          .contains("seen on the graph")
          .doesNotContain("100 of 100")
          .doesNotContain("one query holds");
    }
  }

  private static void declaredFromTheMessage(Window alice) {
    Locator message = alice.message("API answers 503");
    alice.choose(message, "Declare from message");
    Locator form = alice.form("Declare an incident");
    Locator title = form.getByLabel("What is wrong?");
    assertThat(title).hasValue("API answers 503 since 14:20 *everywhere* <!channel>");
    alice.picture("capture-01-declare-from-message");
    title.fill("API service down");
    alice.press(form, "Declare");
    alice.answered("capture-02-declared", "INC-1");
    alice.open(ROOM);
    Locator thread = alice.thread(alice.card());
    assertThat(thread).containsText("bob wrote: API answers 503 since 14:20");
    alice.picture("capture-03-first-entry", newest(alice));
    alice.noSeriousViolations();
  }

  private static void pinnedAndUnpinned(Window alice, Window bob) {
    Locator message = alice.message("pool is empty").first();
    alice.choose(message, "Pin to channel");
    assertThat(message).containsText("Pinned by");
    assertThat(alice.thread()).containsText("bob wrote: pool is empty: 100 of 100");
    bob.react(bob.message("pool is empty").first(), "pushpin");
    alice.picture("capture-04-pinned", newest(alice));
    alice.choose(message, "Remove pin");
    assertThat(message).not().containsText("Pinned by");
    assertThat(alice.thread()).not().containsText("Withdrew");
    alice.picture("capture-05-bobs-reaction-is-left", newest(alice));
    bob.message("pool is empty").first().locator("[data-reaction=pushpin]").click();
    assertThat(alice.thread()).containsText("bob · Withdrew a message of bob");
    alice.picture("capture-06-withdrawn", newest(alice));
  }

  private static void correctedAndDeleted(Stage stage, Window alice, Window bob) {
    bob.type("one query holds all connections");
    bob.type("never mind this");
    Locator message = alice.message("one query holds").first();
    alice.choose(message, "Add to timeline");
    assertThat(alice.message("Only visible to you", "goes onto the timeline")).isVisible();
    assertThat(alice.thread()).containsText("bob wrote: one query holds all connections");
    alice.choose(alice.message("never mind").first(), "Add to timeline");
    assertThat(alice.thread()).containsText("bob wrote: never mind this");
    alice.picture("capture-07-added", newest(alice));
    stage
        .slack
        .actions()
        .edit("bob", ROOM, ts(stage, "one query"), "two queries hold all connections");
    assertThat(alice.thread()).containsText("two queries hold all connections");
    bob.choose(bob.message("never mind").first(), "Delete message");
    assertThat(alice.thread()).containsText("A message of bob was deleted in Slack");
    alice.picture("capture-08-corrected", newest(alice));
  }

  private static void mentioned(Stage stage, Window bob) {
    Locator thread = bob.thread(bob.card());
    bob.reply("@evenkeel note seen on the graph");
    assertThat(thread).containsText("Noted on INC-1");
    bob.picture("capture-09-mentioned", newest(bob));
    bob.type("@evenkeel resolve pool enlarged");
    assertThat(bob.card()).containsText("resolved");
    assertThat(bob.message("Only visible to you", "Resolved").last()).isVisible();
    bob.picture("capture-10-resolved-by-mention");
    assertThat(
            stage.slack.workspace().snapshot().messagesOf(stage.channel(ROOM).id()).stream()
                .filter(message -> String.valueOf(message.blocks()).contains("seen on the graph")))
        .hasSize(1);
  }

  /** What came last in the open thread. */
  private static Locator newest(Window window) {
    return window.thread().getByTestId("message").last();
  }

  private static String ts(Stage stage, String words) {
    return stage.messages(ROOM).stream()
        .filter(message -> message.text().contains(words) && message.user().equals("U0BOB"))
        .map(Message::ts)
        .findFirst()
        .orElseThrow();
  }
}
