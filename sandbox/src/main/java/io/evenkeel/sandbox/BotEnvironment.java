package io.evenkeel.sandbox;

import java.util.HashMap;
import java.util.Map;

/**
 * What the bot finds in its environment: the sandbox's addresses and secrets before anybody's own.
 */
final class BotEnvironment {
  private BotEnvironment() {}

  /**
   * @param own what the sandbox itself was started with
   */
  static Map<String, String> of(
      Map<String, String> own, Ports ports, Postgres postgres, SlackSandbox slack) {
    Map<String, String> bot = new HashMap<>(own);
    bot.put("PORT", Integer.toString(ports.bot()));
    bot.put("BIND_ADDRESS", "127.0.0.1");
    bot.put("BASE_URL", "http://127.0.0.1:" + ports.bot());
    bot.put("DATABASE_URL", postgres.url());
    bot.put("DATABASE_USER", "postgres");
    bot.put("DATABASE_PASSWORD", "postgres");
    if (socketMode(own)) {
      bot.put("SLACK_APP_TOKEN", Settings.APP_TOKEN);
      bot.put("SLACK_SIGNING_SECRET", "");
    } else {
      bot.put("SLACK_APP_TOKEN", "");
      bot.put("SLACK_SIGNING_SECRET", Settings.SIGNING_SECRET);
    }
    bot.put("SLACK_BOT_TOKEN", Settings.BOT_TOKEN);
    bot.put("SLACK_API_URL", slack.apiUrl());
    bot.put("EVENKEEL_API_TOKEN", Settings.API_TOKEN);
    bot.put("SLACK_CLIENT_ID", Settings.CLIENT_ID);
    bot.put("SLACK_CLIENT_SECRET", Settings.CLIENT_SECRET);
    return bot;
  }

  /** Slack's requests come over a connection that the bot opens, as where nobody reaches it. */
  static boolean socketMode(Map<String, String> environment) {
    return "socket".equals(environment.get("SANDBOX_SLACK"));
  }
}
