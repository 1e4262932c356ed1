package io.evenkeel.bot.socket;

import java.time.Instant;

/** How the connection to Slack stands, for those who look after the bot. */
public sealed interface SocketState {

  /** Slack reaches us. */
  record Connected(Instant since) implements SocketState {}

  /**
   * Slack does not reach us: it is tried again and again.
   *
   * @param why in a few words, or as Slack calls it
   */
  record Trying(Instant since, String why) implements SocketState {}

  /** The bot is stopping. */
  record Leaving() implements SocketState {}

  /** One sentence for people; empty while all is well. */
  default String trouble() {
    return switch (this) {
      case Connected _, Leaving _ -> "";
      case Trying(Instant since, String why) ->
          "Slack does not reach the bot: no Socket Mode connection since "
              + since
              + " ("
              + why
              + "). It is tried again and again."
              + (why.startsWith("invalid_auth") || why.startsWith("not_a")
                  ? " Check SLACK_APP_TOKEN: evenkeel doctor says more."
                  : "");
    };
  }
}
