package io.evenkeel.bot.doctor;

import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.socket.BareApi;
import io.evenkeel.bot.socket.Tickets;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Slack: reached, the token good, its scopes, clocks, the announcement channel, Socket Mode. */
final class SlackLook {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration SLOW = Duration.ofSeconds(1);

  private static final String ADD =
      "At api.slack.com/apps open the app, OAuth & Permissions, Scopes, Bot Token Scopes, add it,"
          + " and install the app again";

  private final InstantSource clock;

  SlackLook(InstantSource clock) {
    this.clock = clock;
  }

  List<Finding> at(Settings.Slack slack, String announcements) throws InterruptedException {
    var found = new ArrayList<Finding>(SigningSecretLook.at(slack));
    try (var api = new BareApi(slack.apiUrl(), LIMIT)) {
      found.addAll(token(api, slack, announcements));
      found.addAll(socket(api, slack));
    }
    return found;
  }

  private List<Finding> token(BareApi api, Settings.Slack slack, String announcements)
      throws InterruptedException {
    BareApi.Answered told;
    try {
      told = api.call("auth.test", slack.botToken().value(), "");
    } catch (IOException e) {
      return List.of(
          Finding.fail(
              "Slack",
              slack.apiUrl() + " is not reached: " + e,
              "Let this machine open https connections to slack.com, or set the proxy with"
                  + " -Dhttps.proxyHost"));
    }
    var found = new ArrayList<Finding>();
    found.add(latency(told.took()));
    found.addAll(new ClockLook(clock).at(told));
    if (!told.ok()) {
      found.add(
          Finding.fail(
              "bot token",
              "Slack refuses it: " + told.error(),
              "Install the app again and copy the Bot User OAuth Token from OAuth & Permissions"
                  + " into SLACK_BOT_TOKEN"));
      return found;
    }
    boolean org = told.body().path("is_enterprise_install").asBoolean(false);
    if (org) {
      found.add(
          Finding.fail(
              "bot token",
              "is for a whole organization, and Evenkeel works in one workspace",
              "Install the app into one workspace of the organization, and take that token"));
      return found;
    }
    found.add(
        Finding.ok(
            "bot token",
            "@"
                + told.body().path("user").asString("")
                + " in the workspace "
                + told.body().path("team").asString("")));
    found.addAll(scopes(told));
    found.add(AnnouncementLook.at(api, slack.botToken(), announcements));
    return found;
  }

  private static Finding latency(Duration took) {
    String said = "answers in " + took.toMillis() + " ms";
    return took.compareTo(SLOW) > 0
        ? Finding.warn("Slack", said, "A form must open within 3 s: look at the way to slack.com")
        : Finding.ok("Slack", said);
  }

  private static List<Finding> scopes(BareApi.Answered told) {
    Set<String> has =
        told.headers().allValues("x-oauth-scopes").stream()
            .flatMap(line -> Stream.of(line.split(",")))
            .map(String::strip)
            .collect(Collectors.toSet());
    var missing = new TreeMap<>(Scopes.all());
    missing.keySet().removeAll(has);
    if (missing.isEmpty()) {
      return List.of(Finding.ok("scopes", Scopes.all().size() + " of " + Scopes.all().size()));
    }
    return missing.entrySet().stream()
        .map(one -> Finding.fail("scope " + one.getKey(), "is missing, for " + one.getValue(), ADD))
        .toList();
  }

  private static List<Finding> socket(BareApi api, Settings.Slack slack)
      throws InterruptedException {
    Secret token = slack.appToken();
    if (token == null) {
      return List.of();
    }
    try (var tickets = new Tickets(api, token.value())) {
      return List.of(
          Finding.ok("Socket Mode", "Slack gives a connection at " + tickets.next().getHost()));
    } catch (Tickets.Refused e) {
      return List.of(
          Finding.fail(
              "Socket Mode",
              "Slack refuses the app-level token: " + e.getMessage(),
              "At Basic Information, App-Level Tokens, make one with connections:write, and switch"
                  + " Socket Mode on; copy it into SLACK_APP_TOKEN"));
    } catch (IOException e) {
      return List.of(
          Finding.fail("Socket Mode", "no answer: " + e, "Let this machine reach slack.com"));
    }
  }
}
