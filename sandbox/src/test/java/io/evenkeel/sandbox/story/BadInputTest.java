package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.workspace.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Each thing a person can get wrong has its clear answer, and leaves nothing half-done. */
@TestMethodOrder(MethodOrderer.MethodName.class)
final class BadInputTest {
  private static Stage stage;
  private static int known;

  @BeforeAll
  static void anOpenIncident() throws Exception {
    stage = new Stage();
    stage.say("alice", "general", "declare API service down --severity SEV-1");
    stage.channel("inc-1-api-service-down");
  }

  @AfterAll
  static void close() throws Exception {
    stage.close();
  }

  @Test
  void anUnknownVerbIsNamedAndHelpIsOffered() {
    assertThat(refused("alice", "general", "frobnicate the database"))
        .contains("frobnicate")
        .contains("help");
  }

  @Test
  void aMisspeltVerbIsMetWithTheNearest() {
    assertThat(refused("alice", "general", "resovle INC-1 done")).contains("resolve");
  }

  @Test
  void anEmptyTitleIsAskedFor() {
    assertThat(refused("alice", "general", "declare \"\"")).containsIgnoringCase("title");
  }

  @Test
  void aTitleOfThreeThousandCharactersIsRefusedWithItsLength() {
    assertThat(refused("alice", "general", "declare " + "x".repeat(3000)))
        .contains("3,000")
        .contains("200");
  }

  @Test
  void anUnknownRoleIsMetWithTheRoles() {
    assertThat(refused("alice", "inc-1-api-service-down", "assign @bob wizard"))
        .contains("wizard")
        .contains("incident commander")
        .contains("scribe");
  }

  @Test
  void anUnknownPersonIsNamed() {
    assertThat(refused("alice", "inc-1-api-service-down", "assign --role scribe --user zoltan"))
        .contains("zoltan");
  }

  @Test
  void anUnknownSeverityIsMetWithTheScale() {
    assertThat(refused("alice", "general", "declare --severity SEV-9 everything is odd"))
        .contains("SEV-9")
        .contains("SEV-1")
        .contains("SEV-4");
  }

  @Test
  void anUpdateWhereNoIncidentIsSaysHowToNameOne() {
    assertThat(refused("erin", "general", "update all is well"))
        .contains("Nothing was recorded")
        .contains("INC-");
  }

  @Test
  void aResolveOutsideItsChannelAsksFirst() {
    assertThat(refused("alice", "general", "resolve pool enlarged"))
        .contains("Nothing was recorded yet")
        .contains("INC-1 API service down");
  }

  @Test
  void hostileTitlesPingNobodyAndAreShownAsTyped() {
    var numbers = new ArrayList<String>();
    for (String title :
        List.of(
            "<!channel> *bold* _it_ ~no~ `x`",
            "🔥 пожар في الخادم",
            "a \u202Ereversed\u202C b & <b>",
            "@here &amp; done")) {
      String answer = stage.say("dana", "general", "declare --new " + title);
      assertThat(answer)
          .as(title)
          .contains("Declared")
          .doesNotContain("<!channel>")
          .doesNotContain("\u202E");
      numbers.add(answer);
    }
    Stage.eventually(
        "the announcements are there",
        () ->
            stage.messages("incidents").stream().filter(m -> m.text().startsWith("INC-")).count()
                > numbers.size());
    for (Message message : stage.messages("incidents")) {
      assertThat(markup(message))
          .as("what Slack reads as markup")
          .doesNotContain("<!")
          .doesNotContain("\u202E");
    }
    assertThat(stage.shown("incidents"))
        .doesNotContain("\u202E")
        .contains("пожар")
        .contains("<!channel> *bold* _it_ ~no~ `x`");
  }

  @Test
  void resolvingTwiceSaysSince() {
    stage.say("frank", "general", "declare printer on fire SEV-4");
    stage.say("frank", "general", "resolve --incident-id " + newest() + " Water helped");
    assertThat(refused("frank", "general", "resolve --incident-id " + newest() + " again"))
        .contains("already");
  }

  /** The fallback text and every mrkdwn object: the only places where Slack would ping somebody. */
  private static String markup(Message message) {
    var all = new StringBuilder(message.text());
    JsonNode blocks = message.blocks();
    if (blocks != null) {
      for (JsonNode object : blocks.findParents("type")) {
        if (object.path("type").asString("").equals("mrkdwn")) {
          all.append(object.path("text").asString(""));
        }
      }
    }
    return all.toString();
  }

  private static String newest() {
    return "INC-" + count();
  }

  /** On from those that are known: a token may not ask as often as it likes. */
  private static int count() {
    while (stage.get("/incidents/INC-" + (known + 1) + "/postmortem.md", Stage.TOKEN).statusCode()
        == 200) {
      known++;
    }
    return known;
  }

  /** Says it, and checks that no incident came of it and INC-1 is word for word as it was. */
  private static String refused(String user, String channel, String text) {
    int incidents = count();
    String before = stage.export(1);
    String answer = stage.say(user, channel, text);
    assertThat(count()).as("incidents after /incident %s", text).isEqualTo(incidents);
    assertThat(stage.export(1)).as("INC-1 after /incident %s", text).isEqualTo(before);
    return answer;
  }
}
