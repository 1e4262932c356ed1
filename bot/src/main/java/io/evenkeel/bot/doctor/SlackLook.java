package io.evenkeel.bot.doctor;

import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.socket.BareApi;
import io.evenkeel.bot.socket.Tickets;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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

  /** Slack refuses nothing for it, but a signature more than five minutes off is refused by us. */
  private static final Duration CLOCK_WARNS = Duration.ofSeconds(30);

  private static final Duration CLOCK_FAILS = Duration.ofMinutes(5);
  private static final String ADD =
      "At api.slack.com/apps open the app, OAuth & Permissions, Scopes, Bot Token Scopes, add it,"
          + " and install the app again";

  private final InstantSource clock;

  SlackLook(InstantSource clock) {
    this.clock = clock;
  }

  List<Finding> at(Settings.Slack slack, String announcements) throws InterruptedException {
    var found = new ArrayList<Finding>(secret(slack));
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
    found.addAll(slacksClock(told));
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
    found.add(channel(api, slack.botToken(), announcements));
    return found;
  }

  private static Finding latency(Duration took) {
    String said = "answers in " + took.toMillis() + " ms";
    return took.compareTo(SLOW) > 0
        ? Finding.warn("Slack", said, "A form must open within 3 s: look at the way to slack.com")
        : Finding.ok("Slack", said);
  }

  private List<Finding> slacksClock(BareApi.Answered told) {
    return told.headers().firstValue("Date").stream()
        .flatMap(date -> {
          try {
            var theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Stream.of(Duration.between(theirs.toInstant(), clock.instant()).abs());
          } catch (DateTimeException _) {
            return Stream.of();
          }
        })
        .map(SlackLook::off)
        .toList();
  }

  private static Finding off(Duration off) {
    String said = "this machine's is " + off.toSeconds() + " s off Slack's";
    String mend = "Have this machine follow a time server";
    if (off.compareTo(CLOCK_FAILS) > 0) {
      return Finding.fail("clock", said + ": every request of Slack is refused as too old", mend);
    }
    return off.compareTo(CLOCK_WARNS) > 0
        ? Finding.warn("clock", said, mend)
        : Finding.ok("clock", said);
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

  private static Finding channel(BareApi api, Secret token, String name)
      throws InterruptedException {
    try {
      String cursor = "";
      do {
        var page =
            api.call(
                "conversations.list",
                token.value(),
                "exclude_archived=true&limit=1000&types=public_channel,private_channel&cursor="
                    + cursor);
        if (!page.ok()) {
          return Finding.fail(
              "#" + name, "channels cannot be listed: " + page.error(), "Mend what is above first");
        }
        for (var channel : page.body().path("channels").values()) {
          if (name.equals(channel.path("name").asString(""))) {
            return channel.path("is_member").asBoolean(false)
                ? Finding.ok("#" + name, "is there, and the bot is in it")
                : Finding.ok("#" + name, "is there; the bot joins with the first announcement");
          }
        }
        cursor = page.body().path("response_metadata").path("next_cursor").asString("");
      } while (!cursor.isEmpty());
      return Finding.fail(
          "#" + name,
          "is not there, or is private without the bot in it",
          "Create it, /invite the bot if it is private, or name another one in EVENKEEL_CONFIG");
    } catch (IOException e) {
      return Finding.fail("#" + name, "could not be looked for: " + e, "Run this again");
    }
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

  /** Slack's own are 32 hexadecimal digits: another form is most often another value. */
  private static List<Finding> secret(Settings.Slack slack) {
    Secret secret = slack.signingSecret();
    if (secret == null) {
      return List.of(
          Finding.ok("signing secret", "not needed: Slack's requests come over the socket"));
    }
    Secret previous = slack.previousSigningSecret();
    boolean usual = secret.value().matches("[0-9a-f]{32}");
    var found = new ArrayList<Finding>();
    found.add(
        usual
            ? Finding.ok("signing secret", "has the form of Slack's")
            : Finding.warn(
                "signing secret",
                "is not 32 hexadecimal digits, as Slack's are",
                "Copy it from Basic Information, Signing Secret: not the Client Secret, not the"
                    + " Verification Token"));
    if (previous != null) {
      found.add(
          Finding.warn(
              "signing secret",
              secret.value().equals(previous.value())
                  ? "SLACK_SIGNING_SECRET_PREVIOUS is the same as SLACK_SIGNING_SECRET"
                  : "the previous one is still accepted",
              "Take SLACK_SIGNING_SECRET_PREVIOUS away once the rotation is over"));
    }
    return found;
  }
}
