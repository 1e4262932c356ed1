package io.evenkeel.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
  private static final List<Participant> PEOPLE =
      List.of(
          new Participant("U024BE7LH", List.of("Alice Moreau", "alice"), "incident commander"),
          new Participant("U0ABCDEF12", List.of("Zoë K. Šimková"), "tech lead"),
          new Participant("W012A3CDE", List.of("Will Hunter", "whunter"), null),
          new Participant(null, List.of("Ann Lee"), null),
          new Participant(null, List.of("Ann Lee-Smith"), null),
          new Participant("U0JPJPJP99", List.of("田中太郎"), null),
          new Participant(null, List.of("A.* (b)[c]$"), "incident commander"),
          new Participant(null, List.of("mark"), null));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Alice Moreau restarted it.;incident commander restarted it.",
        "ALICE  moreau's change;incident commander's change",
        "**Alice** Moreau, Moreau, Alice;**incident commander, incident commander",
        "I asked <@U024BE7LH> and <@U024BE7LH|alice>.;I asked incident commander and incident"
            + " commander.",
        "\\<@U024BE7LH>;incident commander",
        "@alice and @alice.moreau and @Alice;incident commander and incident commander and incident"
            + " commander",
        "see U024BE7LH;see incident commander",
        "alice said so;incident commander said so",
        "mail alice@example.org.;mail an e-mail address.",
        "mailto:a.b+c%40example.co.uk;mailto:an e-mail address",
        "Zoe K. Simkova, ZOË K\\. ŠIMKOVÁ;tech lead, tech lead",
        "Will Hunter will hunter;responder A will hunter",
        "Ann Lee and Ann Lee-Smith;responder B and responder C",
        "Ann Lee-led;responder B-led",
        "昨日田中太郎が直した;昨日responder Dが直した",
        "A.\\* (b)\\[c\\]\\$ wrote;incident commander B wrote",
        "<@U09STRANGE1> and <@U09STRANGE1> and @nobody-knows;responder F and responder F and"
            + " responder G",
        "@here @channel and @types/node stay;@here @channel and @types/node stay",
        "[x](https://s.example/team/U024BE7LH);[x](https://s.example/team/incident-commander)",
        "> \"ask Alice\", said whunter;> \"ask incident commander\", said responder A",
        "<!-- prompt: Alice? -->;<!-- prompt: incident commander? -->",
        "| mark | 14:02 |x;| responder E | 14:02 |x"
      })
  void outsideEverybodyIsARole(String text, String recast) {
    assertEquals(recast, outside(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The service will mark the node as a hunter of sessions.",
        "It may be that the alert, a malice, is annual.",
        "UNKNOWN WARNING UNAVAILABLE UTF16LE",
        "alicebob and malice",
        "A cell | with will | in it"
      })
  void proseWithWordsThatAreAlsoNamesStays(String prose) {
    assertEquals(prose, outside(prose).text());
  }

  @Test
  void aWordThatMayBeANameIsPutToAPersonAndReplacedOnceConfirmed() {
    String text = "First.\n\nWill said that Will Hunter will look. Will he?\n";
    Recast recast = outside(text);
    assertEquals("First.\n\nWill said that responder A will look. Will he?\n", recast.text());
    assertEquals(List.of(new Question("Will", "Will Hunter", 3, 2)), recast.questions());
    assertEquals(
        "Line 3: is \"Will\" the name of Will Hunter (2 places)? If so, write the role instead.",
        recast.questions().getFirst().words());
    Recast confirmed = People.outside("Will knows.", Cast.of(PEOPLE, Set.of("Will")));
    assertEquals("responder A knows.", confirmed.text());
    assertTrue(confirmed.questions().isEmpty());
    assertEquals(
        "We will see, responder A.",
        People.outside("We will see, Will.", Cast.of(PEOPLE, Set.of("Will"))).text());
  }

  @Test
  void insideTheTimelineStillSaysWhoTookWhichRole() {
    String text =
        """
        <!-- evenkeel:begin timeline -->
        - 14:32 UTC (T+2m): Alice Moreau is acting incident commander
        - 14:33 UTC (T+3m): Ann Lee asks Alice Moreau for the role of incident commander
        - 14:34 UTC (T+4m): Alice Moreau lays command down and is acting until somebody takes it
        - 14:35 UTC (T+5m): Ann Lee is no longer scribe
        - 14:36 UTC (T+6m): Ann Lee restarted it
        - 14:37 UTC (T+7m): Ann Lee wrote: Alice Moreau is incident commander
        <!-- evenkeel:end timeline -->
        """;
    assertEquals(
        text.replace("Ann Lee restarted", "responder B restarted")
            .replace("Ann Lee wrote: Alice Moreau", "responder B wrote: incident commander"),
        People.inside(text, Cast.of(PEOPLE, Set.of())).text());
  }

  @Test
  void insideNamesStayInRolesAndActionsAndBecomeRolesInTheNarrative() {
    String text =
        """
        ---
        owner: Alice Moreau
        ---

        Alice Moreau restarted it.

        ## Action Items

        - Alice Moreau: raise the limit

        ### Later

        - Ann Lee: nothing

        ## Lessons

        Ann Lee saw it.

        <!-- evenkeel:begin roles -->
        | Incident commander | Alice Moreau |
        <!-- evenkeel:end roles -->

        Asked <@U024BE7LH>.
        """;
    Recast inside = People.inside(text, Cast.of(PEOPLE, Set.of()));
    assertEquals(
        text.replace("Alice Moreau restarted", "incident commander restarted")
            .replace("Ann Lee saw", "responder B saw")
            .replace("<@U024BE7LH>", "incident commander"),
        inside.text());
  }

  @Test
  void bystandersAreKnownInFullByIdAndByHandleAndNumberedWhenTheyAreMet() {
    Cast cast =
        Cast.of(
            List.of(PEOPLE.getFirst()),
            List.of(
                PEOPLE.getFirst(),
                new Participant("U0BY1", List.of("Bea Stander", "beas"), null),
                new Participant("U0BY2", List.of("Frank Page", "Hope", "checkout"), null)),
            Set.of());
    assertEquals(
        "checkout: responder A, incident commander, responder B, responder A. Hope stays, and Bea.",
        People.outside("checkout: Frank Page, Alice, @beas, <@U0BY2>. Hope stays, and Bea.", cast)
            .text());
  }

  @Test
  void whoStandsForWhomIsTheSameEachTime() {
    assertEquals(
        outside("<@U09A> Ann Lee <@U09B>").text(), outside("<@U09A> Ann Lee <@U09B>").text());
    assertEquals("AB", Cast.letters(27));
  }

  private static Recast outside(String text) {
    return People.outside(text, Cast.of(PEOPLE, Set.of()));
  }

  @Test
  void mentionsAndNamesInTheFrontMatterAreCaughtAsYamlWritesThem() {
    String yaml = "name: \"Down since \\u003c@U0ALICE01|asmith\\u003e, says Al \\u003cb\\u003e\"\n";
    var al = new Participant("U0ALB00001", List.of("Al <b>"), null);
    assertEquals(
        "name: \"Down since responder B, says responder A\"\n",
        People.outside(yaml, Cast.of(List.of(al), Set.of())).text());
  }
}
