package io.evenkeel.chaos.schedule;

import java.time.Duration;
import java.util.Optional;

/**
 * How long and hard a run is. Each is a system property {@code chaos.NAME} ({@code chaos.seconds}
 * for the length); what is not given, or empty, is as the profile says.
 *
 * @param seed what the schedule is made from
 * @param commands acknowledged commands to be reached
 * @param kills kills to be reached
 * @param replicas bots on the one database
 * @param rate commands sent per second
 * @param incidents open incidents that are talked about
 * @param length at least so long
 * @param scale 1 for Slack's and the relay's times as shipped, 10 for a tenth of them
 */
public record Options(
    long seed,
    int commands,
    int kills,
    int replicas,
    int rate,
    int incidents,
    Duration length,
    int scale) {

  public Options {
    if (replicas < 1 || rate < 1 || incidents < 1 || scale < 1) {
      throw new IllegalArgumentException(
          "replicas, rate, incidents and scale are 1 or more: "
              + replicas
              + " "
              + rate
              + " "
              + incidents
              + " "
              + scale);
    }
  }

  /** The same with this seed. */
  Options seeded(long other) {
    return new Options(other, commands, kills, replicas, rate, incidents, length, scale);
  }

  /**
   * The same, with what the command line says instead.
   *
   * @throws NumberFormatException when a property is no number
   */
  Options overridden() {
    return new Options(
        number("seed").orElse(seed),
        number("commands").orElse((long) commands).intValue(),
        number("kills").orElse((long) kills).intValue(),
        number("replicas").orElse((long) replicas).intValue(),
        number("rate").orElse((long) rate).intValue(),
        number("incidents").orElse((long) incidents).intValue(),
        number("seconds").map(Duration::ofSeconds).orElse(length),
        number("scale").orElse((long) scale).intValue());
  }

  private static Optional<Long> number(String name) {
    return Optional.ofNullable(System.getProperty("chaos." + name))
        .filter(value -> !value.isBlank())
        .map(Long::valueOf);
  }

  @Override
  public String toString() {
    return "-Dchaos.seed=%d (%d commands, %d kills, %d replicas, %d/s, %d incidents, %d s, scale %d)"
        .formatted(seed, commands, kills, replicas, rate, incidents, length.toSeconds(), scale);
  }
}
