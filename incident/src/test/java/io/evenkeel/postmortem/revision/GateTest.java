package io.evenkeel.postmortem.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Person BOB = new Person(new PersonId("U0BOB"), "bob");
  private static final String DONE =
      """
      ## Impact

      <!-- prompt: How many? -->

      1,200 people could not pay for 12 minutes.

      ### Where we were lucky

      The replica was warm.

      ### Where we were unlucky

      Nothing notable, because it was a quiet night.
      """;
  private static final Gate.Evidence EVIDENCE = new Gate.Evidence(3, 10);

  @Test
  void aPostmortemThatSaysEverythingPasses() {
    Gate gate = Gate.of(DONE, List.of(action(BOB, LocalDate.of(2026, 12, 1))), EVIDENCE);

    assertThat(gate.failed()).isEmpty();
    assertThat(gate.score()).isEqualTo(100);
  }

  @Test
  void anImpactWithoutANumberIsAsked() {
    assertThat(failed(DONE.replace("1,200 people could not pay for 12 minutes", "People hurt")))
        .containsExactly("Impact in numbers");
  }

  @Test
  void nothingNotableWithoutAReasonIsNoAnswer() {
    assertThat(failed(DONE.replace(", because it was a quiet night", " at all happened")))
        .containsExactly("Both sides of luck");
  }

  @Test
  void anOpenQuestionIsQuoted() {
    Gate gate =
        Gate.of(
            DONE + "\n## More\n\n<!-- prompt: Who else? -->\n",
            List.of(action(BOB, LocalDate.of(2026, 12, 1))),
            EVIDENCE);

    assertThat(gate.failed())
        .extracting(Gate.Check::why)
        .containsExactly("one question is open: “Who else?”");
  }

  @Test
  void everyActionNeedsAnOwnerAndADay() {
    assertThat(Gate.of(DONE, List.of(action(null, null)), EVIDENCE).failed())
        .extracting(Gate.Check::why)
        .containsExactly("action item 1 needs an owner and a day");
    assertThat(Gate.of(DONE, List.of(), EVIDENCE).failed()).hasSize(1);
  }

  @Test
  void hearsayAndConflictsDoNotPass() {
    String conflict = Marker.conflict("roles", "bob --> did\n", "\n").text();

    assertThat(failed(DONE + conflict)).containsExactly("No conflicts");
    assertThat(failed(DONE + "<!-- evenkeel:begin roles -->\n")).containsExactly("No conflicts");
    assertThat(
            Gate.of(DONE, List.of(action(BOB, LocalDate.of(2026, 12, 1))), new Gate.Evidence(1, 10))
                .failed())
        .extracting(Gate.Check::name)
        .containsExactly("Evidence");
  }

  @Test
  void answersStandUnderTheHeadingsThatAskForThem() {
    String asked = DONE.replace("1,200 people could not pay for 12 minutes.\n", "");

    assertThat(new Answers("40 % of orders failed", "", "The runbook", "", "").in(asked))
        .contains("<!-- prompt: How many? -->\n\n40 % of orders failed\n")
        .endsWith("\n## What helped\n\nThe runbook\n")
        .contains("The replica was warm.");
  }

  @Test
  void luckStandsOnTheSideItWasSaidFor() {
    String asked =
        """
        ### Where we were lucky

        ### Where we were unlucky

        ## Action Items
        """;

    assertThat(new Answers("", "", "", "It was noon.", "It was Friday.").in(asked))
        .isEqualTo(
            """
            ### Where we were lucky

            It was noon.

            ### Where we were unlucky

            It was Friday.

            ## Action Items
            """);
    assertThat(new Answers("", "", "", "", "It was Friday.").in("## Impact\n"))
        .isEqualTo("## Impact\n\n## Where we were unlucky\n\nIt was Friday.\n");
  }

  private static List<String> failed(String text) {
    return Gate.of(text, List.of(action(BOB, LocalDate.of(2026, 12, 1))), EVIDENCE)
        .failed()
        .stream()
        .map(Gate.Check::name)
        .toList();
  }

  private static ActionItem action(@Nullable Person owner, @Nullable LocalDate due) {
    return new ActionItem(1, owner, "Alert on pool size", due, BOB, Instant.EPOCH, null);
  }
}
