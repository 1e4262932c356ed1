package io.evenkeel.chaos.bench;

/**
 * How long and how hard, from system properties: {@code bench.rate}, {@code bench.seconds}, {@code
 * bench.connections}, {@code bench.pairs}, {@code bench.incidents}.
 *
 * @param rate commands per second of the open loop
 * @param seconds of the open loop; each half of a pair takes a third of it
 * @param connections to the database, for the bot and for plain JDBC alike
 * @param pairs how often the bot and plain JDBC take turns
 * @param incidents that are open, each with its channel: while commands come as fast as they can,
 *     the relay posts to each once a second, and Postgres does that work too
 */
record Options(int rate, int seconds, int connections, int pairs, int incidents) {
  /** How many people speak. */
  static final int PEOPLE = 20;

  /** So many more incidents are left in peace, but for what is posted there on purpose. */
  static final int QUIET = 12;

  static Options read() {
    return new Options(
        Integer.getInteger("bench.rate", 200),
        Integer.getInteger("bench.seconds", 20),
        Integer.getInteger("bench.connections", 16),
        Integer.getInteger("bench.pairs", 3),
        Integer.getInteger("bench.incidents", 20));
  }

  /** How long one half of a pair is measured. */
  int turn() {
    return Math.max(2, seconds / 3);
  }
}
