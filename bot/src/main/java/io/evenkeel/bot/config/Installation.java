package io.evenkeel.bot.config;

import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import java.time.Duration;
import java.util.Map;

/**
 * How this installation words and paces things: the YAML file that {@code EVENKEEL_CONFIG} names.
 * What the file leaves out is as in {@link #STANDARD}.
 *
 * @param announcementChannel name without {@code #}
 */
public record Installation(
    SeverityScale severities, Roles roles, String announcementChannel, Delivery delivery) {

  /**
   * The times and rates of the relay.
   *
   * @param poll how often it looks for work besides being woken
   * @param lease how long a worker may hold a stream; longer than {@code call}
   * @param call how long one call to Slack may take
   * @param settle how long after a call that may have happened Slack's history is believed
   * @param postsPerSecond into one channel
   * @param perMinute by Slack method, where it differs from Slack's published tiers
   */
  public record Delivery(
      Duration poll,
      Duration lease,
      Duration call,
      Duration settle,
      int postsPerSecond,
      Map<String, Integer> perMinute) {
    public Delivery {
      perMinute = Map.copyOf(perMinute);
    }
  }

  public static final Installation STANDARD =
      new Installation(
          SeverityScale.STANDARD,
          Roles.STANDARD,
          "incidents",
          new Delivery(
              Duration.ofMillis(300),
              Duration.ofSeconds(30),
              Duration.ofSeconds(10),
              Duration.ofSeconds(30),
              1,
              Map.of()));
}
