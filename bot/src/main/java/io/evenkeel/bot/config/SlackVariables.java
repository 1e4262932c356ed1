package io.evenkeel.bot.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The variables whose names begin with SLACK_. A missing secret stops the start: fail closed. */
final class SlackVariables {
  private static final String SLACKS_OWN = "https://slack.com/api/";

  private SlackVariables() {}

  static Optional<Settings.Slack> read(Variables variables) {
    Optional<URI> url = apiUrl(variables);
    Optional<Secret> appToken = token(variables, "SLACK_APP_TOKEN", "xapp-");
    if (variables.text("SLACK_SIGNING_SECRET").isEmpty()
        && variables.text("SLACK_APP_TOKEN").isEmpty()) {
      variables.fault(
          "SLACK_SIGNING_SECRET",
          "is missing, and without it anybody could send commands",
          "Copy it from your Slack app's page \"Basic Information\"");
    }
    Optional<Secret> secret = variables.secret("SLACK_SIGNING_SECRET");
    Optional<Secret> previous = variables.secret("SLACK_SIGNING_SECRET_PREVIOUS");
    if (variables.text("SLACK_BOT_TOKEN").isEmpty()) {
      variables.fault(
          "SLACK_BOT_TOKEN",
          "is missing",
          "Copy the Bot User OAuth Token from your Slack app's page \"OAuth & Permissions\"");
    }
    Optional<Secret> botToken = token(variables, "SLACK_BOT_TOKEN", "xoxb-");
    if (url.filter(SlackVariables::realSlack).isPresent()) {
      refuseSandbox(variables, "SLACK_SIGNING_SECRET", secret, "sandbox-");
      refuseSandbox(variables, "SLACK_SIGNING_SECRET_PREVIOUS", previous, "sandbox-");
      refuseSandbox(variables, "SLACK_BOT_TOKEN", botToken, "xoxb-sandbox");
      refuseSandbox(variables, "SLACK_APP_TOKEN", appToken, "xapp-sandbox-");
    }
    return url.isEmpty() || botToken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Settings.Slack(
                secret.orElse(null),
                previous.orElse(null),
                botToken.get(),
                appToken.orElse(null),
                url.get()));
  }

  private static Optional<URI> apiUrl(Variables variables) {
    String text = variables.text("SLACK_API_URL").orElse(SLACKS_OWN);
    Optional<URI> url = Address.web(text);
    if (url.isEmpty()) {
      variables.fault(
          "SLACK_API_URL",
          "is no address of a Web API",
          "Leave it out for Slack's own, or set one such as http://localhost:4000/api/");
    } else if (Address.plain(url.get()) && !Address.loopback(url.get())) {
      variables.fault(
          "SLACK_API_URL",
          "is plain http to another machine, which would show the token to the network",
          "Use https, or leave it out for Slack's own");
      return Optional.empty();
    }
    return url.map(found -> URI.create(found.toString().replaceFirst("/*$", "/")));
  }

  private static Optional<Secret> token(Variables variables, String name, String start) {
    Optional<Secret> token = variables.secret(name);
    if (token.filter(t -> t.value().startsWith("xoxe")).isPresent()) {
      variables.fault(
          name,
          "ends after 12 hours: token rotation is on for this Slack app, which Evenkeel does not"
              + " take part in",
          "Slack cannot switch it off again: make a new app from bot/manifest.json, where it is"
              + " off, and set that app's token");
    } else if (token.filter(t -> !t.value().startsWith(start)).isPresent()) {
      variables.fault(
          name,
          "does not begin with " + start,
          "Check that it is not another of the app's tokens: this one begins with " + start);
    }
    return token;
  }

  /** The sandbox's secrets are printed in its source: with them anybody could sign. */
  private static void refuseSandbox(
      Variables variables, String name, Optional<Secret> secret, String start) {
    if (secret.filter(s -> s.value().startsWith(start)).isPresent()) {
      variables.fault(
          name,
          "is the sandbox's, which everybody knows",
          "Set your own Slack app's, or set SLACK_API_URL to the sandbox");
    }
  }

  private static boolean realSlack(URI url) {
    String host = "." + url.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    return host.endsWith(".slack.com") || host.endsWith(".slack-gov.com");
  }
}
