package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Nobody takes the commander's role: the page goes to the primary, the secondary and the
 * escalation; somebody acknowledges, and it stops.
 */
final class PageStoryTest {
  private static final String ROOM = "inc-1-api-service-down";

  private static final String SECRET = "a-secret-of-the-story";

  @Test
  @Timeout(240)
  void aPageGoesUpUntilSomebodyHasItInHand() throws Exception {
    Path settings = Path.of("target/paging.yaml");
    try (var browser = Browser.open();
        var pager = new FakePager(SECRET);
        var stage = Stage.withDoor()) {
      Files.writeString(
          settings,
          Stage.UNHINDERED
              + """
              schedule:
                look_every: 200ms
              reminders: {SEV-1: none}
              oncall:
                sre: {zone: UTC, starts: 2026-03-09, weeks: [{week: 1, primary: bob, secondary: charlie, escalation: dana}]}
              paging:
                policies:
                  commander:
                    severities: [SEV-1, SEV-2]
                    steps:
                      - {oncall: sre, layer: primary, ring: pager, wait: 6m}
                      - {oncall: sre, layer: secondary, wait: 6m}
                      - {oncall: sre, layer: escalation, wait: 6m}
                      - {channel: true}
                outlets:
                  pager: {kind: webhook, url: "%s", secret: PAGER_SECRET}
              """
                  .formatted(pager.url()));
      stage.startBot(Map.of("EVENKEEL_CONFIG", settings.toString(), "PAGER_SECRET", SECRET));
      stage.ready();
      try (var alice = new Window(browser.page(), stage, "alice", "general");
          var bob = new Window(browser.page(390, 844), stage, "bob", "general");
          var dana = new Window(browser.page(390, 844), stage, "dana", "general")) {
        // Half a minute past: what is counted in whole minutes is the same however fast people
        // press.
        stage.clock.at("14:32", 30);
        alice.ask("/incident declare API service down --severity SEV-1", "INC-1");
        alice.open(ROOM);
        pager.eventually("page.trigger evenkeel/127.0.0.1:3000/INC-1/page/1");
        Locator line = alice.message("Page 1 for commander").first();
        assertThat(line).containsText("bob (primary of sre)");
        assertThat(line).containsText("not answered yet");
        alice.picture("page-01-sent");

        Locator paged = bob.told("You are paged for INC-1");
        assertThat(paged).containsText("API service down");
        bob.picture("page-02-direct-message", paged);
        bob.noSeriousViolations();

        stage.clock.at("14:36");
        assertThat(alice.message("page 1 of INC-1", "waits for you").last()).isVisible();
        alice.picture("page-03-mentioned");
        stage.clock.at("14:40");
        assertThat(line).containsText("charlie (secondary of sre)");
        assertThat(paged).containsText("Your time was up");
        stage.clock.at("14:44");
        assertThat(alice.message("page 1 of INC-1", "waits for you").nth(1)).isVisible();
        stage.clock.at("14:48");
        assertThat(line).containsText("dana (escalation of sre)");
        alice.picture("page-04-escalated", line);

        Locator last = dana.told("You are paged for INC-1");
        stage.clock.at("14:50");
        dana.press(last, "Acknowledge");
        assertThat(last).containsText("You have it in hand");
        dana.picture("page-05-acknowledged", last);
        assertThat(line).containsText("dana has it in hand, after 17 min (the target is 5 min)");
        assertThat(line).containsText("bob (primary of sre)");
        Locator settled = alice.message("page 1 of INC-1", "dana has it in hand").last();
        assertThat(settled).isVisible();
        assertThat(
                settled.locator("button", new Locator.LocatorOptions().setHasText("Acknowledge")))
            .hasCount(0);
        assertThat(alice.message("page 1 of INC-1", "waits for you")).hasCount(0);
        alice.picture("page-06-stopped", line);
        pager.eventually("page.acknowledge evenkeel/127.0.0.1:3000/INC-1/page/1 by dana");
        nobodyWaitsFor(stage, alice);
        stage.clock.at("15:30");
        stage.say("alice", ROOM, "resolve Pool enlarged");
        pager.eventually("page.resolve evenkeel/127.0.0.1:3000/INC-1/page/1 by dana");
        assertThat(pager.heard()).hasSize(3);
        assertThat(stage.export(1))
            .contains("Page 1: bob (primary of sre), pager outside Slack")
            .contains("Page 1 goes on: charlie (secondary of sre)")
            .contains("dana acknowledged page 1 after 17 min")
            .contains("erin is in Do Not Disturb")
            .contains("Nobody acknowledged page 2");
      }
    }
  }

  /** Erin sleeps: that is said at once, and that nobody else is left to ask. */
  private static void nobodyWaitsFor(Stage stage, Window alice) {
    stage
        .slack
        .workspace()
        .people()
        .quiet("U0ERIN", stage.clock.instant(), stage.clock.instant().plus(Duration.ofHours(8)));
    alice.ask("/incident page @erin who knows the pool?", "Page 2 of INC-1");
    Locator line = alice.message("Page 2 for erin").first();
    assertThat(line).containsText("in Do Not Disturb until");
    assertThat(line).containsText("nobody has it in hand");
    alice.picture("page-07-do-not-disturb", line);
    assertThat(alice.told("Nobody has page 2 of INC-1")).containsText("Call somebody");
    alice.picture("page-08-nobody-answered");
    alice.open(ROOM);
  }
}
