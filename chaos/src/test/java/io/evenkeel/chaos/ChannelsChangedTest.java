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
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Row 19: one channel is archived, one renamed, from one the bot is kicked, and one is left alone.
 */
final class ChannelsChangedTest {
  private static final int ARCHIVED = 1;
  private static final int RENAMED = 2;
  private static final int LEFT = 3;
  private static final int UNTOUCHED = 4;
  private static final int ROUNDS = 3;

  private final Ledger ledger = new Ledger();

  @Test
  void whatCannotBeDoneIsParkedAndToldAndEverythingElseGoesOn() {
    try (var postgres = Postgres.migrated();
        var slack = SlackSandbox.start(0, Settings.forTests(InstantSource.system()));
        var bot =
            Bot.start(
                    BotSettings.fast(postgres.url(), slack.apiUrl()).withYaml(BotSettings.UNPACED))
                .ready()) {
      var typist = new Typist(ledger, slack, bot::port, () -> Duration.ZERO);
      for (int number = ARCHIVED; number <= UNTOUCHED; number++) {
        typist.say("U0ALICE", "declare --new Something %s");
      }
      settled(postgres);
      var lines = slack.workspace().lines();
      String self = slack.workspace().bot().id();
      lines.archive(channel(slack, ARCHIVED).id(), "U0BOB", true);
      lines.rename(channel(slack, RENAMED).id(), "U0BOB", "the-war-room");
      lines.leave(channel(slack, LEFT).id(), self);

      for (int round = 0; round < ROUNDS; round++) {
        for (int number = ARCHIVED; number <= UNTOUCHED; number++) {
          typist.say("U0ALICE", "update --incident-id INC-" + number + " still at it %s");
        }
      }
      settled(postgres);

      assertThat(
              postgres.number(
                  "select count(*) from effect where state = 'PARKED'"
                      + " and stream not in ('INC-1/channel', 'INC-3/channel')"))
          .as("parked in other streams")
          .isZero();
      int parked = postgres.number("select count(*) from effect where state = 'PARKED'");
      assertThat(updates(slack, RENAMED)).as("in the renamed channel").isEqualTo(ROUNDS);
      assertThat(updates(slack, UNTOUCHED)).isEqualTo(ROUNDS);
      assertThat(told(slack))
          .as("one message for each incident")
          .hasSize(2)
          .anySatisfy(text ->
              assertThat(text).contains("INC-1 ", "is_archived. Unarchive the incident's channel."))
          .anySatisfy(
              text -> assertThat(text).contains("INC-3 ", "not_in_channel. Invite Evenkeel"));

      lines.archive(channel(slack, ARCHIVED).id(), "U0BOB", false);
      lines.join(channel(slack, LEFT).id(), self, "U0BOB");
      typist.say("U0ALICE", "retry INC-" + ARCHIVED);
      typist.say("U0ALICE", "retry INC-" + LEFT);
      settled(postgres);

      assertThat(updates(slack, ARCHIVED)).isEqualTo(ROUNDS);
      assertThat(updates(slack, LEFT)).isEqualTo(ROUNDS);
      var report =
          Row.ends(
              "19: %d parked, told in %d messages, mended,".formatted(parked, told(slack).size()),
              0,
              ledger,
              postgres,
              slack);
      assertThat(report.parked()).isZero();
    }
  }

  private static void settled(Postgres postgres) {
    Waiting.until("everything is done or parked", () -> Checker.settled(postgres.url()));
  }

  private static Channel channel(SlackSandbox slack, int number) {
    return slack.workspace().channels().all().stream()
        .filter(channel ->
            channel.name().startsWith("inc-" + number + "-")
                || channel.previousNames().stream()
                    .anyMatch(name -> name.startsWith("inc-" + number + "-")))
        .findFirst()
        .orElseThrow();
  }

  private static long updates(SlackSandbox slack, int number) {
    return slack.workspace().messages().in(channel(slack, number).id()).stream()
        .filter(Message::atTopLevel)
        .filter(message -> message.text().contains("still at it"))
        .count();
  }

  private static List<String> told(SlackSandbox slack) {
    return slack.workspace().channels().all().stream()
        .filter(channel -> channel.isIm() && channel.has("U0ALICE"))
        .flatMap(channel -> slack.workspace().messages().in(channel.id()).stream())
        .map(message -> message.text() + " " + message.blocks())
        .toList();
  }
}
