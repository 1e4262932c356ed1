package io.evenkeel.chaos.schedule;

import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What goes wrong at which command. The same seed gives the same schedule.
 *
 * @param steps in order of their commands
 */
public record Schedule(List<Step> steps) {

  /**
   * @param command goes wrong when the command of this number is sent, from 0
   */
  public record Step(int command, Mishap mishap) {}

  /** What Slack is asked for while it fails. */
  private static final List<String> METHODS =
      List.of("*", "chat.postMessage", "chat.postMessage", "chat.update", "conversations.history");

  public Schedule {
    steps = List.copyOf(steps);
  }

  /**
   * Kills alone, one about every so many commands.
   *
   * @param commands how many commands it covers
   */
  public static Schedule ofKills(RandomGenerator random, int commands, int between, int replicas) {
    var steps = new ArrayList<Step>();
    for (int at = between; at < commands; at += Math.max(1, between)) {
      steps.add(new Step(at, new Mishap.Kill(random.nextInt(replicas))));
    }
    return new Schedule(steps);
  }

  /**
   * Kills, and between them everything else.
   *
   * @param scale 1 for Slack's and the relay's times as shipped, 10 for a tenth of them
   */
  public static Schedule ofEverything(
      RandomGenerator random, int commands, int between, int replicas, int scale) {
    var steps = new ArrayList<Step>();
    for (int at = between; at < commands; at += Math.max(1, between)) {
      steps.add(new Step(at, new Mishap.Kill(random.nextInt(replicas))));
      int other = at + random.nextInt(Math.max(1, between));
      steps.add(new Step(other, mishap(random, replicas, scale)));
    }
    return new Schedule(steps);
  }

  private static Mishap mishap(RandomGenerator random, int replicas, int scale) {
    int dice = random.nextInt(100);
    if (dice < 55) {
      return new Mishap.SlackFails(slack(random, scale));
    }
    if (dice < 67) {
      Duration pastTheLease = Duration.ofMillis(33_000 / scale + random.nextInt(2000));
      return new Mishap.Pause(random.nextInt(replicas), pastTheLease);
    }
    if (dice < 76) {
      return new Mishap.CommitLost(random.nextBoolean());
    }
    if (dice < 83) {
      return new Mishap.Backends();
    }
    if (dice < 90) {
      return new Mishap.Cut();
    }
    if (dice < 94) {
      return new Mishap.PostgresHangs(Duration.ofMillis(500 + random.nextInt(3500)));
    }
    return dice < 97
        ? new Mishap.PostgresKilled()
        : new Mishap.Revoked(Duration.ofMillis(20_000 / scale));
  }

  private static Fault slack(RandomGenerator random, int scale) {
    String method = METHODS.get(random.nextInt(METHODS.size()));
    int times = 1 + random.nextInt(3);
    return switch (random.nextInt(8)) {
      case 0 -> new Fault(method, times, Kind.RATELIMITED, 0, 1, 1);
      case 1 -> new Fault(method, times, Kind.ERROR, 0, 1, 1);
      case 2 -> new Fault(method, times, Kind.ERROR_APPLIED, 0, 1, 1);
      case 3 -> new Fault(method, times, Kind.FATAL_APPLIED, 0, 1, 1);
      case 4 -> new Fault(method, times, Kind.DROP, 0, 1, 1);
      case 5 -> new Fault(method, times, Kind.DROP_APPLIED, 0, 1, 1);
      case 6 -> new Fault(method, 1, Kind.TIMEOUT_APPLIED, 15_000 / scale, 1, 1);
      default ->
          random.nextBoolean()
              ? new Fault(method, times, Kind.SLOW, 8_000 / scale, 1, 1)
              : new Fault("*", 4, Kind.HISTORY_LAG, 20_000 / scale, 1, 1);
    };
  }
}
