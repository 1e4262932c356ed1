package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Attempt;
import io.evenkeel.bot.access.SignIn;
import io.evenkeel.persistence.Unavailable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * {@code /sign-in}, by way of Slack and back, and {@code POST /sign-out}. Where a reader wanted to
 * go is kept in their own browser, and must be one of our pages.
 */
final class SignInRoutes {
  private static final String ATTEMPT = "evenkeel-sign-in";
  private static final Duration LASTS = Duration.ofMinutes(10);
  private static final Duration SESSION_LASTS = Duration.ofDays(7);

  private final SignIn signIn;
  private final Visitors visitors;
  private final Forms forms;
  private final InstantSource clock;

  SignInRoutes(SignIn signIn, Visitors visitors, InstantSource clock) {
    this.signIn = signIn;
    this.visitors = visitors;
    this.clock = clock;
    forms = new Forms(visitors);
  }

  void on(RoutesConfig routes) {
    routes.get("/sign-in", this::ask);
    routes.get("/sign-in/slack", this::leave);
    routes.get("/sign-in/back", this::back);
    routes.get(Departure.HOME, this::home);
    routes.post("/sign-out", this::out);
  }

  private void ask(Context context) {
    String to = Departure.target(context.queryParam("to"));
    Screen.show(context, 200, Screen.signIn("/sign-in/slack?to=" + encoded(to), to));
  }

  private void leave(Context context) {
    visitors.slowDown(context);
    String to = Departure.target(context.queryParam("to"));
    var attempt = Attempt.fresh();
    visitors.cookies.set(context, ATTEMPT, Departure.kept(attempt, to), LASTS);
    see(context, signIn.authorize(attempt).toString());
  }

  private void back(Context context) {
    visitors.slowDown(context);
    Departure left = Departure.read(visitors.cookies.get(context, ATTEMPT));
    visitors.cookies.clear(context, ATTEMPT);
    var back =
        new SignIn.Back(
            left.attempt(),
            context.queryParam("state"),
            context.queryParam("code"),
            context.queryParam("error"),
            visitors.entrance.from(context));
    switch (signIn.finish(back, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      case SignIn.Ended.In in -> {
        endFormer(context);
        visitors.cookies.set(context, Visitors.SESSION, in.secret(), SESSION_LASTS);
        see(context, left.to());
      }
      case SignIn.Ended.Out(int status, String words) ->
          Screen.show(context, status, Screen.refused(words, "/sign-in?to=" + encoded(left.to())));
    }
  }

  /** Whoever was signed in here before is not any more. */
  private void endFormer(Context context) {
    String former = visitors.secret(context);
    if (former != null) {
      try {
        signIn.visits().end(former);
      } catch (Unavailable _) {
        throw Refusal.away();
      }
    }
  }

  private void home(Context context) {
    Screen.show(
        context, 200, Screen.signedIn(Screen.bar(visitors, context, visitors.ask(context))));
  }

  private void out(Context context) throws IOException {
    String secret = forms.own(context);
    try {
      signIn.visits().end(secret);
    } catch (Unavailable _) {
      throw Refusal.away();
    }
    visitors.cookies.clear(context, Visitors.SESSION);
    context.header("Clear-Site-Data", "\"cache\"");
    Screen.show(context, 200, Screen.signedOut());
  }

  private static void see(Context context, String address) {
    context.status(303).header("Location", address).result("");
  }

  private static String encoded(String to) {
    return URLEncoder.encode(to, StandardCharsets.UTF_8);
  }
}
