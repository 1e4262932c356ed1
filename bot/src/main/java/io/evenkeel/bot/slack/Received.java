package io.evenkeel.bot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.request.Request;
import java.time.Instant;

/** When a request came in: read from the clock once, and carried to its listener. */
final class Received {
  private static final String KEY = "evenkeel.received";

  private Received() {}

  static void stamp(Request<?> request, Instant now) {
    request.getContext().getAdditionalValues().put(KEY, now.toString());
  }

  /** UTC at microseconds. */
  static Instant at(Context context) {
    String stamped = context.getAdditionalValues().get(KEY);
    if (stamped == null) {
      throw new IllegalStateException("a request reached its listener without being received");
    }
    return Instant.parse(stamped);
  }
}
