package io.evenkeel.sandbox.openid;

import io.evenkeel.sandbox.page.markup.Html;
import io.evenkeel.sandbox.workspace.Person;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;

/** Slack's page that asks whether an app may know who somebody is; here also who they are. */
final class AskingPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private AskingPage() {}

  static void show(Context request, List<Person> people) {
    String query = Html.escape(String.valueOf(request.queryString()));
    String choices =
        people.stream()
            .filter(person -> !person.isBot() && !person.name().equals("slackbot"))
            .map(person ->
                "<li><a href=\"?%s&amp;user=%s\">Continue as <b>%s</b> (%s)</a></li>\n"
                    .formatted(
                        query,
                        Html.escape(person.name()),
                        Html.escape(person.name()),
                        Html.escape(person.realName())))
            .collect(Collectors.joining());
    send(
        request,
        200,
        """
        <h1>Evenkeel wants to know who you are</h1>
        <p>This is the sandbox's Slack: choose who signs in.</p>
        <ul>
        %s</ul>
        <p><a href="?%s&amp;user=nobody">Do not say</a></p>
        """
            .formatted(choices, query));
  }

  static void fault(Context request, String words) {
    send(request, 400, "<h1>Something is wrong</h1>\n<p>" + Html.escape(words) + "</p>\n");
  }

  private static void send(Context request, int status, String body) {
    request
        .status(status)
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .html(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sign in · sandbox</title><link rel="stylesheet" href="/ui/assets/asking.css"></head>
            <body><main>
            %s</main></body>
            </html>
            """
                .formatted(body));
  }
}
