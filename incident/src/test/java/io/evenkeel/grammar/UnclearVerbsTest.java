package io.evenkeel.grammar;

import static io.evenkeel.grammar.World.misunderstood;
import static io.evenkeel.grammar.World.offered;
import static io.evenkeel.grammar.World.order;
import static io.evenkeel.grammar.World.ordered;
import static io.evenkeel.grammar.World.say;
import static io.evenkeel.grammar.World.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done as it was said: what is answered instead. */
class UnclearVerbsTest {
  private static final IncidentNumber INC_12 = new IncidentNumber(12);

  @Test
  void updateAloneOpensItsModal() {
    assertThat(say("update"))
        .isInstanceOfSatisfying(
            Utterance.Form.class, form -> assertThat(form.verb()).isEqualTo(Verb.UPDATE));
    assertThat(say("update INC-12"))
        .isInstanceOfSatisfying(
            Utterance.Form.class, form -> assertThat(form.target()).isEqualTo(INC_12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "decision", "reopen", "cancel", "milestone", "note --at 14:02"})
  void aVerbThatNeedsWordsShowsItsFormAndAnExample(String text) {
    Verb verb = Verb.find(text.split(" ", 2)[0]).orElseThrow();
    assertThat(words(text)).contains("/incident " + verb.form(), "/incident " + verb.example());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "join INC-12 now",
        "postmortem please",
        "list mine please",
        "list everything",
        "war-room build",
        "help assign now",
        "status bogus",
        "update text --status bogus",
        "update --next 30m",
        "update --message a --message b",
        "update words --message words",
        "update text --next 0m",
        "update text --next never",
        "severity",
        "severity huge",
        "note text --at soon",
        "note text --at 14:02 --at 14:03",
        "milestone birthday 14:30",
        "milestone detected",
        "milestone detected soon",
        "milestone detected 14:30 by the alert",
        "resolve --resolution a --message b",
        "resolve --incident-id foo",
        "resolve --incident-id INC-0",
        "resolve INC-12 --incident-id INC-13",
        "cancel x --as nonsense",
        "resolve \"done",
        "resolve done --severity SEV-1",
        "INC-12 declare api down",
        "INC-12 dance",
        "frobnicate",
        "<@U1|alice> declare"
      })
  void whatCannotBeUsedIsSaidAndNothingIsRecorded(String text) {
    assertThat(misunderstood(text).recorded()).isFalse();
    assertThat(words(text)).contains("/incident").doesNotContain("null");
  }

  @ParameterizedTest
  @EnumSource
  void everyExampleIsUnderstood(Verb verb) {
    assertThat(say(verb.example())).isNotInstanceOf(Utterance.Misunderstood.class);
  }

  @Test
  void aMisspeltVerbIsOfferedWithTheWholeCommand() {
    assertThat(words("resovle fixed <@U2|bob>'s pool")).contains("/incident resolve");
    assertThat(offered("resovle fixed it")).startsWith("resolve fixed it");
    assertThat(offered("stauts")).startsWith("status");
    assertThat(offered("declrae api down --severity SEV-1"))
        .startsWith("declare api down --severity SEV-1");
    assertThat(offered("resovle " + "x".repeat(2_500))).containsExactly("help");
  }

  @Test
  void anUnknownVerbShowsTheWayToHelp() {
    assertThat(words("xyzzy")).contains("“xyzzy”").contains("/incident help");
    assertThat(offered("db is down"))
        .containsExactly("note db is down", "declare db is down", "help");
  }

  @Test
  void aStatusThatIsAVerbIsOfferedAsTheVerb() {
    assertThat(offered("status mitigated pool enlarged")).containsExactly("mitigate pool enlarged");
    assertThat(offered("status fixed")).containsExactly("resolve");
  }

  @Test
  void aNoteThatBeginsWithAnIncidentIsAskedFor() {
    assertThat(words("note INC-12 shows the same")).contains("INC-12");
    var offers = offered("note INC-12 shows the same");
    assertThat(order(offers.get(0)).target()).isEqualTo(INC_12);
    assertThat(ordered(offers.get(0))).isEqualTo(new Command.Note("shows the same", null));
    assertThat(order(offers.get(1)).target()).isNull();
    assertThat(ordered(offers.get(1))).isEqualTo(new Command.Note("INC-12 shows the same", null));
  }

  @Test
  void aMisspeltMilestoneIsOfferedRight() {
    assertThat(offered("milestone detekted 14:30")).containsExactly("milestone detected 14:30");
    assertThat(offered("milestone detected"))
        .containsExactly("milestone detected now", "milestone detected unknown");
  }
}
