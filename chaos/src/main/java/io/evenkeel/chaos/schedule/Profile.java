package io.evenkeel.chaos.schedule;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The runs there are, each with its usual length. */
public enum Profile {
  /** Many on one database, one killed every few seconds. */
  REPLICAS,
  /** Slack is away for long. */
  AWAY,
  /** Many incidents at once. */
  STORM,
  /** Everything at random, with many kills. */
  KILLS;

  /**
   * The profile of that name, in any case.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Profile named(String name) {
    return Arrays.stream(values())
        .filter(profile -> profile.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no profile \"" + name + "\", only " + Arrays.toString(values())));
  }

  /** Runs as usual, but for what the command line says; returns whether every promise was kept. */
  public boolean run(PrintStream out) {
    out.println("— " + name().toLowerCase(Locale.ROOT) + " —");
    long seed = ThreadLocalRandom.current().nextInt(1_000_000);
    return switch (this) {
      case REPLICAS -> Replicas.run(Replicas.USUAL.seeded(seed).overridden(), out);
      case AWAY -> Away.run(Away.USUAL.seeded(seed).overridden(), out);
      case STORM -> Storm.run(Storm.USUAL.seeded(seed).overridden(), out);
      case KILLS -> Kills.run(Kills.USUAL.seeded(seed).overridden(), out);
    };
  }
}
