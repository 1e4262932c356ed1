package io.evenkeel.sandbox.attack;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Words that want to be more than words: in SQL, HTML, Markdown, Slack's text, CSV and headers. */
final class Injections {
  private static final String FAMILY = "injection";

  private final Site site;
  private final Http http;

  private Injections(Site site) {
    this.site = site;
    http = new Http(site);
  }

  static List<Attack> of(Site site) {
    return new Injections(site).all();
  }

  private List<Attack> all() {
    return List.of(
        sql("SQL in a title", "declare x'); drop table incident; -- --new"),
        sql("SQL in a filter", "list all api' or '1'='1"),
        sql("SQL in a name", "assign @x'||pg_sleep(10)||' ic --incident-id INC-1"),
        new Attack(
            FAMILY,
            "a zero byte",
            () ->
                http.post(
                    "/api/v1/commands",
                    "{\"as\":\"alice\",\"text\":\"note INC-1 a\\u0000b\"}",
                    "Authorization",
                    "Bearer " + Site.OPERATOR),
            Set.of(200, 400)),
        new Attack(
            FAMILY,
            "SQL in a path",
            () -> http.with(Site.OPERATOR, "/incidents/INC-1'%20or%201=1--/postmortem"),
            Set.of(404)),
        page(
            "HTML in an update",
            "<script>alert(1)</script><img src=x onerror=alert(2)>",
            html -> !html.contains("<script>alert") && !html.contains("<img src=x")),
        page(
            "HTML in Markdown",
            "x <iframe src=//evil.example></iframe>",
            html -> !html.contains("<iframe")),
        page(
            "a script behind a Markdown link",
            "[click](javascript:alert(1))",
            html -> !html.contains("href=\"javascript:")),
        page(
            "a picture from elsewhere",
            "![x](https://evil.example/pixel.png)",
            html -> !html.contains("src=\"https://evil")),
        slack("a call for everybody", "@channel now <!channel> <!everyone>", "<!channel>"),
        slack(
            "a link under other words",
            "see <https://evil.example|our runbook>",
            "<https://evil.example|our runbook>"),
        slack("somebody mentioned", "ask <@U0FRANK>", "<@U0FRANK>x"),
        Attack.of(
            FAMILY,
            "a formula for a spreadsheet (there is no CSV: it stays text)",
            200,
            () -> {
              say("note =cmd|' /C calc'!A0 --incident-id INC-1");
              Http.Answer answer = http.with(Site.OPERATOR, "/api/v1/incidents/INC-1/draft");
              return answer.text().contains("text/csv") ? wrong(answer) : answer;
            }),
        header(
            "a header in a template's name", "/incidents/INC-1/postmortem?template=x%0d%0aX-In:1"),
        header("a header in where to go", "/sign-in/slack?to=/incidents%0d%0aX-In:%201"),
        new Attack(
            FAMILY,
            "a header in a key that is sent back",
            () ->
                http.raw(
                    "POST /api/v1/commands HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Authorization: Bearer "
                        + Site.OPERATOR
                        + "\r\nIdempotency-Key: a\rX-In: 1\r\nContent-Length: 0\r\n\r\n"),
            Set.of(400)));
  }

  /** Whatever the words are, they are answered, and the tables stand. */
  private Attack sql(String tried, String text) {
    return new Attack(
        FAMILY,
        tried,
        () -> {
          long began = System.nanoTime();
          Http.Answer answer = http.command(Site.OPERATOR, "alice", text);
          boolean quick = System.nanoTime() - began < 8_000_000_000L;
          return site.count("incident") >= 2 && quick ? answer : wrong(answer);
        },
        Set.of(200));
  }

  private Attack page(String tried, String text, Predicate<String> harmless) {
    return Attack.of(
        FAMILY,
        tried,
        200,
        () -> {
          say("update INC-1 " + text);
          Http.Answer answer = http.with(Site.OPERATOR, "/incidents/INC-1/postmortem");
          return harmless.test(answer.body()) && strict(answer) ? answer : wrong(answer);
        });
  }

  private static boolean strict(Http.Answer answer) {
    return answer.text().contains("default-src 'self'") && !answer.text().contains("unsafe-inline");
  }

  /** Through the API, where nothing is escaped on the way in. */
  private Attack slack(String tried, String text, String never) {
    return Attack.of(
        FAMILY,
        tried,
        200,
        () -> {
          Http.Answer answer = http.command(Site.OPERATOR, "alice", "update INC-1 " + text);
          String end = text.substring(0, 3);
          Site.eventually("the update is posted", () -> site.seen("inc-1").contains(end));
          return site.seen("inc-1").contains(never) ? wrong(answer) : answer;
        });
  }

  private Attack header(String tried, String path) {
    return new Attack(
        FAMILY,
        tried,
        () -> {
          Http.Answer answer = http.with(Site.OPERATOR, path);
          return answer.text().toLowerCase(java.util.Locale.ROOT).contains("x-in=")
              ? wrong(answer)
              : answer;
        },
        Set.of(303, 400));
  }

  private void say(String text) {
    http.command(Site.OPERATOR, "alice", text);
  }

  private static Http.Answer wrong(Http.Answer answer) {
    return new Http.Answer(599, "", "not refused: " + answer.text());
  }
}
