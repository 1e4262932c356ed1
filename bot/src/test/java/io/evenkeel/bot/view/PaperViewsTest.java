package io.evenkeel.bot.view;

import static io.evenkeel.bot.view.Incidents.ALICE;
import static io.evenkeel.bot.view.Incidents.BOB;
import static io.evenkeel.bot.view.Incidents.DECLARED;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Audience;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Statement;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.revision.MaybeName;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.postmortem.revision.Revision;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of postmortems and statements, word for word in {@code golden/}. */
final class PaperViewsTest {
  private static final ChannelId ROOM = new ChannelId("C1");
  private static final String MACHINE =
      """
      ---
      incident: INC-42
      ---

      # Postmortem

      ## Timeline

      <!-- evenkeel:begin timeline -->

      - 14:30 UTC (T+0m): it is slow

      <!-- evenkeel:end timeline -->

      ## Impact

      <!-- prompt: How many? -->
      """;

  private final Incidents story =
      Incidents.underWay()
          .say(20, new Command.Mitigate("the pool is larger"))
          .say(25, new Command.Resolve("Enlarged the pool"));

  @Test
  void thePreviewShowsWhatAReaderWouldNotice() {
    String newer = MACHINE.replace("slow\n", "slow\n- 14:31 UTC (T+1m): it is \\_down\\_\n");
    GoldenJson.matches(
        "paper-preview", AnswerView.message(PaperView.preview(paper("Mine.\n", newer))));
  }

  @Test
  void theChecksTellWhatIsMissingAndWhatDoesNotFit() {
    GoldenJson.matches(
        "paper-checks",
        AnswerView.message(PaperChecks.of(paper("It was a 3 hour outage.\n", MACHINE), 2)));
  }

  @Test
  void wordsThatMayBeNamesArePutToAPerson() {
    GoldenJson.matches(
        "paper-names",
        AnswerView.message(
            PaperView.names(
                story.incident(),
                List.of(
                    new MaybeName("Will", "Will Smith", 12, 1),
                    new MaybeName("Mark", "Mark Young", 14, 3),
                    new MaybeName("May", "May Rose", 20, 1)))));
  }

  @Test
  void whoeverFinishesItIsTold() {
    var owned =
        new Postmortem(Postmortem.State.DRAFT, BOB, LocalDate.parse("2026-12-01"), null, null);
    GoldenJson.matches("paper-told", PaperView.told(story.incident(), owned, ROOM));
  }

  @Test
  void aSectionIsEditedInAForm() {
    GoldenJson.matches("paper-edit", PaperModal.edit(paper("Mine.\n", MACHINE), null));
  }

  @Test
  void theFourQuestionsAreOneForm() {
    GoldenJson.matches("paper-questions", QuestionsModal.of(story.incident()));
  }

  @Test
  void aStatementIsAskedForToldAndPosted() {
    var waits =
        new Statement(1, Audience.CUSTOMERS, "We are *slow* <!here>.", ALICE, DECLARED, null);
    var verdict =
        new Statement.Verdict(
            Statement.How.APPROVED, BOB, "communications lead", DECLARED.plusSeconds(60));
    var approved = new Statement(1, Audience.CUSTOMERS, waits.text(), ALICE, DECLARED, verdict);
    GoldenJson.matches("statement-ask", StatementAsk.of(story.incident(), waits, ROOM));
    GoldenJson.matches(
        "statement-verdict", StatementView.verdict(story.incident(), approved, verdict));
    GoldenJson.matches("statement-post", StatementView.post(story.incident(), approved));
    GoldenJson.matches("statement-reply", StatementView.reply(story.incident(), approved));
    GoldenJson.matches(
        "statement-list",
        StatementView.list(story.incident(), List.of(waits, approved), ALICE.id()));
  }

  private Paper paper(String added, String machine) {
    Draft draft =
        Draft.of(
            story.incident(),
            story.last(story.incident().entries()),
            List.of(),
            story.board(),
            List.of(),
            SeverityScale.STANDARD,
            new Draft.Head(story.incident().entries(), "abc"));
    var newest =
        new Revision(2, new Actor.Human(ALICE), MACHINE, MACHINE + added, "Edited", DECLARED);
    return new Paper(Postmortem.NONE, newest, draft, machine);
  }
}
