package io.evenkeel.grammar;

import static io.evenkeel.grammar.World.offered;
import static io.evenkeel.grammar.World.order;
import static io.evenkeel.grammar.World.ordered;
import static io.evenkeel.grammar.World.say;
import static io.evenkeel.grammar.World.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.Utterance.Scope;
import io.evenkeel.incident.Audience;
import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.StatementCommand;
import io.evenkeel.incident.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerbsTest {
  private static final IncidentNumber INC_12 = new IncidentNumber(12);
  private static final Instant T1402 = Instant.parse("2026-11-21T14:02:00Z");
  private static final Instant T1430 = Instant.parse("2026-11-21T14:30:00Z");

  static Stream<Arguments> orders() {
    return Stream.of(
        arguments("join", new Command.Join()),
        arguments("status monitoring", new Command.ChangeStatus(Status.MONITORING, null)),
        arguments(
            "status Monitoring errors fall",
            new Command.ChangeStatus(Status.MONITORING, "errors fall")),
        arguments("update --status identified", new Command.ChangeStatus(Status.IDENTIFIED, null)),
        arguments("update db is back", new Command.Update("db is back", null, null, false)),
        arguments("up it's back", new Command.Update("it's back", null, null, false)),
        arguments(
            "update --message \"Identified database connection pool exhaustion\"",
            new Command.Update(
                "Identified database connection pool exhaustion", null, null, false)),
        arguments(
            "update --message pool exhausted --next 30m",
            new Command.Update("pool exhausted", null, Duration.ofMinutes(30), false)),
        arguments(
            "update db back --status monitoring --next 30m --internal",
            new Command.Update("db back", Status.MONITORING, Duration.ofMinutes(30), true)),
        arguments(
            "update --internal db —next in 45 min back",
            new Command.Update("db back", null, Duration.ofMinutes(45), true)),
        arguments(
            "update db --next 15:00",
            new Command.Update("db", null, Duration.ofMinutes(28), false)),
        arguments("severity SEV-2", new Command.ChangeSeverity(new Severity("SEV-2"), null)),
        arguments(
            "severity sev1 payments too",
            new Command.ChangeSeverity(new Severity("SEV-1"), "payments too")),
        arguments(
            "sev 1 payments too",
            new Command.ChangeSeverity(new Severity("SEV-1"), "payments too")),
        arguments(
            "severity SEV 3: calmer", new Command.ChangeSeverity(new Severity("SEV-3"), "calmer")),
        arguments("severity to high", new Command.ChangeSeverity(new Severity("SEV-2"), null)),
        arguments("note pool full", new Command.Note("pool full", null)),
        arguments("note pool full --at 14:02", new Command.Note("pool full", T1402)),
        arguments("note --at 30m pool full", new Command.Note("pool full", T1402)),
        arguments("log “pool full”", new Command.Note("pool full", null)),
        arguments("milestone detected 14:30", new Command.SetMilestone(Milestone.DETECTED, T1430)),
        arguments(
            "milestone Detected at 14:30 UTC", new Command.SetMilestone(Milestone.DETECTED, T1430)),
        arguments(
            "milestone mitigated 2026-11-21T14:30:00Z",
            new Command.SetMilestone(Milestone.MITIGATED, T1430)),
        arguments(
            "milestone detected --at 14:30", new Command.SetMilestone(Milestone.DETECTED, T1430)),
        arguments("milestone detected unknown", new Command.SetMilestone(Milestone.DETECTED, null)),
        arguments("decision promote the replica", new Command.Decide("promote the replica")),
        arguments("mitigate", new Command.Mitigate(null)),
        arguments("mitigate pool enlarged", new Command.Mitigate("pool enlarged")),
        arguments("resolve", new Command.Resolve(null)),
        arguments("fixed pool enlarged", new Command.Resolve("pool enlarged")),
        arguments(
            "resolve --resolution \"Increased connection pool size\"",
            new Command.Resolve("Increased connection pool size")),
        arguments("resolution pool enlarged", new Command.SetResolution("pool enlarged")),
        arguments("merge into INC-13", new Command.Merge(new IncidentNumber(13))),
        arguments("merge with #13", new Command.Merge(new IncidentNumber(13))),
        arguments("merge undo", new Command.UndoMerge()),
        arguments("close", new Command.Close(null)),
        arguments("close all is written", new Command.Close("all is written")),
        arguments("reopen errors are back", new Command.Reopen("errors are back")),
        arguments("cancel wrong probe", new Command.Cancel("wrong probe", CancelledAs.FALSE_ALARM)),
        arguments(
            "cancel wrong probe --as test", new Command.Cancel("wrong probe", CancelledAs.TEST)),
        arguments("cancel it --as false alarm", new Command.Cancel("it", CancelledAs.FALSE_ALARM)),
        arguments(
            "cancel duplicate of INC-3",
            new Command.Cancel("duplicate of INC-3", CancelledAs.DUPLICATE)),
        arguments("postmortem", new Command.SharePostmortem()),
        arguments("postmortem name Will yes", new PostmortemCommand.SayName("Will", true)),
        arguments(
            "postmortem name \"Van Dyke\" NO", new PostmortemCommand.SayName("Van Dyke", false)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void orderIsUnderstood(String text, Command.OnIncident command) {
    assertThat(ordered(text)).isEqualTo(command);
    assertThat(order(text).target()).isNull();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void orderCanNameItsIncidentAndBeRepeatedFromItsRest(String text, Command.OnIncident command) {
    assertThat(order(text + " --incident-id INC-12").target()).isEqualTo(INC_12);
    assertThat(ordered(text + " --incident-id INC-12")).isEqualTo(command);
    var heard = order(text);
    var again = order(heard.verb().word() + " " + heard.rest() + " --incident-id INC-12");
    assertThat(again.command()).isEqualTo(command);
    assertThat(again.target()).isEqualTo(INC_12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "join INC-12",
        "join 12",
        "join #inc12",
        "status INC-12 monitoring",
        "resolve INC-12 pool enlarged",
        "update INC-12: pool enlarged",
        "severity inc-12 sev1",
        "milestone INC-12 detected 14:30",
        "cancel INC-12 wrong probe",
        "postmortem INC-12",
        "reopen --incident-id=12 errors",
        "INC-12 resolve pool enlarged",
        "note --incident inc-12 pool"
      })
  void incidentIsNamed(String text) {
    assertThat(order(text).target()).isEqualTo(INC_12);
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        arguments("", new Asked.Card(), null),
        arguments("   ", new Asked.Card(), null),
        arguments("/incident", new Asked.Card(), null),
        arguments("status", new Asked.Card(), null),
        arguments("status INC-12", new Asked.Card(), INC_12),
        arguments("status 12", new Asked.Card(), INC_12),
        arguments("INC-12", new Asked.Card(), INC_12),
        arguments("help", new Asked.Help(null), null),
        arguments("?", new Asked.Help(null), null),
        arguments("help assign", new Asked.Help(Verb.ASSIGN), null),
        arguments("help war room", new Asked.Help(Verb.WAR_ROOM), null),
        arguments("declare --help", new Asked.Help(Verb.DECLARE), null),
        arguments("list", new Asked.Listing(Scope.OPEN), null),
        arguments("list Mine", new Asked.Listing(Scope.MINE), null),
        arguments("ls all", new Asked.Listing(Scope.ALL), null),
        arguments(
            "list all sev1 --service \"check out\" --page 3",
            new Asked.Listing(Scope.ALL, new Severity("SEV-1"), "check out", 3),
            null),
        arguments(
            "list --severity S2 mine",
            new Asked.Listing(Scope.MINE, new Severity("SEV-2"), null, 1),
            null),
        arguments("help all", new Asked.EveryVerb(), null),
        arguments("timeline", new Asked.Timeline(null), null),
        arguments("timeline INC-12 --page 2", new Asked.Timeline(2), INC_12),
        arguments("war-room", new Asked.WarRoom(), null),
        arguments("war room create INC-12", new Asked.WarRoom(), INC_12),
        arguments(
            "war-room create --incident-id INC-12345",
            new Asked.WarRoom(),
            new IncidentNumber(12345)));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void questionIsUnderstood(String text, Asked asked, IncidentNumber target) {
    assertThat(say(text)).isEqualTo(new Utterance.Question(asked, target));
  }

  static Stream<Arguments> statements() {
    return Stream.of(
        arguments(
            "statement customer Checkout is slow",
            new StatementCommand.Write(Audience.CUSTOMERS, "Checkout is slow", false)),
        arguments(
            "statement for execs: Checkout is slow",
            new StatementCommand.Write(Audience.EXECUTIVES, "Checkout is slow", false)),
        arguments(
            "statement INC-12 public --message \"two words\"",
            new StatementCommand.Write(Audience.CUSTOMERS, "two words", false)),
        arguments("statement approve", new StatementCommand.Approve(null)),
        arguments("statement Approve #2", new StatementCommand.Approve(2)),
        arguments("statement decline", new StatementCommand.Decline(null, null)),
        arguments("statement reject 2 too early", new StatementCommand.Decline(2, "too early")),
        arguments(
            "statement change 2 Slow today", new StatementCommand.Change(2, "Slow today", false)));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void statementIsUnderstood(String text, Command command) {
    assertThat(order(text).command()).isEqualTo(command);
  }

  @Test
  void aStatementWithoutWordsOpensItsForm() {
    assertThat(say("statement customers"))
        .isInstanceOfSatisfying(
            Utterance.Form.class, form -> assertThat(form.about()).isEqualTo("customer"));
    assertThat(say("statement change 2"))
        .isInstanceOfSatisfying(
            Utterance.Form.class, form -> assertThat(form.about()).isEqualTo("2"));
    assertThat(say("statements"))
        .isInstanceOfSatisfying(
            Utterance.Question.class,
            question -> assertThat(question.asked()).isEqualTo(new Asked.Statements()));
  }

  @Test
  void aStatementForNobodyAsksForWhom() {
    assertThat(words("statement Checkout is slow")).contains("customer or executive");
    assertThat(offered("statement Checkout is slow"))
        .containsExactly(
            "statement customer \"Checkout is slow\"", "statement executive \"Checkout is slow\"");
  }

  static Stream<Arguments> links() {
    return Stream.of(
        arguments(
            "link <https://g.example.org/d?a=1&amp;b=2|g.example.org> API graph",
            new Command.KeepLink("https://g.example.org/d?a=1&b=2", "API graph")),
        arguments(
            "link API graph https://g.example.org/d/",
            new Command.KeepLink("https://g.example.org/d/", "API graph")),
        arguments(
            "link <http://example.org/runbook|example.org/runbook>",
            new Command.KeepLink("http://example.org/runbook", "example.org/runbook")),
        arguments(
            "link example.org/runbook",
            new Command.KeepLink("https://example.org/runbook", "example.org/runbook")),
        arguments("call", new Command.OpenCall(null, null)),
        arguments(
            "call https://meet.example.org/1",
            new Command.OpenCall("https://meet.example.org/1", null)));
  }

  @ParameterizedTest
  @MethodSource("links")
  void linkIsUnderstood(String text, Command command) {
    assertThat(order(text).command()).isEqualTo(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "link",
        "link the runbook",
        "link javascript:alert(1)",
        "link https://",
        "link https://user:secret@example.org/",
        "call me",
        "call https://a.example.org b"
      })
  void whatIsNoAddressIsToldSo(String text) {
    assertThat(say(text)).isInstanceOf(Utterance.Misunderstood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list --page 0", "list --page two", "timeline --page -1", "list shop"})
  void whatCannotBeListedSaysHowItGoes(String text) {
    var answer = ((Utterance.Misunderstood) say(text)).answer();
    assertThat(answer.offers()).isNotEmpty();
  }

  @Test
  void anotherPageOfAListIsTypedWithTheSameFilters() {
    var asked = new Asked.Listing(Scope.ALL, new Severity("SEV-1"), "the \"api\"", 1);
    assertThat(say(asked.turnedTo(2)))
        .isEqualTo(
            new Utterance.Question(
                new Asked.Listing(Scope.ALL, new Severity("SEV-1"), "the \"api\"", 2), null));
  }

  @Test
  void retryIsUnderstoodWithAndWithoutItsIncident() {
    assertThat(say("retry")).isEqualTo(new Utterance.Retry(null));
    assertThat(say("Try again")).isEqualTo(new Utterance.Retry(null));
    assertThat(say("retry 12")).isEqualTo(new Utterance.Retry(INC_12));
    assertThat(say("retry --incident-id INC-12")).isEqualTo(new Utterance.Retry(INC_12));
    assertThat(say("INC-12 retry")).isEqualTo(new Utterance.Retry(INC_12));
    assertThat(offered("rety INC-12")).contains("retry INC-12");
    assertThat(words("retry the pin")).contains("“the pin”", "/incident retry [INC-12]");
  }
}
