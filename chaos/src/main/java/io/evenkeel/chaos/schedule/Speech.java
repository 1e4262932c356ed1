package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Mark;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What people type: each command of a number is the same with the same seed, and carries a mark
 * that no other has.
 */
final class Speech {
  private static final List<String> PEOPLE =
      List.of("U0ALICE", "U0BOB", "U0CHARLIE", "U0DANA", "U0ERIN", "U0FRANK");
  private static final List<String> ROLES = List.of("tech lead", "comms", "scribe");
  private static final List<String> WORDS =
      List.of(
          "pool exhausted",
          "restarted the primary",
          "latency is back to normal",
          "asked the vendor",
          "errors only in eu-west",
          "rolled back to yesterday's build",
          "queue drains slowly",
          "no change after the failover");

  private final RandomGenerator random;
  private final int incidents;
  private final int loud;
  private int number;

  /**
   * @param incidents the numbers 1 to this are talked about
   * @param loud of a thousand commands so many are no notes
   */
  Speech(RandomGenerator random, int incidents, int loud) {
    this.random = random;
    this.loud = loud;
    this.incidents = incidents;
  }

  /**
   * One command.
   *
   * @param user a person of the simulated workspace, by id
   * @param must what comes later counts on it: nobody gives up before it is answered
   */
  record Line(int number, String user, String text, boolean must) {}

  /** A new incident. */
  Line declare() {
    String mark = Mark.of(number);
    return line(
        "declare --new --severity SEV-" + (1 + random.nextInt(4)) + " Service trouble " + mark,
        true);
  }

  /**
   * The next command. Notes go to the thread of their own incident's card; the rest also edits
   * cards and speaks in the one announcement channel, for which Slack's limits are tighter.
   */
  Line next() {
    String words = pick(WORDS) + " " + Mark.of(number);
    String to = " --incident-id INC-" + (1 + random.nextInt(incidents)) + " ";
    if (random.nextInt(1000) >= loud) {
      return line("note" + to + words, false);
    }
    return line(
        switch (random.nextInt(10)) {
          case 0, 1, 2 -> "decision" + to + words;
          case 3, 4 -> "update" + to + words;
          case 5 -> "update --internal" + to + words;
          case 6 -> "severity" + to + "SEV-" + (1 + random.nextInt(4)) + " " + words;
          case 7 -> "assign" + to + "<@" + pick(PEOPLE) + "> " + pick(ROLES);
          case 8 -> "resolve" + to + words;
          default -> "reopen" + to + words;
        },
        false);
  }

  private Line line(String text, boolean must) {
    return new Line(number++, pick(PEOPLE), text, must);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
