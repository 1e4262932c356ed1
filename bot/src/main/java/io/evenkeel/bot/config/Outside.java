package io.evenkeel.bot.config;

import java.net.URI;

/** Something outside Slack that rings a phone: the part {@code paging: outlets:} of the file. */
public sealed interface Outside {
  String name();

  URI url();

  /**
   * The host may be within our own network. Otherwise nothing is sent to an address that is not
   * public, unless the setting names that address itself.
   */
  boolean internal();

  /**
   * PagerDuty's Events API v2.
   *
   * @param key the integration's routing key
   */
  record PagerDuty(String name, URI url, Secret key, boolean internal) implements Outside {
    public static final URI USUAL = URI.create("https://events.pagerduty.com/v2/enqueue");
  }

  /**
   * A signed webhook.
   *
   * @param secret what the signature is made with
   */
  record Webhook(String name, URI url, Secret secret, boolean internal) implements Outside {}
}
