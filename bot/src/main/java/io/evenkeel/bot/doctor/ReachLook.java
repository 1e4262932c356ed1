package io.evenkeel.bot.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** BASE_URL: whether it leads to a bot that runs, as seen from here. */
final class ReachLook {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String ABOUT = "BASE_URL";

  private ReachLook() {}

  static List<Finding> at(URI base, boolean slackPosts) throws InterruptedException {
    var found = new ArrayList<Finding>();
    if (slackPosts && !"https".equals(base.getScheme())) {
      found.add(
          Finding.warn(
              ABOUT,
              base + " is not https: Slack sends its requests over https only",
              "Put https in front of the bot, or use Socket Mode (docs/slack-app.md)"));
    }
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + "/healthz")).timeout(LIMIT).build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      found.add(
          answer.statusCode() == 200 && answer.body().contains("\"alive\"")
              ? Finding.ok(ABOUT, base + " leads to a bot")
              : Finding.warn(
                  ABOUT,
                  base
                      + "/healthz answers "
                      + answer.statusCode()
                      + ", which is not a bot's answer",
                  "Look at what stands in front of the bot: /slack/events, /hooks, /incidents and"
                      + " /healthz must come through"));
    } catch (IOException e) {
      found.add(
          Finding.warn(
              ABOUT,
              base + " is not reached from here: " + e.getClass().getSimpleName(),
              "Fine before the bot runs; else check the address, DNS and the way in"));
    }
    return found;
  }
}
