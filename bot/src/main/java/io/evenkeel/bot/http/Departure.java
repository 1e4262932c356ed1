package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Attempt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has left for Slack to sign in, as their own browser keeps it.
 *
 * @param attempt null where nothing was kept, or nothing of ours
 * @param to the page of ours that they wanted
 */
record Departure(@Nullable Attempt attempt, String to) {
  /** For whoever wanted none. */
  static final String HOME = "/signed-in";

  /** Pages of ours, and nothing that a browser could take for another host. */
  private static final Pattern OURS =
      Pattern.compile(
          "/(incidents|slos)(/[A-Za-z0-9._-]{1,80}){0,4}(\\?[A-Za-z0-9=&._~%-]{0,300})?");

  /** What the browser is to keep. */
  static String kept(Attempt attempt, String to) {
    return attempt.secret()
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(to.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #kept} wrote; anything else is no attempt, and leads home. */
  static Departure read(@Nullable String kept) {
    return new Departure(attempt(kept), wanted(kept));
  }

  /** That page, if it is one of ours; else {@link #HOME}. */
  static String target(@Nullable String to) {
    return to != null && OURS.matcher(to).matches() && !to.contains("..") ? to : HOME;
  }

  private static @Nullable Attempt attempt(@Nullable String kept) {
    int dot = kept == null ? -1 : kept.indexOf('.');
    return kept == null || dot < 1 || dot > 100 ? null : new Attempt(kept.substring(0, dot));
  }

  private static String wanted(@Nullable String kept) {
    if (kept == null || kept.indexOf('.') < 0) {
      return HOME;
    }
    try {
      byte[] to = Base64.getUrlDecoder().decode(kept.substring(kept.indexOf('.') + 1));
      return target(new String(to, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return HOME;
    }
  }
}
