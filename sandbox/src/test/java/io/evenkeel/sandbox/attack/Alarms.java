package io.evenkeel.sandbox.attack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Alerts of somebody who may not send any, and alerts that somebody may send and means ill with.
 */
final class Alarms {
  static final String TOKEN = "alerts-token-0123456789abcdef";
  static final String ROUTING_KEY = "0123456789abcdef0123456789abcdef";
  static final String SECRET = "webhook-secret-0123456789abcdef";

  private static final String FAMILY = "alerts";
  private static final String ALERTMANAGER = "/hooks/alertmanager";
  private static final String PAGERDUTY = "/hooks/pagerduty";

  private Alarms() {}

  static List<Attack> of(Site site) {
    var http = new Http(site);
    String event = event("replayed", "incident.triggered");
    return List.of(
        refused("no token", 401, () -> http.post(ALERTMANAGER, group("{}", ""))),
        refused("another's token", 401, () -> bearer(http, Site.OPERATOR, group("{}", ""))),
        refused("no signature", 401, () -> http.post(PAGERDUTY, event)),
        refused("an empty signature", 401, () -> signed(http, event, "v1=")),
        refused(
            "a signature of another body", 401, () -> signed(http, event, signature(event + " "))),
        refused(
            "a signature in the form of another version",
            401,
            () -> signed(http, event, signature(event).replace("v1=", "v0="))),
        refused("another routing key", 401, () -> enqueue(http, "0".repeat(32), "{}")),
        refused("a door that is closed", 404, () -> http.post("/hooks/grafana", group("{}", ""))),
        refused(
            "a source that nobody named",
            404,
            () -> http.post("/hooks/generic/..%2f..%2fetc%2fpasswd", "{}")),
        refused("alerts 300,000 deep", 400, () -> bearer(http, TOKEN, "[".repeat(300_000))),
        refused(
            "labels that are no texts", 400, () -> bearer(http, TOKEN, group("{\"a\":{}}", ""))),
        refused("alerts that are no list", 400, () -> bearer(http, TOKEN, "{\"alerts\":\"x\"}")),
        refused("an event without what it needs", 400, () -> enqueue(http, ROUTING_KEY, "{}")),
        refused("5 MB of alerts", 413, () -> bearer(http, TOKEN, "x".repeat(5 << 20))),
        refused("600 KB of an event", 413, () -> http.post("/v2/enqueue", "x".repeat(600 << 10))),
        refused(
            "10,000 labels: 64 are kept",
            200,
            () -> holds(bearer(http, TOKEN, group(labels(), "")), "9,937 labels")),
        refused(
            "1 MB of words, mentions among them: nobody is pinged",
            200,
            () -> {
              String words = "<!channel> <@U0CHARLIE> " + "x".repeat(1 << 20);
              Http.Answer answer = bearer(http, TOKEN, group("{\"alertname\":\"<!here>\"}", words));
              Site.eventually(
                  "the alert is told", () -> site.seen("incidents").contains("*&lt;!channel&gt;"));
              return site.seen("incidents").contains("*<!channel>")
                  ? new Http.Answer(599, "", "somebody was pinged")
                  : answer;
            }),
        refused(
            "an event that is replayed is recorded once",
            200,
            () -> {
              signed(http, event, signature(event));
              long before = site.count("alert");
              Http.Answer answer = signed(http, event, signature(event));
              return site.count("alert") == before
                  ? holds(answer, "\"repeated\":true")
                  : new Http.Answer(599, "", "twice");
            }));
  }

  private static Http.Answer holds(Http.Answer answer, String words) {
    return answer.body().contains(words) ? answer : new Http.Answer(599, "", answer.text());
  }

  private static Http.Answer bearer(Http http, String token, String body) {
    return http.post(ALERTMANAGER, body, "Authorization", "Bearer " + token);
  }

  private static Http.Answer signed(Http http, String body, String signature) {
    return http.post(PAGERDUTY, body, "X-PagerDuty-Signature", signature);
  }

  private static Http.Answer enqueue(Http http, String key, String payload) {
    return http.post(
        "/v2/enqueue",
        "{\"routing_key\":\"%s\",\"event_action\":\"trigger\",\"payload\":%s}"
            .formatted(key, payload));
  }

  private static String group(String labels, String summary) {
    return """
    {"groupKey": "%d", "status": "firing", "alerts": [{"status": "firing", "labels": %s,
      "annotations": {"summary": "%s"}, "startsAt": "2026-11-21T14:00:00Z"}]}
    """
        .formatted(labels.hashCode(), labels, summary);
  }

  private static String labels() {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> "\"l%05d\":\"v\"".formatted(i))
        .collect(Collectors.joining(",", "{\"alertname\":\"Many\",", "}"));
  }

  private static String event(String id, String type) {
    return """
    {"event": {"id": "%s", "event_type": "%s", "occurred_at": "2026-11-21T14:00:00Z",
      "data": {"id": "P1", "title": "Disk is full", "urgency": "high"}}}
    """
        .formatted(id, type);
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Attack refused(String tried, int status, Supplier<Http.Answer> by) {
    return Attack.of(FAMILY, tried, status, by);
  }
}
