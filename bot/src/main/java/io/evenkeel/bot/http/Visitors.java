package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Allowance;
import io.evenkeel.bot.access.Caller;
import io.evenkeel.bot.access.Scope;
import io.evenkeel.bot.access.SignIn;
import io.evenkeel.bot.access.Visits;
import io.evenkeel.incident.Person;
import io.evenkeel.persistence.Unavailable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a page: somebody signed in with Slack, or a token. A session opens pages and nothing
 * else: the API never looks at a cookie, so no other site can have a browser use it.
 */
final class Visitors {
  static final String SESSION = "evenkeel-session";
  private static final String CALLER = "evenkeel.caller";
  private static final int BURST = 60;
  private static final int PER_MINUTE = 120;

  final Entrance entrance;
  final Cookies cookies;
  private final Bearer bearer;
  private final InstantSource clock;
  private final Allowance asked = new Allowance(BURST, PER_MINUTE);

  Visitors(Entrance entrance, Bearer bearer, InstantSource clock) {
    this.entrance = entrance;
    this.bearer = bearer;
    this.clock = clock;
    cookies = new Cookies(entrance.https());
  }

  /**
   * Whatever is below {@code /incidents} or {@code /slos} has this before it, so that no page can
   * forget it.
   *
   * @throws Refusal when nobody is known: a browser is sent to sign in, everybody else is told how
   */
  void guard(RoutesConfig routes) {
    for (String below : List.of("/incidents/*", "/slos", "/slos/*")) {
      routes.beforeMatched(
          below,
          context -> {
            Caller caller = ask(context);
            context.attribute(CALLER, caller);
            context.attribute(Refusals.BAR, Screen.bar(this, context, caller));
          });
    }
  }

  /** Who that page is for. */
  static Caller caller(Context context) {
    Caller caller = context.attribute(CALLER);
    if (caller == null) {
      throw new IllegalStateException("nobody asked who this is for: " + context.path());
    }
    return caller;
  }

  /** Who asks, where the page is not below {@code /incidents}. */
  Caller ask(Context context) {
    slowDown(context);
    SignIn signIn = entrance.signIn();
    if (Bearer.brings(context) || signIn == null) {
      return bearer.ask(context, Scope.READ);
    }
    Optional<Person> person = person(context, signIn.visits());
    if (person.isPresent()) {
      return new Caller.SignedIn(person.get());
    }
    throw Refusal.signIn(
        "This page is for people who are signed in. Open it in a browser, or send an API token:"
            + " Authorization: Bearer <token>",
        "/sign-in?to=" + URLEncoder.encode(address(context), StandardCharsets.UTF_8));
  }

  /** The signed-in person's secret; null without one. */
  @Nullable String secret(Context context) {
    return cookies.get(context, SESSION);
  }

  private Optional<Person> person(Context context, Visits visits) {
    String secret = secret(context);
    if (secret == null) {
      return Optional.empty();
    }
    try {
      return visits.of(secret, clock.instant().truncatedTo(ChronoUnit.MICROS));
    } catch (Unavailable _) {
      throw Refusal.away();
    }
  }

  /** Pages are drawn for people: whoever asks faster than any of them waits. */
  void slowDown(Context context) {
    Duration wait = asked.take(entrance.from(context), clock.instant());
    if (wait.isPositive()) {
      throw Refusal.slower("Too many pages are asked for from your address. Wait a moment.", wait);
    }
  }

  private static String address(Context context) {
    String query = context.queryString();
    return context.path() + (query == null ? "" : "?" + query);
  }
}
