package io.evenkeel.bot.delivery;

import org.jspecify.annotations.Nullable;

/** Who we are in Slack; asked once, when it is first needed. */
final class OwnUser {
  private volatile @Nullable String id;

  /** Our bot's user id. */
  String id(Attempt attempt) throws SlackFault {
    String known = id;
    if (known == null) {
      known = attempt.call("auth.test", slack -> slack.authTest(r -> r)).getUserId();
      id = known;
    }
    return known;
  }
}
