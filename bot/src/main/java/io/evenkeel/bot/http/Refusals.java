package io.evenkeel.bot.http;

import io.javalin.http.Context;
import java.time.Duration;

/** How a refusal is told: as a page to whoever reads pages in a browser, else as plain text. */
final class Refusals {
  /** What stands above a refusal, where it is known who reads it. */
  static final String BAR = "evenkeel.bar";

  private static final String PLAIN = "text/plain; charset=utf-8";

  private Refusals() {}

  static void tell(Context context, Refusal refusal) {
    Duration after = refusal.retryAfter;
    if (after != null) {
      // In seconds, and never so few that the next try comes too early (RFC 9110, 10.2.3).
      context.header("Retry-After", String.valueOf(after.plusMillis(999).toSeconds()));
    }
    String instead = refusal.instead;
    if (instead != null && browses(context)) {
      context.status(303).header("Location", instead).result("");
      return;
    }
    say(context, refusal.status, refusal.words);
  }

  static void say(Context context, int status, String words) {
    if (browses(context) && !context.path().startsWith("/api/")) {
      String bar = context.attribute(BAR);
      Screen.show(context, status, Screen.sorry(status, words, bar == null ? "" : bar));
      return;
    }
    context.status(status).result(words + "\n").contentType(PLAIN);
  }

  private static boolean browses(Context context) {
    String accept = context.header("Accept");
    return accept != null && accept.contains("text/html");
  }
}
