package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.sandbox.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An incident on a service with a runbook: it is offered, followed, changed under way, and told.
 */
final class RunbookStoryTest {
  private static final String ROOM = "inc-1-api-service-down";
  private static final String RUNBOOK =
      """
      ---
      services: [api]
      ---
      # The API answers 5xx

      ## Symptoms
      - The alert `ApiDown` fires <!channel>

      ## Diagnosis
      1. Count connections to the **database**
         ```
         psql -c 'select count(*) from pg_stat_activity'
         ```
      2. Look at the latest deploys

      ## Mitigation (Immediate)
      - Restart one pod
        ```
        kubectl rollout restart deploy/api
        ```

      ## Resolution (Long-term)
      - Enlarge the pool
      """;

  @Test
  @Timeout(240)
  void aRunbookIsOfferedFollowedAndToldInThePostmortem() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/runbooks"));
    Path file = Files.writeString(folder.resolve("api-down.md"), RUNBOOK);
    try (var browser = Browser.open();
        var stage =
            Stage.with(
                "runbooks",
                """
                reminders: {SEV-1: none}
                rules: []
                oncall:
                  sre: {zone: UTC, starts: 2026-03-09, layers: [{people: [bob]}]}
                services:
                  api: {tier: 1, owner: payments, channel: payments-team, policy: sre, depends_on: [db], aliases: [checkout]}
                  db: {tier: 0, owner: sre}
                runbooks: runbooks
                """);
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(390, 844), stage, "bob", "general")) {
      stage.clock.at("14:32");
      Locator declared =
          alice.ask(
              "/incident declare API service down --severity SEV-1 --service checkout --service db",
              "INC-1 API service down");
      assertThat(declared).containsText("There is a runbook: The API answers 5xx.");
      alice.picture("runbook-01-declared");
      alice.open(ROOM);
      assertThat(alice.card()).containsText("The API answers 5xx (5 steps)");
      alice.picture("runbook-02-card");

      alice.press(alice.card(), "Runbook");
      Locator shown = alice.message("Only visible to you", "commands are here to be copied").last();
      assertThat(shown).containsText("psql -c 'select count(*) from pg_stat_activity'");
      assertThat(shown).containsText("0 of 5 steps done");
      alice.picture("runbook-03-shown", shown);
      alice.noSeriousViolations();
      stage.clock.at("14:36");
      done(shown).first().click();
      assertThat(shown).containsText("1 of 5 steps done");
      assertThat(shown).containsText("Take back");
      alice.picture("runbook-04-ticked", shown);

      bob.ask(
          "/incident runbook tick 2 --incident-id INC-1", "Step 2 of The API answers 5xx is done");
      alice.ask("/incident runbook", "2 of 5 steps done");
      bob.ask("/incident service checkout", "Called by schedule sre");
      bob.picture("runbook-05-service-on-a-phone");
      bob.ask("/incident service readiness", "2 of 2 services lack something");
      bob.picture("runbook-06-readiness-on-a-phone");

      Files.writeString(
          file, RUNBOOK.replace("- Restart one pod", "- Restart every pod, one by one"));
      Locator before = alice.message("Only visible to you", "2 of 5 steps done").last();
      // It is looked at once a second: until then it is ticked as it was read.
      Stage.eventually(
          "the file is read again",
          () ->
              stage
                  .say("alice", ROOM, "runbook tick 4 --read 00000000")
                  .contains("Restart every pod"));
      done(before).nth(1).click();
      assertThat(alice.message("Only visible to you", "was changed since it was shown").last())
          .containsText("Restart every pod, one by one");
      alice.picture("runbook-07-changed");

      stage.clock.at("14:50");
      stage.say("alice", ROOM, "resolve Pool enlarged");
      assertThat(stage.export(1))
          .contains("| api-down | 1. The alert")
          .contains("| api-down | 2. Count connections to the database | Diagnosis | bob |")
          .contains("There was no runbook for:\n\n- db\n")
          .contains("- a runbook for db: who writes it, by when?");
    }
  }

  private static Locator done(Locator message) {
    return message.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Done").setExact(true));
  }
}
