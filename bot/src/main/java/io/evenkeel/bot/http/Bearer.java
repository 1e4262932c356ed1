package io.evenkeel.bot.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an API token (RFC 6750, "Authorization: Bearer"). There is one so far, the operator's
 * own, and it may read every incident, private ones too.
 */
final class Bearer {
  private final @Nullable Predicate<String> first;

  /**
   * @param first whether a text is the token, in constant time; null when none is configured
   */
  Bearer(@Nullable Predicate<String> first) {
    this.first = first;
  }

  /**
   * @throws Refusal 401, in words, unless the request carries the token
   */
  void ask(Context context) {
    String given = context.header("Authorization");
    context.header("WWW-Authenticate", "Bearer realm=\"evenkeel\"");
    if (first == null) {
      throw new Refusal(
          401, "No API token is set up here. Set EVENKEEL_API_TOKEN and start again.");
    }
    if (given == null || !given.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      throw new Refusal(
          401, "This page needs an API token. Send it as: Authorization: Bearer <token>");
    }
    if (!first.test(given.substring("bearer ".length()).strip())) {
      throw new Refusal(401, "This API token is not the right one.");
    }
    context.res().setHeader("WWW-Authenticate", null);
  }
}
