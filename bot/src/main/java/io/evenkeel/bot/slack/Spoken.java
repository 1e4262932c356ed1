package io.evenkeel.bot.slack;

import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody typed, pressed or sent something.
 *
 * @param name as Slack gives it with the request, for somebody who is not known yet
 * @param place the channel it came from; null where there is none
 * @param now when it was received, UTC at microseconds
 */
record Spoken(InboxKey key, PersonId who, String name, @Nullable ChannelId place, Instant now) {
  private static final int REF = 8;

  /** A few letters that a person can read out and a log line can be found by. */
  String ref() {
    String key = key().key();
    return key.substring(Math.max(0, key.length() - REF));
  }
}
