package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.web.Calls;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Row 20: Slack refuses the token. Calls stop, people are told, and the backlog goes out later. */
final class TokenRevokedTest {
  private static final int COMMANDS = 20;
  private static final String PROBED_SOON = BotSettings.UNPACED + "  probe: 1s\n";

  private final Ledger ledger = new Ledger();

  @Test
  void theBacklogStaysWhileTheTokenIsRevokedAndGoesOutOnceItIsTakenAgain() {
    try (var postgres = Postgres.migrated();
        var slack = SlackSandbox.start(0, Settings.forTests(InstantSource.system()));
        var bot =
            Bot.start(BotSettings.fast(postgres.url(), slack.apiUrl()).withYaml(PROBED_SOON))
                .ready()) {
      var typist = new Typist(ledger, slack, bot::port, () -> Duration.ZERO);
      typist.say("U0ALICE", "declare --new Something %s");
      Waiting.until("INC-1 is done", () -> Checker.settled(postgres.url()));

      slack.faults().add(Fault.always("*", Fault.Kind.REVOKED, 0));
      halted(typist);
      int before = slack.calls().all().size();
      int waiting = typed(typist, postgres);

      assertThat(slack.calls().all().stream().skip(before).map(Calls.Recorded::method))
          .as("nothing but a question whether the token is taken again")
          .allMatch(method -> method.equals("auth.test"));
      assertThat(bot.get("/readyz").body()).contains("token_revoked");

      slack.faults().clear();
      Row.ends(
          "20: revoked, %d effects waited, taken again,".formatted(waiting),
          0,
          ledger,
          postgres,
          slack);
    }
  }

  @Test
  void withANewTokenTheBacklogGoesOut() {
    Settings usual = Settings.forTests(InstantSource.system());
    var renewed =
        new Settings(
            usual.signingSecret(),
            "xoxb-renewed",
            usual.scopes(),
            usual.events(),
            usual.commands(),
            usual.rateScale(),
            null,
            usual.time());
    try (var postgres = Postgres.migrated();
        var slack = SlackSandbox.start(0, renewed)) {
      var settings = BotSettings.fast(postgres.url(), slack.apiUrl()).withYaml(BotSettings.UNPACED);
      int waiting;
      try (var old = Bot.start(settings).ready()) {
        var typist = new Typist(ledger, slack, old::port, () -> Duration.ZERO);
        typist.say("U0ALICE", "declare --new Something %s");
        halted(typist);
        waiting = typed(typist, postgres);
        old.terminate();
        Waiting.until("the old one has ended", () -> !old.runs());
      }
      try (var _ = Bot.start(settings.with("SLACK_BOT_TOKEN", "xoxb-renewed")).ready()) {
        Row.ends(
            "20: %d effects waited for a new token,".formatted(waiting),
            0,
            ledger,
            postgres,
            slack);
      }
    }
  }

  /** Types until the answer says that Slack takes nothing. */
  private static void halted(Typist typist) {
    Waiting.until(
        "people are told",
        () ->
            typist
                .say("U0ALICE", "note --incident-id INC-1 is it heard %s")
                .said()
                .contains("Slack refuses Evenkeel's token"));
  }

  /** Types while nothing goes out; returns how many effects wait. */
  private static int typed(Typist typist, Postgres postgres) {
    for (int n = 0; n < COMMANDS; n++) {
      var sent = typist.say("U0ALICE", "update --incident-id INC-1 not seen yet %s");
      assertThat(sent.said()).contains("Update recorded", "Slack refuses Evenkeel's token");
    }
    assertThat(postgres.number("select count(*) from effect where state = 'PARKED'")).isZero();
    int waiting = postgres.number("select count(*) from effect where state = 'READY'");
    assertThat(waiting).isGreaterThanOrEqualTo(COMMANDS);
    return waiting;
  }
}
