package io.evenkeel.bot.delivery;

import java.net.URI;

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
  static Outlet pagerDuty(Courier courier, String name, URI url, String key, boolean internal) {
    return new RingsPagerDuty(courier, name, url, key, internal);
  }

  static Outlet webhook(Webhook webhook) {
    return new RingsWebhook(webhook);
  }
}
