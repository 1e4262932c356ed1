package io.evenkeel.bot.view;

import static io.evenkeel.bot.view.Incidents.ALICE;
import static io.evenkeel.bot.view.Incidents.BOB;
import static io.evenkeel.bot.view.Incidents.DECLARED;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.runbook.Reading;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Step;
import io.evenkeel.runbook.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runbooks as people read them, word for word in {@code golden/}. */
final class RunbookViewsTest {
  private static final Runbook API_DOWN =
      read(
          """
          # API is down

          ## Symptoms
          - `ApiDown` fires

          ## Diagnosis
          ### Pool
          - Look at the *connections*
            ```
            psql -c 'select count(*) from pg_stat_activity'
            ```

          ## Mitigation (Immediate)
          1. Restart one pod
          """);

  private final Incident incident = Incidents.underWay().incident();

  @Test
  void aRunbookIsFollowedStepByStep() {
    GoldenJson.matches("runbook", RunbookView.of(API_DOWN, incident, done(1), null));
  }

  @Test
  void aRunbookWithoutAnIncidentHasNothingToTick() {
    assertThat(GoldenJson.text(RunbookView.of(API_DOWN, null, List.of(), null)))
        .contains("3 steps", "psql -c")
        .doesNotContain("runbook tick", "say:step");
  }

  @Test
  void whatBecameOfAStepStandsAboveThePageThatHoldsIt() {
    Message after =
        RunbookView.after(
            Answer.recorded(incident.number(), Prose.of("✅ Step 1 is done.")),
            API_DOWN,
            incident,
            done(1),
            1);

    assertThat(GoldenJson.text(after.blocks().getFirst())).contains("✅ Step 1 is done.");
    assertThat(GoldenJson.text(after)).contains("runbook untick 1", "runbook tick 2");
  }

  @Test
  void aLongRunbookIsPagedWithinSlacksLimits() {
    var text = new StringBuilder("# Long\n## Diagnosis\n");
    for (int i = 1; i <= 200; i++) {
      text.append("- ").append("step ".repeat(i % 7 == 0 ? 280 : 3)).append(i).append('\n');
      for (int c = 0; c < i % 12; c++) {
        text.append("  ```\n  ").append("command ".repeat(c * 40)).append(c).append("\n  ```\n");
      }
    }
    Runbook runbook = read(text.toString());
    int shown = 0;
    String last = "";
    for (int page = 1; ; page++) {
      Message message = RunbookView.of(runbook, incident, List.of(), page);
      String json = GoldenJson.text(message);
      if (json.equals(last)) {
        break;
      }
      assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
      last = json;
      shown += json.split("\"action_id\":\"say:step-", -1).length - 1;
    }
    assertThat(shown).isEqualTo(200);
  }

  @Test
  void thePageWithTheNextStepIsShown() {
    Runbook runbook = read("# Long\n## Diagnosis\n" + "- look\n".repeat(25));

    assertThat(GoldenJson.text(RunbookView.of(runbook, incident, first(runbook, 12), null)))
        .contains("page 2 of 3", "12 of 25 steps done");
  }

  @Test
  void nothingInARunbookPingsOrFormats() {
    String hostile = "<!channel> <@U1> *bold* ~gone~ `code <!here>` &amp;";
    Runbook runbook =
        read("# " + hostile + "\n## Diagnosis\n- " + hostile + "\n```\n" + hostile + "\n```\n");
    String json = GoldenJson.text(RunbookView.of(runbook, incident, List.of(), null));

    assertThat(Markup.in(RunbookView.of(runbook, incident, List.of(), null)))
        .allSatisfy(text -> assertThat(text).doesNotContain("<!", "<@U1>"));
    assertThat(json).contains("\"type\":\"rich_text_preformatted\"");
  }

  @Test
  void theCardOffersTheRunbookWhileItIsOpen() {
    var card = new Card(incident, Board.EMPTY, List.of(), List.of(API_DOWN));
    String json = GoldenJson.text(CardView.of(card, Roles.STANDARD, SeverityScale.STANDARD));

    assertThat(json)
        .contains("API is down", " (3 steps)", "runbook \\\"api-down\\\" --incident-id INC-42");
  }

  private static List<RunbookStep> done(int... steps) {
    return Arrays.stream(steps)
        .mapToObj(number -> row(API_DOWN, API_DOWN.steps().get(number - 1)))
        .toList();
  }

  private static List<RunbookStep> first(Runbook runbook, int steps) {
    return runbook.steps().stream().limit(steps).map(step -> row(runbook, step)).toList();
  }

  private static RunbookStep row(Runbook runbook, Step step) {
    return new RunbookStep(
        step.number(),
        runbook.name(),
        step.number(),
        step.heading(),
        step.text(),
        step.number() % 2 == 0 ? ALICE : BOB,
        DECLARED.plusSeconds(240),
        null);
  }

  private static Runbook read(String markdown) {
    return Objects.requireNonNull(Reading.of("api-down", Use.UNSAID, markdown, 1).runbook());
  }
}
