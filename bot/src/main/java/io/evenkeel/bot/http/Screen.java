package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Caller;
import io.evenkeel.bot.access.Visits;
import io.evenkeel.templates.Html;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * Small pages in plain words. What is not ours in them is escaped; no style or script is inline.
 */
final class Screen {
  /** Only what comes from here may be loaded, nothing inline, and nobody frames it. */
  static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " object-src 'none'";

  static final String HTML = "text/html; charset=utf-8";

  private Screen() {}

  /** Sends it, with what a browser must know about it. */
  static void show(Context context, int status, String html) {
    context
        .status(status)
        .result(html)
        .contentType(HTML)
        .header("Content-Security-Policy", POLICY)
        // A form sent from here says where it comes from; no other site is told of the page.
        .header("Referrer-Policy", "same-origin")
        .header("Cache-Control", "no-store");
  }

  static String signIn(String slack, String to) {
    return page(
        "Sign in",
        """
        <h1>Sign in to read this page</h1>
        <p>What is told of incidents is for members of this Slack workspace.</p>
        <p><a class="button" href="%s">Sign in with Slack</a></p>
        <p class="soft">Slack then says who you are, and nothing else. You come back to <code>%s</code>.</p>
        """
            .formatted(Html.escaped(slack), Html.escaped(to)),
        "");
  }

  static String signedIn(String bar) {
    return page(
        "Signed in",
        """
        <h1>You are signed in</h1>
        <p>Open a postmortem by its address, such as <code>/incidents/INC-42/postmortem</code>, or look at the
        <a href="/slos">error budgets</a>.</p>
        """,
        bar);
  }

  static String signedOut() {
    return page(
        "Signed out",
        """
        <h1>You are signed out</h1>
        <p>This browser shows no incident any more.</p>
        <p><a class="button" href="/sign-in">Sign in again</a></p>
        """,
        "");
  }

  static String refused(String words, String again) {
    return page(
        "Not signed in",
        """
        <h1>That did not work</h1>
        <p>%s</p>
        <p><a class="button" href="%s">Sign in</a></p>
        """
            .formatted(Html.escaped(words), Html.escaped(again)),
        "");
  }

  /** A refusal, for somebody who reads it in a browser. */
  static String sorry(int status, String words, String bar) {
    String title =
        switch (status) {
          case 404 -> "There is nothing here for you";
          case 403 -> "That may not be done";
          case 429 -> "One moment, please";
          case 503 -> "Not right now";
          default -> "That did not work";
        };
    return page(title, "<h1>%s</h1>\n<p>%s</p>\n".formatted(title, Html.escaped(words)), bar);
  }

  /** Who reads it, and a way out; nothing for a token. */
  static String bar(Visitors visitors, Context context, Caller caller) {
    @Nullable String secret = visitors.secret(context);
    return switch (caller) {
      case Caller.Token _ -> "";
      case Caller.SignedIn(var person) ->
          secret == null
              ? ""
              : """
              <header><span>Signed in as <b>%s</b></span>
              <form method="post" action="/sign-out"><input type="hidden" name="form_key" value="%s"><button>Sign out</button></form></header>
              """
                  .formatted(Html.escaped(person.name()), Visits.formKey(secret));
    };
  }

  /**
   * @param body HTML, in which everything that is not ours is escaped
   */
  static String page(String title, String body, String bar) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s · Evenkeel</title>
    <link rel="stylesheet" href="/assets/evenkeel.css">
    </head>
    <body>
    %s<main>
    %s</main>
    </body>
    </html>
    """
        .formatted(Html.escaped(title), bar, body);
  }
}
