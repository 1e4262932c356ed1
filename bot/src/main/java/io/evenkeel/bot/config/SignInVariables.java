package io.evenkeel.bot.config;

import java.net.URI;
import java.util.Optional;

/** SLACK_CLIENT_ID and SLACK_CLIENT_SECRET: who is in this workspace may sign in to the pages. */
final class SignInVariables {
  private SignInVariables() {}

  /** Empty when nobody is to sign in, or when what is set is wrong. */
  static Optional<Settings.SignIn> read(Variables variables, Optional<Settings.Web> web) {
    Optional<String> id = variables.text("SLACK_CLIENT_ID");
    Optional<Secret> secret = variables.secret("SLACK_CLIENT_SECRET");
    if (id.isEmpty() && secret.isEmpty()) {
      return Optional.empty();
    }
    if (id.isEmpty() || secret.isEmpty()) {
      variables.fault(
          id.isEmpty() ? "SLACK_CLIENT_ID" : "SLACK_CLIENT_SECRET",
          "is missing, though "
              + (id.isEmpty() ? "SLACK_CLIENT_SECRET" : "SLACK_CLIENT_ID")
              + " is set",
          "Copy both from your Slack app's page \"Basic Information\", or leave both out and read"
              + " pages with a token");
      return Optional.empty();
    }
    web.map(Settings.Web::baseUrl)
        .filter(base -> Address.plain(base) && !Address.loopback(base))
        .ifPresent(base ->
            variables.fault(
                "BASE_URL",
                "is plain http to another machine, and signing in would show sessions to the"
                    + " network",
                "Set the https address of this server, or leave out SLACK_CLIENT_ID"));
    web.map(Settings.Web::baseUrl)
        .map(URI::getRawPath)
        .filter(path -> !path.isEmpty())
        .ifPresent(path ->
            variables.fault(
                "BASE_URL",
                "has the path " + path + ", and signing in needs a host of its own",
                "Set an address without a path, such as https://evenkeel.example.com"));
    return Optional.of(new Settings.SignIn(id.get(), secret.get()));
  }
}
