package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Report;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.sandbox.web.Calls;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Row 24: many incidents declared within a second. Channels appear at Slack's rate, and each gets
 * its first post right after it was made: nobody waits in an empty channel for the others'.
 */
public final class Storm {
  static final Options USUAL = new Options(0, 0, 0, 1, 100, 100, Duration.ZERO, 10);

  /** Slack's limit for conversations.create, and how many may come at once. */
  private static final double PER_MINUTE = 20;

  private static final int BURST = 5;

  /** So many may be made elsewhere while one has no post yet: as in 3 s at Slack's rate. */
  private static final int ELSEWHERE = BURST + 5;

  /** Each incident's two streams are leased once, and the channel's once more in its turn. */
  private static final int LEASES_OF_EACH = 5;

  private Storm() {}

  /** Returns whether every promise was kept. */
  public static boolean run(Options options, PrintStream out) {
    try (var run = new Run(options, 0, BotSettings::patient, out)) {
      run.declare(options.incidents());
      Report report = run.settle(Duration.ofMinutes(10));
      List<Calls.Recorded> applied =
          run.stand.slack().calls().all().stream().filter(Calls.Recorded::applied).toList();
      var made = applied.stream().filter(c -> c.method().equals("conversations.create")).toList();
      double least = (options.incidents() - BURST) / (PER_MINUTE * options.scale() / 60);
      double took = seconds(made.getFirst().at(), made.getLast().at());
      List<Duration> first = firstPosts(made, applied);
      long elsewhere = mostMadeBeforeAFirstPost(applied);
      long leases = run.stand.number("select coalesce(sum(epoch), 0)::int from effect_stream");
      long refused =
          run.stand.slack().calls().all().stream().filter(call -> call.status() == 429).count();
      Duration longest = first.stream().max(Duration::compareTo).orElseThrow();
      out.printf(
          Locale.ROOT,
          "row 24: %d incidents declared at once, %d channels in %.1f s (Slack's rate allows %.1f"
              + " s); first post at most %.2f s and %d other channels after its channel; %d leases;"
              + " %d calls over the limit; lost %d duplicated %d%n%s%n",
          options.incidents(),
          made.size(),
          took,
          Math.max(0, least),
          longest.toMillis() / 1000.0,
          elsewhere,
          leases,
          refused,
          report.lost(),
          report.duplicated(),
          report);
      return report.clean()
          && made.size() == options.incidents()
          && first.size() == options.incidents()
          && elsewhere <= ELSEWHERE
          && leases < (long) LEASES_OF_EACH * options.incidents()
          && (options.scale() > 1 || inTime(longest, took, least));
    }
  }

  /** At Slack's own rate: at a multiple of it, how fast the machine is would count as much. */
  private static boolean inTime(Duration longest, double took, double least) {
    return longest.compareTo(Duration.ofSeconds(3)) < 0 && took < 1.3 * least + 5;
  }

  /** So many channels were made between one and the first post in it, at the most. */
  private static long mostMadeBeforeAFirstPost(List<Calls.Recorded> applied) {
    Map<String, Integer> others = new HashMap<>();
    int most = 0;
    for (Calls.Recorded call : applied) {
      if (call.method().equals("conversations.create")) {
        others.replaceAll((channel, count) -> count + 1);
        others.put(channelMade(call), 0);
      } else if (call.method().equals("chat.postMessage")) {
        Integer before = others.remove(call.args().getOrDefault("channel", ""));
        most = Math.max(most, before == null ? 0 : before);
      }
    }
    return most;
  }

  private static String channelMade(Calls.Recorded create) {
    var answer = create.answer();
    return answer == null ? "" : answer.path("channel").path("id").asString("");
  }

  /** From each channel to the first post in it. */
  private static List<Duration> firstPosts(List<Calls.Recorded> made, List<Calls.Recorded> all) {
    Map<String, Instant> first = new HashMap<>();
    for (Calls.Recorded call : all) {
      if (call.method().equals("chat.postMessage")) {
        first.putIfAbsent(call.args().getOrDefault("channel", ""), call.at());
      }
    }
    var waits = new ArrayList<Duration>();
    for (Calls.Recorded channel : made) {
      Instant post = first.get(channelMade(channel));
      if (post != null) {
        waits.add(Duration.between(channel.at(), post));
      }
    }
    return waits;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
