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
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sign-in}, by way of Slack and back, and {@code POST /sign-out}. Where a reader wanted to
 * go is kept in their own browser, and must be one of our pages.
 */
final class SignInRoutes {
  private static final String ATTEMPT = "evenkeel-sign-in";
  private static final Duration LASTS = Duration.ofMinutes(10);
  private static final Duration SESSION_LASTS = Duration.ofDays(7);

  /** Pages of ours, and nothing that a browser could take for another host. */
  private static final Pattern OURS =
      Pattern.compile("/incidents(/[A-Za-z0-9._-]{1,80}){0,4}(\\?[A-Za-z0-9=&._~%-]{0,300})?");

  private static final String HOME = "/signed-in";

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
    routes.get(HOME, this::home);
    routes.post("/sign-out", this::out);
  }

  private void ask(Context context) {
    String to = target(context.queryParam("to"));
    Screen.show(context, 200, Screen.signIn("/sign-in/slack?to=" + encoded(to), to));
  }

  private void leave(Context context) {
    visitors.slowDown(context);
    String to = target(context.queryParam("to"));
    var attempt = Attempt.fresh();
    visitors.cookies.set(
        context,
        ATTEMPT,
        attempt.secret()
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(to.getBytes(StandardCharsets.UTF_8)),
        LASTS);
    see(context, signIn.authorize(attempt).toString());
  }

  private void back(Context context) {
    visitors.slowDown(context);
    String kept = visitors.cookies.get(context, ATTEMPT);
    visitors.cookies.clear(context, ATTEMPT);
    var back =
        new SignIn.Back(
            attempt(kept),
            context.queryParam("state"),
            context.queryParam("code"),
            context.queryParam("error"),
            visitors.entrance.from(context));
    switch (signIn.finish(back, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      case SignIn.Ended.In in -> {
        endFormer(context);
        visitors.cookies.set(context, Visitors.SESSION, in.secret(), SESSION_LASTS);
        see(context, wanted(kept));
      }
      case SignIn.Ended.Out(int status, String words) ->
          Screen.show(
              context, status, Screen.refused(words, "/sign-in?to=" + encoded(wanted(kept))));
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

  private static String target(@Nullable String to) {
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

  private static String encoded(String to) {
    return URLEncoder.encode(to, StandardCharsets.UTF_8);
  }
}
