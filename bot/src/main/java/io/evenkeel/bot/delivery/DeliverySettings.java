package io.evenkeel.bot.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The relay's times.
 *
 * @param poll how often streams are looked for without being woken
 * @param concurrency how many streams are worked on at once. More than there are connections, as a
 *     worker holds none while Slack is called, and nearly all of its time goes there: while Slack
 *     answers half of all calls after 10 s, others must still flow
 * @param lease how long a stream is ours without renewal
 * @param call the longest a call to Slack takes; well below the lease
 * @param settle how long Slack's history may lag behind a post
 * @param backOff the wait after a first failure; doubles up to {@code longestBackOff}
 * @param probe how often a revoked token is tried
 * @param closing how long {@code close} waits for calls under way
 */
public record DeliverySettings(
    Duration poll,
    int concurrency,
    Duration lease,
    Duration call,
    Duration settle,
    Duration backOff,
    Duration longestBackOff,
    Duration probe,
    Duration closing,
    Rates rates) {

  public static final DeliverySettings STANDARD =
      new DeliverySettings(
          Duration.ofMillis(250),
          24,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(12),
          Rates.SLACK);

  public DeliverySettings {
    if (call.multipliedBy(2).compareTo(lease) > 0) {
      throw new IllegalArgumentException(
          "delivery: a call may take " + call + ", so a lease of " + lease + " is too short");
    }
  }

  /** What is parked within this time is told in one message. */
  Duration gather() {
    return call.dividedBy(4);
  }

  /**
   * How long a stream is ours when it is taken. The whole lease begins with the first call, so that
   * what a killed relay had only taken rests for a shorter time.
   */
  Duration firstLease() {
    return call;
  }

  /** Everything so many times as fast, for tests. */
  public DeliverySettings times(int factor) {
    return new DeliverySettings(
        poll.dividedBy(factor),
        concurrency,
        lease.dividedBy(factor),
        call.dividedBy(factor),
        settle.dividedBy(factor),
        backOff.dividedBy(factor),
        longestBackOff.dividedBy(factor),
        probe.dividedBy(factor),
        closing,
        rates.times(factor));
  }

  /**
   * @param attempts how often it was tried, from 1
   */
  Duration backOff(int attempts) {
    long doubled = backOff.toMillis() << Math.clamp(attempts - 1L, 0, 10);
    long most = Math.max(1, Math.min(doubled, longestBackOff.toMillis()));
    return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
  }
}
