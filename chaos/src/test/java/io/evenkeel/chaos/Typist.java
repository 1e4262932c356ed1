package io.evenkeel.chaos;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Mark;
import io.evenkeel.chaos.check.Said;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Somebody who types {@code /incident} in #general, and whom Slack signs for at any time. */
final class Typist {
  /** Nobody types faster. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final AtomicLong NUMBER = new AtomicLong();

  private final Ledger ledger;
  private final SlackSandbox slack;
  private final IntSupplier bot;
  private final Supplier<Duration> off;

  /**
   * @param bot the port of the bot that gets the next command
   * @param off how wrong the clock is by which Slack signs
   */
  Typist(Ledger ledger, SlackSandbox slack, IntSupplier bot, Supplier<Duration> off) {
    this.ledger = ledger;
    this.slack = slack;
    this.bot = bot;
    this.off = off;
  }

  /**
   * Types it once and waits for what comes back.
   *
   * @param text {@code %s} in it becomes a mark that no other command has
   */
  Ledger.Sent say(String user, String text) {
    long number = NUMBER.getAndIncrement();
    String typed = text.replace("%s", Mark.of(number));
    String trigger = number + ".1.ops";
    Instant at = InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    long began = System.nanoTime();
    Signed.Heard heard =
        Signed.form(form(user, trigger, typed), at.plus(off.get())).send(bot.getAsInt());
    var sent =
        new Ledger.Sent(
            trigger,
            user,
            "C0GENERAL",
            typed,
            at,
            heard.status(),
            heard.status() == 200 ? Json.parse(heard.body()).path("text").asString("") : "",
            Duration.ofNanos(System.nanoTime() - began));
    ledger.add(sent);
    return sent;
  }

  /** Several who type notes and updates, each ten a second at most, until told to stop. */
  static void keepTyping(List<Typist> typists, int incidents, AtomicBoolean stop) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Typist typist : typists) {
        threads.execute(() -> {
          for (int n = 0; !stop.get(); n++) {
            String to = " --incident-id INC-" + (1 + n % incidents) + " ";
            typist.say("U0ALICE", (n % 5 == 0 ? "update" : "note") + to + "still at it %s");
            LockSupport.parkNanos(PAUSE.toNanos());
          }
        });
      }
    }
  }

  /** The longest time in which nothing was acknowledged, from the first to the last that was. */
  static Duration gap(Ledger ledger) {
    List<Instant> answered =
        ledger.all().stream()
            .filter(sent -> sent.claim() == Said.ANSWERED)
            .map(sent -> sent.at().plus(sent.took()))
            .sorted()
            .toList();
    Duration longest = Duration.ZERO;
    for (int i = 1; i < answered.size(); i++) {
      Duration between = Duration.between(answered.get(i - 1), answered.get(i));
      longest = between.compareTo(longest) > 0 ? between : longest;
    }
    return longest;
  }

  private String form(String user, String trigger, String text) {
    return Map.of(
            "command",
            "/incident",
            "text",
            text,
            "team_id",
            Workspace.TEAM,
            "user_id",
            user,
            "user_name",
            "somebody",
            "channel_id",
            "C0GENERAL",
            "trigger_id",
            trigger,
            "response_url",
            slack.baseUrl() + "response/none")
        .entrySet()
        .stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
