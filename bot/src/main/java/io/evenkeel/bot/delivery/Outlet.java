package io.evenkeel.bot.delivery;

import java.net.URI;
import java.time.InstantSource;

/** Something outside Slack that rings a phone. Telling it the same twice rings once. */
public interface Outlet {
  /**
   * @throws SlackFault what came of it, as for Slack
   */
  void tell(Alert alert) throws SlackFault;

  /**
   * PagerDuty's Events API v2.
   *
   * @param key the integration's routing key
   * @param internal the host may be within our own network
   */
  static Outlet pagerDuty(String name, URI url, String key, boolean internal) {
    return new RingsPagerDuty(new Courier(), name, url, key, internal);
  }

  /**
   * A webhook.
   *
   * @param secret what its signature is made with
   * @param internal the host may be within our own network
   * @param clock what its time is stamped with
   */
  static Outlet webhook(
      String name, URI url, String secret, boolean internal, InstantSource clock) {
    return new RingsWebhook(new Courier(), clock, name, url, secret, internal);
  }
}
