package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.view.UpdateModal;
import io.evenkeel.bot.view.Writing;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Occasion;
import io.evenkeel.incident.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Texts that begin from a template, are shown, and then posted. */
final class DraftingTest {
  private static final String GIVEN = "initial, investigating, next null";
  private static final Pattern METADATA = Pattern.compile("\"private_metadata\":\"([^\"]*)\"");

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private static String metadata(Writing writing) {
    String carried = writing.saying("").carried();
    return carried.replace("\n", "\\n");
  }

  private static Writing begun() {
    return Writing.begun(new IncidentNumber(1), Occasion.INITIAL, GIVEN, Status.INVESTIGATING);
  }

  private static String fields(String text, String template, String status, String promise) {
    return String.join(
        ",",
        Payloads.typed("text", text),
        Payloads.chosen(UpdateModal.TEMPLATE, template),
        Payloads.chosen("status", status),
        Payloads.chosen(UpdateModal.NEXT, promise));
  }

  private String picked(String action, String fields) {
    bench.send(Payloads.pickInForm(action, metadata(begun()), fields));
    var call = bench.slack.next();
    assertThat(call.path()).isEqualTo("/api/views.update");
    return call.body();
  }

  @Test
  void aFreshIncidentBeginsFromTheFirstWord() {
    bench.send(Payloads.press(Payloads.action("open:update", "INC-1"), bench.slack.responseUrl()));
    assertThat(bench.slack.next().body())
        .contains("\"initial_value\":\"" + GIVEN + "\"")
        .contains("Preview");
  }

  @Test
  void anotherTemplatePutsItsWordsIntoAFieldOfItsOwn() {
    assertThat(picked("pick:template", fields(GIVEN, "update", "investigating", "none")))
        .contains("\"initial_value\":\"update, investigating, next null\"")
        .contains("\"block_id\":\"text-1\"");
  }

  @Test
  void ownWordsStayWhateverTemplateIsChosen() {
    assertThat(picked("pick:template", fields("pool is full", "update", "identified", "none")))
        .contains("\"initial_value\":\"pool is full\"")
        .doesNotContain("update, ");
  }

  @Test
  void mitigatedMovesToMonitoringUnlessAStatusWasChosen() {
    assertThat(picked("pick:template", fields(GIVEN, "mitigated", "investigating", "none")))
        .contains("mitigated, monitoring, next null");
    assertThat(picked("pick:template", fields(GIVEN, "mitigated", "identified", "none")))
        .contains("mitigated, identified, next null");
  }

  @Test
  void theTextNamesTheMomentThatIsPromised() {
    assertThat(picked("pick:next", fields(GIVEN, "initial", "investigating", "30m")))
        .contains("next 2026-11-21T15:02:00Z");
  }

  @Test
  void theFormIsShownBeforeItIsPostedAndThenPostedAsItWasShown() {
    Writing before =
        begun().answered(Status.INVESTIGATING, "30m", Instant.parse("2026-11-21T15:02:00Z"), false);
    String preview =
        bench
            .send(
                Payloads.sent(
                    "update",
                    metadata(before),
                    fields("db is back\\nall well <!here>", "initial", "monitoring", "30m")))
            .body();
    assertThat(preview)
        .contains("\"response_action\":\"update\"", "Nothing is posted yet")
        .contains("db is back\\nall well", "Post update")
        .contains("from investigating to *monitoring*");
    assertThat(bench.taken).isEmpty();
    bench.send(Payloads.sent("update-preview", carried(preview), ""));
    var order = (Utterance.Order) bench.taken.getFirst().said();
    assertThat(order.target()).isEqualTo(new IncidentNumber(1));
    assertThat(order.command())
        .isEqualTo(
            new Command.Update(
                "db is back\nall well <!here>",
                Status.MONITORING,
                Duration.between(Bench.NOW, Instant.parse("2026-11-21T15:02:00Z")),
                false));
  }

  private static String carried(String body) {
    var found = METADATA.matcher(body);
    assertThat(found.find()).isTrue();
    return found.group(1).replace("\\u003c", "<").replace("\\u003e", ">");
  }

  @Test
  void aStatusThatNobodyTouchedMovesNothing() {
    String preview =
        bench
            .send(
                Payloads.sent(
                    "update", metadata(begun()), fields("x", "initial", "investigating", "none")))
            .body();
    bench.send(Payloads.sent("update-preview", carried(preview), ""));
    assertThat(((Utterance.Order) bench.taken.getFirst().said()).command())
        .isEqualTo(new Command.Update("x", null, null, false));
  }

  @Test
  void aQuestionOfTheTemplateThatNobodyAnsweredStopsAtItsField() {
    assertThat(
            bench
                .send(
                    Payloads.sent(
                        "update",
                        metadata(begun()),
                        fields("Impact: [Who is hit?]", "initial", "investigating", "none")))
                .body())
        .contains("\"text-0\":\"Fill this in or delete it: [Who is hit?]\"");
    assertThat(bench.taken).isEmpty();
  }

  @Test
  void whoMayNotSeeItGetsNoFormAndNoPreview() {
    Writing secret =
        Writing.begun(new IncidentNumber(2), Occasion.INITIAL, GIVEN, Status.INVESTIGATING);
    bench.send(
        Payloads.pickInForm(
            "pick:template", metadata(secret), fields(GIVEN, "update", "identified", "none")));
    String reply =
        bench
            .send(
                Payloads.sent(
                    "update", metadata(secret), fields("x", "update", "identified", "none")))
            .body();
    assertThat(reply).contains("There is no INC-2 that you can see").doesNotContain("data leak");
    assertThat(bench.slack.silent()).isTrue();
  }
}
