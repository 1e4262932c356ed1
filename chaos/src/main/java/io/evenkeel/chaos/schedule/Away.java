package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Finding;
import io.evenkeel.chaos.check.Report;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.web.Calls;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Row 15: Slack is away for long while people go on. Afterwards only what is needed is sent: every
 * post, and for each card, announcement and topic its final state.
 */
public final class Away {
  static final Options USUAL = new Options(0, 0, 0, 1, 20, 10, Duration.ofMinutes(2), 10);

  /** Not sent when there is nothing left to tell by then, such as of a task that was done. */
  private static final String TOLD = "kind like 'tell-%' or kind = 'post-reminder'";

  private static final String POSTS =
      "kind in ('post-card', 'post-entries', 'thread-entries', 'announce',"
          + " 'reply-to-announcement')";

  private Away() {}

  /** Returns whether every promise was kept. */
  public static boolean run(Options options, PrintStream out) {
    int commands = (int) (options.rate() * options.length().toSeconds());
    try (var run = new Run(options, 300, out)) {
      run.declare();
      run.settled(Duration.ofMinutes(5));
      long before = done(run, POSTS);
      long toldBefore = done(run, TOLD);
      run.stand.slack().faults().add(Fault.always("*", Fault.Kind.ERROR, 0));
      run.talk(new Schedule(List.of()), n -> n < commands);
      Instant back = run.stand.slack().workspace().now();
      long ended = System.nanoTime();
      Report report = run.settle(Duration.ofMinutes(15));
      double drained = (System.nanoTime() - ended) / 1e9;
      Map<String, Long> calls =
          run.stand.slack().calls().all().stream()
              .filter(call -> call.applied() && call.at().isAfter(back))
              .collect(Collectors.groupingBy(Calls.Recorded::method, Collectors.counting()));
      long posts = done(run, POSTS) - before;
      long told = done(run, TOLD) - toldBefore;
      long posted = calls.getOrDefault("chat.postMessage", 0L);
      // Each card and each announcement once; and once more where an edit was in doubt when Slack
      // went away, as that could have landed late.
      long edits = 2L * 2 * options.incidents();
      long topics = 2L * options.incidents();
      boolean needed =
          posted >= posts
              && posted <= posts + told
              && calls.getOrDefault("chat.update", 0L) <= edits
              && calls.getOrDefault("conversations.setTopic", 0L) <= topics;
      out.printf(
          Locale.ROOT,
          "row 15: Slack away for %d s, %d commands acknowledged (slowest %d ms), %d edits"
              + " superseded; drained in %.1f s with %d posts of %d needed and %d reminders, which"
              + " are not sent when they are out of date, %d edits of at most %d, %d topics of at"
              + " most %d; lost %d duplicated %d%n%s%n",
          options.length().toSeconds(),
          report.acknowledged(),
          report.slowest().toMillis(),
          report.superseded(),
          drained,
          posted,
          posts,
          told,
          calls.getOrDefault("chat.update", 0L),
          edits,
          calls.getOrDefault("conversations.setTopic", 0L),
          topics,
          report.lost(),
          report.duplicated(),
          report);
      return report.count(Finding.What.LOST) == 0 && report.clean() && needed;
    }
  }

  private static long done(Run run, String kinds) {
    return run.stand.number("select count(*) from effect where state = 'DONE' and (" + kinds + ")");
  }
}
