package io.evenkeel.bot.delivery;

import io.evenkeel.incident.PageEffect;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * PagerDuty's Events API v2 (developer.pagerduty.com, "Send an event"). Its {@code dedup_key} is
 * the page's, so that a trigger told twice rings once, and the end finds what it ends. 202 is
 * taken, 400 is refused for good, 429 and 5xx come again.
 */
final class RingsPagerDuty implements Outlet {
  /** PagerDuty's limit for a summary. */
  private static final int LONGEST = 1024;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Courier courier;
  private final String name;
  private final URI url;
  private final String key;
  private final boolean internal;

  RingsPagerDuty(Courier courier, String name, URI url, String key, boolean internal) {
    this.courier = courier;
    this.name = name;
    this.url = url;
    this.key = key;
    this.internal = internal;
  }

  @Override
  public void tell(Alert alert) throws SlackFault {
    var body = new LinkedHashMap<String, Object>();
    body.put("routing_key", key);
    body.put("event_action", alert.what().word());
    body.put("dedup_key", alert.key());
    if (alert.what() == PageEffect.Ring.What.TRIGGER) {
      body.put("client", "Evenkeel");
      body.put(
          "payload",
          Map.of(
              "summary",
              cut(alert.summary()),
              "source",
              "evenkeel",
              "severity",
              severity(alert.rank()),
              "timestamp",
              alert.at().toString(),
              "component",
              alert.incident()));
    }
    courier.post(name, url, internal, Map.of(), JSON.writeValueAsString(body));
  }

  /** PagerDuty has four: the scale's first three, and info for all others. */
  private static String severity(int rank) {
    return switch (rank) {
      case 0 -> "critical";
      case 1 -> "error";
      case 2 -> "warning";
      default -> "info";
    };
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
