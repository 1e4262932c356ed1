package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SendingsTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private SlackGateway.Reply declare(String metadata, String... fields) {
    return bench.send(Payloads.sent("declare", metadata, String.join(",", fields)));
  }

  private Command.Declare declared() {
    return ((Utterance.Declaration) bench.taken.getFirst().said()).command();
  }

  private Command command(int n) {
    return ((Utterance.Order) bench.taken.get(n).said()).command();
  }

  @Test
  void whoWasPickedGetsTheRoleAndTheOthersStay() {
    bench.send(
        Payloads.sent(
            "assign",
            "INC-7",
            String.join(
                ",",
                Payloads.picked("incident-commander", ""),
                Payloads.picked("tech-lead", "U0BOB"),
                Payloads.picked("scribe", "U0NEW"))));
    assertThat(command(0))
        .isInstanceOfSatisfying(
            RoleCommand.Assign.class,
            assign ->
                assertThat(assign.assignments())
                    .extracting(one -> one.role().name() + " " + one.person().id())
                    .containsExactly("tech-lead U0BOB", "scribe U0NEW"));
  }

  @Test
  void aFormThatPicksNobodyStaysOpen() {
    var reply =
        bench.send(Payloads.sent("assign", "INC-7", Payloads.picked("incident-commander", "")));
    assertThat(reply.body()).contains("Pick somebody for at least one role");
    assertThat(bench.taken).isEmpty();
  }

  @Test
  void aDeclareFormIsOneCommandAndItsAnswerTakesItsPlace() {
    var reply =
        declare(
            "",
            Payloads.typed("title", "API \\\"down\\\" --now <!here>"),
            Payloads.chosen("severity", "SEV-1"),
            Payloads.typed("service", "api, , web,api"),
            Payloads.typed("detected", "14:30"),
            Payloads.ticked("options", "private"));
    assertThat(declared())
        .isEqualTo(
            new Command.Declare(
                "API \"down\" --now <!here>",
                new Severity("SEV-1"),
                java.util.List.of("api", "web"),
                null,
                Instant.parse("2026-11-21T14:30:00Z"),
                Visibility.PRIVATE,
                Mode.LIVE,
                false,
                null));
    assertThat(reply.body())
        .contains("\"response_action\":\"update\"")
        .contains("Recorded for alice");
  }

  @Test
  void notSureMeansThatTheSeverityIsAssumed() {
    declare("", Payloads.typed("title", "API down"), Payloads.chosen("severity", "unsure"));
    assertThat(declared().severity()).isNull();
  }

  @Test
  void aFaultStandsUnderItsFieldAndNothingIsRecorded() {
    var reply =
        declare("", Payloads.typed("title", " "), Payloads.typed("detected", "half past noon"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .contains("\"response_action\":\"errors\"")
        .contains("\"title\":\"Say what is wrong in a few words.\"")
        .contains("\"detected\":\"Type it like 14:30");
    assertThat(bench.taken).isEmpty();
  }

  @Test
  void aTitleThatIsTooLongAndAMomentToComeAreFaults() {
    var reply =
        declare(
            "",
            Payloads.typed("title", "x".repeat(201)),
            Payloads.typed("detected", "2026-11-21T18:00Z"));
    assertThat(reply.body()).contains("201").contains("has not happened yet");
    assertThat(bench.taken).isEmpty();
  }

  @Test
  void whatWasSaidBeforeTheFormOpenedIsNotLost() {
    declare(
        "new channel=C0OTHER",
        Payloads.typed("title", "API down"),
        Payloads.typed("started", "2026-11-21T14:00:00Z"),
        Payloads.typed("summary", "every second request fails"));
    assertThat(declared().started()).isEqualTo("2026-11-21T14:00:00Z");
    assertThat(declared().summary()).isEqualTo("every second request fails");
    assertThat(declared().separate()).isTrue();
    assertThat(declared().announceIn()).hasToString("C0OTHER");
  }

  @Test
  void whatIsHiddenIsNotAnnouncedFromAFormEither() {
    var reply =
        declare(
            "channel=C0OTHER",
            Payloads.typed("title", "API down"),
            Payloads.ticked("options", "private"));
    assertThat(reply.body()).contains("\"options\":\"You named a channel to announce it in");
    assertThat(bench.taken).isEmpty();
  }

  @Test
  void aFormSentTwiceHasOneKey() {
    declare("", Payloads.typed("title", "API down"));
    declare("", Payloads.typed("title", "API down"));
    assertThat(bench.taken.get(0).key()).isEqualTo(bench.taken.get(1).key());
    assertThat(bench.taken.get(0).key().key()).isEqualTo("view:T0TEAM:V1");
  }

  @Test
  void aResolutionAlsoSaysSinceWhenUsersWereNoLongerHurt() {
    bench.send(
        Payloads.sent(
            "resolve",
            "INC-1",
            Payloads.typed("resolution", "pool enlarged")
                + ","
                + Payloads.chosen("mitigated", "now")));
    assertThat(command(0)).isEqualTo(new Command.Resolve("pool enlarged"));
    assertThat(command(1)).isEqualTo(new Command.SetMilestone(Milestone.MITIGATED, Bench.NOW));
    assertThat(bench.taken.get(1).key().key()).isEqualTo("view:T0TEAM:V1:mitigated");
  }

  @Test
  void aResolutionThatStandsIsNeverToldAsNotRecorded() {
    Taking sane = bench.desk;
    bench.desk =
        (key, said, actor, place, now) -> {
          if (key.key().endsWith(":mitigated")) {
            throw new NotRecorded("away", new IllegalStateException());
          }
          return sane.handle(key, said, actor, place, now);
        };
    var reply = bench.send(Payloads.sent("resolve", "INC-1", Payloads.chosen("mitigated", "now")));
    assertThat(reply.body())
        .contains("Recorded for alice")
        .contains("no longer hurt was NOT recorded")
        .doesNotContain("Nothing was changed");
  }

  @Test
  void whatIsLeftOpenStaysUnknown() {
    bench.send(Payloads.sent("resolve", "INC-1", Payloads.chosen("mitigated", "leave")));
    assertThat(bench.taken).hasSize(1);
  }

  @Test
  void aDoubtIsToldInTheFormAndSettledThere() {
    var tries = new AtomicInteger();
    Taking sane = bench.desk;
    bench.desk =
        (key, said, actor, place, now) -> {
          if (tries.incrementAndGet() == 1) {
            throw new InDoubt("the answer to COMMIT was lost", new IllegalStateException());
          }
          return sane.handle(key, said, actor, place, now);
        };
    assertThat(declare("", Payloads.typed("title", "API down")).body()).contains("may be recorded");
    var call = bench.slack.next();
    assertThat(call.path()).isEqualTo("/api/views.update");
    assertThat(call.body()).contains("view_id=V1").contains("Recorded for alice");
  }

  @Test
  void aFormThatNamesNoIncidentIsMalformed() {
    assertThat(bench.send(Payloads.sent("update", "", "")).status()).isEqualTo(400);
    assertThat(bench.send(Payloads.sent("update", "elsewhere", "")).status()).isEqualTo(400);
  }
}
