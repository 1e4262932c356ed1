package io.evenkeel.bot.hooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One way in for alerts: who may come through, and how what they bring is read. */
public interface Door {
  /** The sender's kind, as in {@link io.evenkeel.alert.Arrival#source()}. */
  String source();

  /** Without a secret a door is closed to everybody. */
  boolean open();

  /** What to set in the environment so that it opens. */
  String variables();

  /**
   * Whether the sender may come in, asked before anything of the body is read. A door that knows
   * its senders by their bodies lets everybody come as far as {@link #read}.
   *
   * @param authorization the header of that name
   */
  boolean admits(@Nullable String authorization);

  /**
   * What was brought, in bounded time and memory for whatever these bytes are.
   *
   * @param signature the header {@code X-PagerDuty-Signature}
   * @param now UTC at microseconds: the time of what has none of its own
   */
  Brought read(byte[] body, @Nullable String signature, Instant now);
}
