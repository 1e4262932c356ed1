package io.evenkeel.bot.socket;

import java.time.Duration;

/**
 * The times of a connection.
 *
 * @param hello so long Slack has to say hello once the connection is open
 * @param ping so often it is asked whether the other side still lives
 * @param silence after so long without a sign of life the connection is given up
 * @param firstWait before a second try; doubles up to {@code longestWait}
 * @param steady a connection that lasted so long begins anew with {@code firstWait}
 * @param retire so long a connection that was replaced may bring its last envelopes
 * @param drain a stop waits so long for acknowledgements
 */
public record SocketPace(
    Duration hello,
    Duration ping,
    Duration silence,
    Duration firstWait,
    Duration longestWait,
    Duration steady,
    Duration retire,
    Duration drain) {

  /** As it is run. */
  public static final SocketPace STANDARD =
      new SocketPace(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMillis(250),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5));
}
