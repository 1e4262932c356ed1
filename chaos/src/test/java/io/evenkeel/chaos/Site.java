package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Report;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Client;
import io.evenkeel.chaos.rig.FollowUps;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.chaos.rig.Wire;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bot as a process, a Postgres with a wire before it, a simulated Slack and people who type: for
 * rows of the fault list that follow one another. All times are a tenth of those shipped.
 */
final class Site implements AutoCloseable {
  static final String ALICE = "U0ALICE";

  /** A sweep must have taken a late copy away by then: 60 s at a tenth. */
  static final Duration SWEPT = Duration.ofSeconds(6);

  final SlackSandbox slack =
      SlackSandbox.start(
          0, Settings.forTests(InstantSource.system()).withRateScale(10), new FollowUps());
  final Postgres postgres = Postgres.migrated();
  final Wire wire = Wire.to(postgres);
  final Ledger ledger = new Ledger();
  private Bot bot;
  private Client client;
  private int kills;

  Site() {
    bot = another();
    client = clientOf(bot);
  }

  /** One more replica, ready. */
  Bot another() {
    return Bot.start(BotSettings.fast(wire.url(), slack.apiUrl())).ready();
  }

  Bot bot() {
    return bot;
  }

  /** From here on people talk to this one, and Slack sends its events there. */
  void use(Bot next) {
    bot = next;
    client = clientOf(next);
  }

  private Client clientOf(Bot one) {
    URI address = URI.create("http://127.0.0.1:" + one.port() + "/");
    slack.pointAt(address);
    return new Client(ledger, FollowUps.at(slack.baseUrl()), List.of(address));
  }

  void kill() {
    bot.kill();
    kills++;
  }

  void restart() {
    use(another());
  }

  /** Declares an incident and waits until all of it is in Slack. */
  Channel declare(String title) {
    if (!bot.runs()) {
      restart();
    }
    Channel announcements = slack.workspace().channels().find("incidents").orElseThrow();
    var sent = client.say(ALICE, announcements.id(), "declare sev1 " + title + " --new");
    assertThat(sent.status()).as(sent.said()).isEqualTo(200);
    String name = title.toLowerCase(Locale.ROOT).replace(' ', '-');
    Waiting.until("there is a channel for " + title, () -> channel(name) != null);
    settled();
    return Objects.requireNonNull(channel(name));
  }

  private @Nullable Channel channel(String ending) {
    return slack.workspace().channels().all().stream()
        .filter(channel -> channel.name().endsWith("-" + ending))
        .findFirst()
        .orElse(null);
  }

  /** An update that is posted in the incident's channel only. */
  void update(Channel channel, String text) {
    var sent = client.say(ALICE, channel.id(), "update --internal " + text);
    assertThat(sent.status()).as(sent.said()).isEqualTo(200);
  }

  /** In how many streams it is still to be looked for copies. */
  int unswept() {
    return postgres.number("select count(*) from effect_stream where sweep_at is not null");
  }

  /** How many messages of ours there hold that text. */
  long seen(Channel channel, String text) {
    return slack.workspace().messages().in(channel.id()).stream()
        .filter(message -> message.text().contains(text))
        .filter(message -> message.user().equals(slack.workspace().bot().id()))
        .filter(message -> message.metadata() != null)
        .map(Message::ts)
        .count();
  }

  /** Waits until every effect is done, superseded or parked; returns how long that took. */
  Duration settled() {
    return Waiting.howLong(
        "all effects are settled",
        Duration.ofSeconds(60),
        () ->
            postgres.number(
                    "select count(*) from effect where state in ('READY', 'SENDING', 'UNKNOWN')")
                == 0);
  }

  /** Everything is as promised; prints the row's figures. */
  void holds(String row, Duration gap) {
    Report report = Checker.check(ledger, postgres.url(), slack);
    System.out.printf(
        "%s: kills %d, acknowledged %d, lost %d, duplicates visible %d, gap %.1f s%n",
        row,
        kills,
        report.acknowledged(),
        report.lost(),
        report.duplicated(),
        gap.toMillis() / 1000.0);
    assertThat(report.clean()).as(report.toString()).isTrue();
    kills = 0;
  }

  @Override
  public void close() {
    bot.close();
    wire.close();
    slack.close();
    postgres.close();
  }
}
