package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One line declares, and by the rules people are brought in and paged, told what to do, and told.
 */
final class RulesStoryTest {
  private static final String ROOM = "inc-1-checkout-fails";
  private static final String SECRET = "a-secret-of-the-story";

  @Test
  @Timeout(240)
  void declaringASev1SummonsPeopleAndTellsOthers() throws Exception {
    Path settings = Path.of("target/rules.yaml");
    try (var browser = Browser.open();
        var receiver = new FakePager(SECRET);
        var stage = Stage.withDoor()) {
      Files.writeString(
          settings,
          Stage.UNHINDERED
              + """
              schedule: {look_every: 200ms}
              reminders: {SEV-1: none}
              oncall:
                payments: {zone: UTC, starts: 2026-03-09, layers: [{people: [bob]}]}
              paging:
                policies:
                  payments: {steps: [{oncall: payments, wait: 30m}]}
                outlets:
                  ops: {kind: webhook, url: "%s", secret: OPS_SECRET}
              rules:
                - name: money
                  on: [declared, status]
                  when: {severity: SEV-1}
                  do:
                    - invite: "@dana"
                    - page: payments
                    - checklist: [Look at the dashboards, Tell support]
                    - webhook: ops
              """
                  .formatted(receiver.url()));
      stage.startBot(Map.of("EVENKEEL_CONFIG", settings.toString(), "OPS_SECRET", SECRET));
      stage.ready();
      try (var alice = new Window(browser.page(), stage, "alice", "general");
          var bob = new Window(browser.page(390, 844), stage, "bob", "general")) {
        alice.ask("/incident declare sev1 Checkout fails", "INC-1");
        alice.picture("rules-01-declared");
        receiver.heardLike("incident.declared evenkeel/127.0.0.1:3000/INC-1/declared/");
        alice.open(ROOM);
        assertThat(alice.message("Page 1 for payments").first()).containsText("bob");
        assertThat(alice.card()).containsText("Look at the dashboards");
        assertThat(alice.card()).containsText("Tell support");
        alice.picture("rules-02-channel");
        Locator paged = bob.told("You are paged for INC-1");
        bob.press(paged, "Acknowledge");
        assertThat(paged).containsText("You have it in hand");
        bob.picture("rules-03-paged", paged);
        stage.say("alice", ROOM, "resolve Pool enlarged");
        receiver.heardLike("incident.status evenkeel/127.0.0.1:3000/INC-1/status/");
        assertThat(receiver.heard()).hasSize(2);
        assertThat(stage.export(1)).contains("Rule: dana is brought in");
      }
    }
  }
}
