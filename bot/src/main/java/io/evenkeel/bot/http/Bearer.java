package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Allowance;
import io.evenkeel.bot.access.Caller;
import io.evenkeel.bot.access.Keys;
import io.evenkeel.bot.access.Scope;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Asks for an API token (RFC 6750, "Authorization: Bearer") and for what it may open. A token may
 * ask 120 times at once and ten times a second after that.
 */
final class Bearer {
  private static final int BURST = 120;
  private static final int PER_MINUTE = 600;
  private static final String SCHEME = "bearer ";
  private static final int LONGEST = 500;

  private final Entrance entrance;
  private final InstantSource clock;
  private final Allowance asked = new Allowance(BURST, PER_MINUTE);

  Bearer(Entrance entrance, InstantSource clock) {
    this.entrance = entrance;
    this.clock = clock;
  }

  /** Whether the request says that it has a token. */
  static boolean brings(Context context) {
    return context.header("Authorization") != null;
  }

  /**
   * Who asks.
   *
   * @throws Refusal in words: 401 without a right token, 403 when it may not open that, 429 after
   *     too many requests or wrong tokens, 503 while the database is away
   */
  Caller.Token ask(Context context, Scope needed) {
    Caller.Token token = known(context);
    if (!token.may(needed)) {
      throw forbidden(context, token, needed);
    }
    return token;
  }

  private static Refusal forbidden(Context context, Caller.Token token, Scope needed) {
    context.header(
        "WWW-Authenticate",
        "Bearer realm=\"evenkeel\", error=\"insufficient_scope\", scope=\"" + needed.word() + "\"");
    return new Refusal(
        403,
        "The token \""
            + token.name()
            + "\" may not do this: it needs the scope "
            + needed.word()
            + ". Ask an operator for one that has it.");
  }

  private Caller.Token known(Context context) {
    context.header("WWW-Authenticate", "Bearer realm=\"evenkeel\"");
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Caller.Token token =
        switch (entrance.keys().open(given(context), entrance.from(context), now)) {
          case Keys.Opened.By(Caller.Token found) -> found;
          case Keys.Opened.Nothing(String words) -> throw new Refusal(401, words);
          case Keys.Opened.Wait(Duration time) ->
              throw Refusal.slower(
                  "Too many wrong tokens came from your address. Check the token, then try again.",
                  time);
          case Keys.Opened.NotNow() -> throw Refusal.away();
        };
    Duration wait = asked.take(token.name(), now);
    if (wait.isPositive()) {
      throw Refusal.slower(
          "The token \""
              + token.name()
              + "\" asks more than "
              + PER_MINUTE
              + " times a minute. Ask more slowly.",
          wait);
    }
    context.res().setHeader("WWW-Authenticate", null);
    return token;
  }

  private static String given(Context context) {
    String given = context.header("Authorization");
    if (given == null || !given.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw new Refusal(
          401, "This page needs an API token. Send it as: Authorization: Bearer <token>");
    }
    return given.length() > LONGEST ? "" : given.substring(SCHEME.length()).strip();
  }
}
