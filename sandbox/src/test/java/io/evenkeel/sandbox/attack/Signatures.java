package io.evenkeel.sandbox.attack;

import io.evenkeel.sandbox.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Requests that pretend to be Slack's (docs.slack.dev, "Verifying requests from Slack"). */
final class Signatures {
  private static final String FAMILY = "signatures";
  private static final Map<String, String> DECLARES = Map.of("text", "declare forged --new");

  private Signatures() {}

  static List<Attack> of(Site site) {
    var http = new Http(site);
    Instant now = site.clock.instant();
    String body = Http.slashBody(DECLARES);
    String time = String.valueOf(now.getEpochSecond());
    String right = Http.signature(body, now, Settings.SIGNING_SECRET);
    return List.of(
        refused("none at all", () -> http.post("/slack/events", body)),
        refused("an empty one", () -> http.signed(body, time, "-")),
        refused("another app's secret", () -> http.slash(DECLARES, now, "another-secret")),
        refused("no secret at all", () -> http.slash(DECLARES, now, " ")),
        refused("a body changed after signing", () -> http.signed(body + "&x=1", time, right)),
        refused("a time changed after signing", () -> http.signed(body, later(now, 1), right)),
        refused("replayed after 6 minutes", () -> http.slash(DECLARES, back(now, 6), secret())),
        refused("from 6 minutes ahead", () -> http.slash(DECLARES, back(now, -6), secret())),
        refused("a time that is no number", () -> http.signed(body, "soon", right)),
        refused("a time beyond all numbers", () -> http.signed(body, "9".repeat(40), right)),
        refused("in the form of another version", () -> http.signed(body, time, "v1" + right)),
        refused("half of the right one", () -> http.signed(body, time, right.substring(0, 34))),
        refused("unsigned ssl_check", () -> http.post("/slack/events", "ssl_check=1&token=x")),
        refused(
            "unsigned url_verification",
            () ->
                http.post("/slack/events", "{\"type\":\"url_verification\",\"challenge\":\"x\"}")),
        Attack.of(
            FAMILY,
            "replayed within 5 minutes: recorded once",
            200,
            () -> {
              String again = Http.slashBody(Map.of("text", "declare replayed --new"));
              String signature = Http.signature(again, now, secret());
              http.signed(again, time, signature);
              long before = site.count("incident");
              Http.Answer answer = http.signed(again, time, signature);
              return site.count("incident") == before ? answer : new Http.Answer(500, "", "twice");
            }));
  }

  private static String secret() {
    return Settings.SIGNING_SECRET;
  }

  private static Instant back(Instant now, int minutes) {
    return now.minus(Duration.ofMinutes(minutes));
  }

  private static String later(Instant now, int seconds) {
    return String.valueOf(now.getEpochSecond() + seconds);
  }

  private static Attack refused(String tried, java.util.function.Supplier<Http.Answer> by) {
    return Attack.of(FAMILY, tried, 401, by);
  }
}
