package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.declared;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MissingTest {

  @Test
  void resolvingAsksSinceWhenUsersWereNoLongerHurtAndWhatEndedIt() {
    var scene = declared().minutes(3).with(new Command.Note("looked at the pool", null));
    var better = scene.minutes(9).with(new Command.Note("errors are falling", null)).now();
    Answer asked = asked(scene.minutes(10), new Command.Resolve(null));

    assertThat(words(asked)).contains("no longer hurt?", "What ended it?", "Leave out");
    assertThat(asked.offers().stream().map(Offer::command))
        .containsExactly(
            "milestone mitigated " + better + " --incident-id INC-42",
            "milestone mitigated " + scene.now() + " --incident-id INC-42",
            "milestone mitigated unknown --incident-id INC-42",
            "resolution --incident-id INC-42",
            "postmortem --incident-id INC-42");
    assertThat(asked.offers().getFirst().label()).isEqualTo("T+12m: errors are falling");
  }

  @Test
  void theLatestUpdateIsSuggestedWhereNothingSoundsLikeGettingBetter() {
    var scene = declared().minutes(3).with(new Command.Update("pool is full", null, null, false));
    Answer asked = asked(scene.minutes(10), new Command.Resolve("more connections"));

    assertThat(asked.offers().getFirst().label()).isEqualTo("T+3m: pool is full");
    assertThat(words(asked)).doesNotContain("What ended it?");
  }

  @Test
  void whatWasPutRightIsNoSuggestion() {
    var scene = declared().minutes(3).with(new Command.SetMilestone(Milestone.DETECTED, null));
    var timeline = scene.timeline();
    var wrong =
        new TimelineEntry(
            9, scene.now(), scene.now(), EntryKind.NOTE, Scene.human(BOB), "fixed it", null, null);
    var right =
        new TimelineEntry(
            10, scene.now(), scene.now(), EntryKind.NOTE, Scene.human(BOB), "no", null, 9);
    assertThat(Relief.of(scene.incident(), List.of(wrong))).hasSize(1);
    assertThat(Relief.of(scene.incident(), List.of(timeline.getFirst(), wrong, right))).isEmpty();
  }

  @Test
  void whatIsKnownOrKnownToBeUnknownIsNotAsked() {
    assertThat(words(asked(declared().with(new Command.Mitigate(null)), new Command.Resolve(null))))
        .doesNotContain("Since when")
        .contains("What ended it?");
    var unknown = declared().with(new Command.SetMilestone(Milestone.MITIGATED, null));
    assertThat(words(asked(unknown, new Command.Resolve("done"))))
        .isEqualTo("Resolved INC-42 API service down.");
  }

  @Test
  void onceItIsSaidTheQuestionIsGone() {
    assertThat(words(Missing.mitigated(asked(declared(), new Command.Resolve(null)))))
        .isEqualTo(
            "Resolved INC-42 API service down. What ended it? Leave out what you do not know.");
    Answer nothing = Missing.mitigated(asked(declared(), new Command.Resolve("done")));
    assertThat(words(nothing)).isEqualTo("Resolved INC-42 API service down.");
    assertThat(nothing.offers().stream().map(Offer::command))
        .containsExactly("postmortem --incident-id INC-42");
  }

  private static Answer asked(Scene scene, Command.OnIncident command) {
    Decision.Accepted decision = scene.does(BOB, command);
    return Missing.ask(decision.answer(), scene.incident(), scene.timeline(), scene.now());
  }

  private static String words(Answer answer) {
    return answer.words().spans().stream()
        .map(span ->
            span instanceof Prose.Strong(String strong)
                ? strong
                : span instanceof Prose.Text(String text) ? text : "")
        .collect(Collectors.joining());
  }
}
