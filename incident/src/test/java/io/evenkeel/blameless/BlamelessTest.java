package io.evenkeel.blameless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a finding says and what is never read. How good the rules are is in {@link MeasureTest}. */
class BlamelessTest {

  @Test
  void aFindingTellsTheRuleThePlaceTheWordsAndAQuestion() {
    String text = "# Summary\n\nAt night Alice failed to check the replica lag, and it grew.\n";
    Finding found = only(text);
    assertEquals(Rule.COUNTERFACTUAL, found.rule());
    assertEquals(Level.WARNING, found.level());
    assertEquals(new Finding.Span(3, 10, 20, 41), found.span());
    assertEquals("Alice failed to check", found.words());
    assertEquals("What made it hard to check the replica lag?", found.rewrite());
  }

  @Test
  void whatWasDoneAndShouldNotHaveBeenIsAskedTheOtherWayRound() {
    assertEquals(
        "What made it look right to restart all nodes at once?",
        only("The on-call engineer should not have restarted all nodes at once.").rewrite());
  }

  @Test
  void everyRewriteAsksWhatOrHow() {
    for (Labelled.Case one : Labelled.half("working").cases()) {
      for (Finding found : found(one.sentence())) {
        assertTrue(found.rewrite().matches("(What|How) .*\\?"), found::toString);
      }
    }
  }

  @Test
  void aSentenceGoesOnOverTheEndOfALine() {
    assertEquals("Alice\nforgot", only("That night Alice\nforgot the flag.\n").words());
  }

  @Test
  void peopleAreKnownByNameByMentionAndByWhatTheyAre() {
    for (String who :
        List.of("Alice", "Alice Moreau", "<@U024BE7LH>", "@alice", "The on-call engineer")) {
      assertEquals(1, found(who + " forgot the flag.").size(), who);
    }
    assertEquals(List.of(), found("Kafka forgot the flag."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\nauthor: Alice forgot\n---\n",
        "<!-- Alice forgot it -->",
        "<!-- prompt: Alice forgot\nit -->",
        "<!-- evenkeel:begin summary -->\nAlice forgot it.\n<!-- evenkeel:end summary -->",
        "> Alice forgot it.",
        "They said: \"Alice forgot it\".",
        "They said: “Alice forgot\nit”.",
        "They said: 'Alice forgot it'.",
        "```\nAlice forgot it\n```",
        "~~~ text\nAlice forgot it\n~~~",
        "    Alice forgot it",
        "`Alice forgot it`",
        "``Alice ` forgot it``",
        "See [the log](https://example.org/Alice-forgot-it \"Alice forgot it\").",
        "[log]: https://example.org/ 'Alice forgot it'",
        "https://example.org/why-did-Alice-do-it?",
        "## Timeline\n\nAlice forgot it.\n\n### Night\n\nAlice forgot it.",
        "- 14:32 UTC Alice forgot it",
        "- **14:32 UTC** Alice forgot it",
        "| 14:32 UTC | T+2m | Alice forgot it |",
        "| T+2m | Alice forgot it |",
        "2026-11-20 14:32 Alice forgot it"
      })
  void timelinesQuotesCodeAddressesAndWhatTheMachineWroteAreNotRead(String text) {
    assertEquals(List.of(), found(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Timeline\n\n- 14:32 UTC deploy\n\n## Lessons\n\nAlice forgot it.",
        "<!-- evenkeel:begin a -->\nx\n<!-- evenkeel:end a -->\nAlice forgot it.",
        "<!-- evenkeel:begin never-ended -->\n\nAlice forgot it.",
        "```\ncode\n```\nAlice forgot it.",
        "- first\n\n    Alice forgot it.",
        "| what | who |\n|---|---|\n| flag | Alice forgot it |",
        "At 14:32 Alice forgot it.",
        "**Alice** *forgot* it.",
        "The `deploy` ran and Alice forgot it.",
        "5\" disks: Alice forgot it.",
        "Alice forgot it because it's Bob's"
      })
  void whatStandsBesideThemIsRead(String text) {
    assertEquals(1, found(text).size(), text);
  }

  @Test
  void aRuleCanBeLouderOrOffAndWordsCanBeAllowed() {
    String text = "Obviously Alice forgot the second flag.";
    var settings =
        new Settings(Map.of(Rule.HINDSIGHT, Level.OFF, Rule.PERSON_FAILED, Level.ERROR), List.of());
    List<Finding> found = Blameless.check(text, List.of("Alice"), settings);
    assertEquals(List.of(Level.ERROR), found.stream().map(Finding::level).toList());
    var allowing = new Settings(Map.of(Rule.HINDSIGHT, Level.OFF), List.of("ALICE FORGOT"));
    assertEquals(List.of(), Blameless.check(text, List.of("Alice"), allowing));
  }

  @Test
  void theSameWordsAreToldOnce() {
    assertEquals(1, found("Why did Alice carelessly not check the lag?").size());
  }

  @Test
  @Timeout(20)
  void timeGrowsWithTheLengthAlone() {
    String nasty =
        "\"a `b [c](d <e \"f ' < ( ".repeat(2000)
            + "Alice and Bob and ".repeat(5000)
            + "if only who why ".repeat(5000);
    long begun = System.nanoTime();
    found(nasty);
    found("The service failed to start, and Alice forgot the flag.\n\n".repeat(10_000));
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 15);
  }

  private static Finding only(String text) {
    List<Finding> found = found(text);
    assertEquals(1, found.size(), found::toString);
    return found.getFirst();
  }

  private static List<Finding> found(String text) {
    return Blameless.check(text, List.of("Alice Moreau", "Bob"), Settings.STANDARD);
  }
}
