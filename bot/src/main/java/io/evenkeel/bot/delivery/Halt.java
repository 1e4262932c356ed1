package io.evenkeel.bot.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether Slack takes our token. While it does not, nothing is sent and everything waits. */
final class Halt {
  private final Duration probe;
  private volatile @Nullable String error;
  private volatile long nextProbe;

  Halt(Duration probe) {
    this.probe = probe;
  }

  void because(String slackSays) {
    nextProbe = System.nanoTime() + probe.toNanos();
    error = slackSays;
  }

  Optional<String> reason() {
    return Optional.ofNullable(error);
  }

  /** Tries the token when it is time to; returns whether calls make sense now. */
  boolean over(SlackCalls slack) {
    if (error == null) {
      return true;
    }
    if (System.nanoTime() - nextProbe < 0) {
      return false;
    }
    try {
      slack.call(methods -> methods.authTest(r -> r), Set.of());
      error = null;
      return true;
    } catch (SlackFault e) {
      nextProbe = System.nanoTime() + probe.toNanos();
      return false;
    }
  }
}
