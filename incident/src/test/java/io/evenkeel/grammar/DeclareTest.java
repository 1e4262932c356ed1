package io.evenkeel.grammar;

import static io.evenkeel.grammar.World.declared;
import static io.evenkeel.grammar.World.misunderstood;
import static io.evenkeel.grammar.World.offered;
import static io.evenkeel.grammar.World.say;
import static io.evenkeel.grammar.World.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Visibility;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclareTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          declare api down                                    | api down             |
          declare api down --severity SEV-1                   | api down             | SEV-1
          declare --severity SEV-1 api down                   | api down             | SEV-1
          declare api --severity SEV-1 down                   | api down             | SEV-1
          declare --severity=SEV-1 api down                   | api down             | SEV-1
          declare —severity SEV-1 api down                    | api down             | SEV-1
          declare –severity sev1 api down                     | api down             | SEV-1
          declare --Severity 'SEV 1' api                      |                      |
          declare --severity SEV 1 api down                   | api down             | SEV-1
          declare --severity critical api down                | api down             | SEV-1
          declare --severity 1 api down                       | api down             | SEV-1
          declare --sev p2 api down                           | api down             | SEV-3
          declare sev1 api down                               | api down             | SEV-1
          declare SEV 1 api down                              | api down             | SEV-1
          declare severity 1 api down                         | api down             | SEV-1
          declare api down SEV-1                              | api down             | SEV-1
          declare api down sev 1                              | api down             | SEV-1
          declare P0 database primary down                    | database primary down| SEV-1
          declare S1 api down                                 | api down             | SEV-1
          declare [SEV-1] api down                            | api down             | SEV-1
          declare sev1: api down                              | api down             | SEV-1
          declare sev1 - api down                             | api down             | SEV-1
          declare the sev1 alert is wrong                     | the sev1 alert is wrong|
          declare "sev1 api down"                             | sev1 api down        |
          declare sev1 "api down"                             | api down             | SEV-1
          declare “api down” --severity SEV-1                 | api down             | SEV-1
          declare „api down“                                  | api down             |
          declare it's down, isn't it                         | it's down, isn't it  |
          declare --title "api down"                          | api down             |
          declare --title=“api down” --severity sev2          | api down             | SEV-2
          declare --title api down --severity sev2            | api down             | SEV-2
          declare     api      down                           | api down             |
          DECLARE api down                                    | api down             |
          #declare api down                                   | api down             |
          /incident declare api down                          | api down             |
          "declare api down"                                  | api down             |
          declare api -- maybe db -- down                     | api -- maybe db -- down|
          declare api —nice— down                             | api —nice— down      |
          declare high latency                                | high latency         |
          new api down                                        | api down             |
          """)
  void titleAndSeverity(String text, String title, String severity) {
    if (title == null) {
      // Single quotes are text, so this names no severity of the scale.
      assertThat(words(text)).contains("SEV");
      return;
    }
    var command = declared(text);
    assertThat(command.title()).isEqualTo(title);
    assertThat(command.severity()).isEqualTo(severity == null ? null : new Severity(severity));
  }

  @Test
  void everyFlagIsRead() {
    var command =
        declared(
            "declare --service api --private --drill --new --channel <#C7|ops> db down"
                + " --service db,cache --started 20m --detected 14:30 --severity SEV-3");

    assertThat(command.title()).isEqualTo("db down");
    assertThat(command.services()).containsExactly("api", "db", "cache");
    assertThat(command.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(command.mode()).isEqualTo(Mode.DRILL);
    assertThat(command.separate()).isTrue();
    assertThat(command.announceIn()).isEqualTo(new ChannelId("C7"));
    assertThat(command.started()).isEqualTo(Instant.parse("2026-11-21T14:12:00Z"));
    assertThat(command.detected()).isEqualTo(Instant.parse("2026-11-21T14:30:00Z"));
  }

  @Test
  void aDeclarationCanBeSaidAgainWithNothingLost() {
    var command =
        declared(
            "declare --service \"a b\" --private --drill --new --channel <#C7|ops> say \"hi\" & <"
                + " --service db --started 20m --detected 14:30 --severity SEV-3");

    assertThat(declared(command.separately())).isEqualTo(command);
  }

  @Test
  void theTrainingFormWorksWordForWord() {
    var command =
        declared("declare --severity SEV-1 --title \"API service down\" --channel #incidents");

    assertThat(command.title()).isEqualTo("API service down");
    assertThat(command.severity()).isEqualTo(new Severity("SEV-1"));
    assertThat(command.announceIn()).isEqualTo(new ChannelId("C1"));
  }

  @Test
  void withNothingToActOnItsModalOpens() {
    assertThat(say("declare")).isInstanceOf(Utterance.Form.class);
    assertThat(say("  declare  ")).isInstanceOf(Utterance.Form.class);
  }

  @Test
  void whatWasSaidWithoutATitleIsKeptForTheModal() {
    assertThat(draft("declare --severity SEV-1 --private").severity())
        .isEqualTo(new Severity("SEV-1"));
    assertThat(draft("declare --severity SEV-1 --private").visibility())
        .isEqualTo(Visibility.PRIVATE);
    assertThat(draft("declare sev1").severity()).isEqualTo(new Severity("SEV-1"));
  }

  private static Command.Declare draft(String text) {
    if (say(text) instanceof Utterance.Form(_, _, _, Command.Declare draft, _)) {
      return draft;
    }
    throw new AssertionError(text + " opened no form");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"declare \"\"", "declare “ ”", "declare --title \"\"", "declare \"\u202e\""})
  void anEmptyTitleIsRefusedWithAnExample(String text) {
    assertThat(words(text))
        .contains("title is empty")
        .contains("/incident declare API service down --severity SEV-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "declare --severity SEV-9 api down",
        "declare SEV-9 api down",
        "declare api down sev9",
        "declare api down --severity=huge"
      })
  void anUnknownSeverityNamesTheScaleAndOffersEach(String text) {
    assertThat(words(text)).contains("SEV-1 critical, SEV-2 high, SEV-3 medium, SEV-4 low");
    assertThat(offered(text)).hasSize(4);
    for (String command : offered(text)) {
      assertThat(declared(command).title()).isEqualTo("api down");
    }
  }

  @Test
  void twoDifferentSeveritiesAreRefused() {
    assertThat(words("declare sev1 api down sev2")).contains("is it SEV-1 or SEV-2?");
    assertThat(words("declare --severity SEV-2 P0 queue")).contains("is it SEV-2 or SEV-1?");
    assertThat(declared("declare sev1 api down --severity P0").title()).isEqualTo("api down");
  }

  @Test
  void s3IsAServiceTooSoItIsAsked() {
    assertThat(words("declare S3 is down --service storage")).contains("is it the severity?");
    assertThat(offered("declare S3 is down --service storage"))
        .extracting(command -> declared(command).title())
        .containsExactly("S3 is down", "is down");
    assertThat(offered("declare S3 is down --service storage"))
        .allMatch(command -> declared(command).services().contains("storage"));
    assertThat(declared("declare api down --severity S3").severity())
        .isEqualTo(new Severity("SEV-3"));
  }

  @Test
  void aTitleMayHaveTwoHundredCharacters() {
    assertThat(declared("declare " + "x".repeat(200)).title()).hasSize(200);
    assertThat(declared("declare " + "🔥".repeat(200)).title()).hasSize(400);
    assertThat(words("declare " + "x".repeat(201))).contains("201 characters").contains("200");
    assertThat(words("declare " + "x".repeat(3_000))).contains("3,000 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "declare x --channel #nowhere",
        "declare x --channel",
        "declare x --private=yes",
        "declare x --private --private",
        "declare x --severity sev1 --severity sev2",
        "declare x --started 25:00",
        "declare x --started 2026-02-30 10:00",
        "declare x --title y",
        "declare x --incident-id INC-1",
        "declare x --service \"\"",
        "declare x --channel <@U1>",
        "declare \"x",
        "declare x “y"
      })
  void whatCannotBeUsedIsRefused(String text) {
    assertThat(misunderstood(text).recorded()).isFalse();
  }

  @Test
  void anUnclosedQuoteIsClosedBeforeTheFlags() {
    assertThat(offered("declare \"API down --severity SEV-1"))
        .containsExactly("declare \"API down\" --severity SEV-1");
    assertThat(offered("declare \"API down")).containsExactly("declare \"API down\"");
  }

  @Test
  void aMisspeltFlagIsOfferedRight() {
    assertThat(words("declare api --sevrity SEV-1")).contains("has no --sevrity");
    assertThat(offered("declare api --sevrity SEV-1"))
        .containsExactly("declare api --severity SEV-1");
  }

  @Test
  void anUnknownFlagMayBeText() {
    assertThat(words("declare kubectl --xyzzy hangs")).contains("has no --xyzzy");
    assertThat(offered("declare kubectl --xyzzy hangs"))
        .extracting(command -> declared(command).title())
        .containsExactly("kubectl --xyzzy hangs");
  }

  @Test
  void whatIsSeenIsTheFirstNoteAndIsLostByNoButton() {
    var command = declared("declare api down --summary \"every second request\" --drill");
    assertThat(command.title()).isEqualTo("api down");
    assertThat(command.summary()).isEqualTo("every second request");
    assertThat(declared(command.separately()).summary()).isEqualTo("every second request");
    assertThat(words("declare api --summary " + "x".repeat(1_001))).contains("1,000 is the most");
  }
}
