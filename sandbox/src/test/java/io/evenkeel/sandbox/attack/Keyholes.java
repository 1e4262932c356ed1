package io.evenkeel.sandbox.attack;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Forged forms, guessed and misused tokens, and sessions that were never begun. */
final class Keyholes {
  private static final String PAPER = "/api/v1/incidents/INC-1/postmortem";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Site site;
  private final Http http;

  private Keyholes(Site site) {
    this.site = site;
    http = new Http(site);
  }

  static List<Attack> forms(Site site) {
    var it = new Keyholes(site);
    String session = "evenkeel-session=" + site.charlie;
    return List.of(
        it.form("a form without its key", "", "Cookie", session),
        it.form("a form with a made-up key", "form_key=abc", "Cookie", session),
        it.form(
            "a form with the session for its key", "form_key=" + site.charlie, "Cookie", session),
        it.form(
            "a form from another site",
            it.key(),
            "Cookie",
            session,
            "Origin",
            "https://evil.example"),
        it.form(
            "a form from a page without an origin", it.key(), "Cookie", session, "Origin", "null"),
        it.form(
            "a form that the browser calls cross-site",
            it.key(),
            "Cookie",
            session,
            "Sec-Fetch-Site",
            "cross-site"),
        it.form("a form of another visit", it.key(), "Cookie", "evenkeel-session=abc"),
        new Attack(
            "forms",
            "a command with a cookie instead of a token",
            () ->
                it.http.post(
                    "/api/v1/commands",
                    "{\"text\":\"list\",\"as\":\"charlie\"}",
                    "Cookie",
                    session,
                    "Content-Type",
                    "text/plain"),
            Set.of(401)),
        new Attack(
            "forms",
            "an edit with a cookie instead of a token",
            () -> it.http.put(PAPER + "?as=charlie", "x", "Cookie", session),
            Set.of(401)),
        new Attack(
            "forms",
            "signing somebody else in: an answer of Slack's that nobody here asked for",
            () -> it.http.get("/sign-in/back?code=abc&state=abc"),
            Set.of(400)),
        new Attack(
            "forms",
            "the same with a state that this browser did not make",
            () ->
                it.http.get(
                    "/sign-in/back?code=abc&state=abc",
                    "Cookie",
                    "evenkeel-sign-in=abc.L2luY2lkZW50cw"),
            Set.of(400)));
  }

  private String key() {
    String page = http.charlie("/signed-in").body();
    return "form_key=" + page.replaceFirst("(?s).*name=\"form_key\" value=\"([^\"]+)\".*", "$1");
  }

  private Attack form(String tried, String body, String... headers) {
    var all = new java.util.ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", FORM));
    return new Attack(
        "forms",
        tried,
        () -> {
          Http.Answer answer = http.post("/sign-out", body, all.toArray(String[]::new));
          return http.charlie("/signed-in").status() == 200
              ? answer
              : new Http.Answer(599, "", "charlie was signed out");
        },
        Set.of(403));
  }

  static List<Attack> tokens(Site site) {
    var it = new Keyholes(site);
    String read = site.token("read");
    return Stream.concat(
            it.byOtherNames(),
            Stream.of(
                it.refused("none", 401, () -> it.http.get(PAPER)),
                it.refused(
                    "the right one in the address",
                    401,
                    () -> it.http.get(PAPER + "?token=" + read)),
                it.refused(
                    "the right one as a password",
                    401,
                    () -> it.http.get(PAPER, "Authorization", "Basic " + read)),
                it.refused(
                    "the right one with a letter more", 401, () -> it.http.with(read + "0", PAPER)),
                it.refused(
                    "the right one but for its last letter",
                    401,
                    () -> it.http.with(read.substring(0, read.length() - 1) + "z", PAPER)),
                it.refused("an ended one", 401, () -> it.http.with(site.ended(), PAPER)),
                it.refused(
                    "a megabyte", Set.of(400, 431), () -> it.http.with("a".repeat(1 << 20), PAPER)),
                it.refused(
                    "one that reads says a command",
                    403,
                    () -> it.http.command(read, "alice", "update INC-1 x")),
                it.refused(
                    "one that reads edits",
                    403,
                    () -> it.http.put(PAPER + "?as=alice", "x", "Authorization", "Bearer " + read)),
                it.refused(
                    "one that writes reads", 403, () -> it.http.with(site.token("as"), PAPER)),
                it.refused(
                    "alice's speaks for bob",
                    403,
                    () -> it.http.command(site.token("alice"), "bob", "update INC-2 x")),
                it.refused(
                    "alice's speaks for bob by his id",
                    403,
                    () -> it.http.command(site.token("alice"), "U0BOB", "list")),
                it.refused("a session for a token", 401, () -> it.http.with(site.charlie, PAPER)),
                it.refused(
                    "a session that nobody began",
                    303,
                    () ->
                        it.http.get(
                            "/incidents/INC-1/postmortem",
                            "Accept",
                            "text/html",
                            "Cookie",
                            "evenkeel-session=" + "A".repeat(43))),
                it.refused("guessed 30 times", 429, it::guessed)))
        .toList();
  }

  /** The same page asked for in other ways: whoever stands before it must stand before these. */
  private Stream<Attack> byOtherNames() {
    return Stream.of(
            "HEAD /incidents/INC-1/postmortem",
            "OPTIONS /incidents/INC-1/postmortem",
            "TRACE /incidents/INC-1/postmortem",
            "GET /incidents/INC-1/postmortem/",
            "GET //incidents//INC-1//postmortem",
            "GET /incidents/INC-1/postmortem;x=1",
            "GET /incidents;x=1/INC-1/postmortem",
            "GET /%69ncidents/INC-1/postmortem",
            "GET /assets/../incidents/INC-1/postmortem",
            "GET /INCIDENTS/INC-1/postmortem",
            "GET http://evil.example/incidents/INC-1/postmortem")
        .map(line ->
            refused(
                "none, by " + line,
                Set.of(400, 401, 404, 405),
                () -> http.raw(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")));
  }

  private Http.Answer guessed() {
    Http.Answer last = http.with("evk_guess", PAPER);
    for (int i = 0; i < 30; i++) {
      last = http.with("evk_guess" + i, PAPER);
    }
    Http.Answer right = http.with(site.token("read"), PAPER);
    return right.status() == 200 ? last : new Http.Answer(599, "", "who has a token is locked out");
  }

  private Attack refused(String tried, int status, Supplier<Http.Answer> by) {
    return refused(tried, Set.of(status), by);
  }

  private Attack refused(String tried, Set<Integer> status, Supplier<Http.Answer> by) {
    return new Attack("tokens", tried, by, status);
  }
}
