package io.evenkeel.sandbox.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Paths that lead out of a folder, and addresses that lead to where the bot has no business. */
final class Elsewhere {
  private final Site site;
  private final Http http;
  private final Trap trap;

  private Elsewhere(Site site, Trap trap) {
    this.site = site;
    this.trap = trap;
    http = new Http(site);
  }

  /**
   * @param trap a server of this machine that nobody must call
   */
  static List<Attack> of(Site site, Trap trap) {
    var elsewhere = new Elsewhere(site, trap);
    return Stream.concat(elsewhere.paths(), elsewhere.addresses()).toList();
  }

  private Stream<Attack> paths() {
    return Stream.concat(
        Stream.of(
                "/incidents/..%2f..%2fetc%2fpasswd/postmortem",
                "/incidents/INC-1/postmortem?template=../../../etc/passwd",
                "/incidents/INC-1/postmortem?template=..%2F..%2Fdefault",
                "/incidents/INC-1/postmortem?template=/etc/passwd",
                "/api/v1/incidents/%2e%2e%2f%2e%2e%2f/postmortem",
                "/assets/..%2f..%2fapi%2fopenapi.json",
                "/oncall/..%2f..%2fetc%2fpasswd.ics",
                "/%2e%2e/%2e%2e/etc/passwd")
            .map(path ->
                new Attack("paths", path, () -> http.with(Site.OPERATOR, path), Set.of(400, 404))),
        Stream.of(
            Attack.of(
                "paths",
                "a title that leads out of EXPORT_DIR",
                200,
                () -> {
                  Http.Answer answer =
                      recorded("declare ../../../../outside/evil --new --severity SEV-4");
                  String number = answer.body().replaceFirst("(?s).*\"(INC-\\d+)\".*", "$1");
                  recorded("resolve " + number + " done");
                  Site.eventually("it is kept as a file", () -> files().contains("evil"));
                  return files().contains("..")
                          || Files.exists(site.exports.resolveSibling("outside"))
                      ? new Http.Answer(599, "", files())
                      : answer;
                })));
  }

  /** On a busy machine "NOT recorded" is the answer now and then: it is said again. */
  private Http.Answer recorded(String text) {
    var answers = new ArrayList<Http.Answer>();
    Site.eventually(
        "it is recorded: " + text,
        () -> {
          answers.add(http.command(Site.OPERATOR, "alice", text));
          return answers.getLast().body().contains("\"recorded\":true");
        });
    return answers.getLast();
  }

  private String files() {
    try (Stream<java.nio.file.Path> all = Files.walk(site.exports)) {
      return all.map(path -> site.exports.relativize(path).toString()).toList().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<Attack> addresses() {
    String inside = trap.address();
    return Stream.of(
        quiet("a link to a server inside", "link " + inside + "meta Meta --incident-id INC-1"),
        quiet(
            "a link to a cloud's metadata",
            "link http://169.254.169.254/latest/meta-data/ Meta --incident-id INC-1"),
        quiet("a picture from inside", "update INC-1 ![x](" + inside + "x.png)"),
        quiet("a call at a server inside", "call " + inside + "call --incident-id INC-1"),
        Attack.of(
            "addresses",
            "a signed command whose response_url is inside",
            200,
            () -> untouched(http.slash(Map.of("text", "help", "response_url", inside + "x")))),
        Attack.of(
            "addresses",
            "a response_url of a host that only looks like Slack's",
            200,
            () ->
                untouched(
                    http.slash(
                        Map.of(
                            "text",
                            "help",
                            "response_url",
                            inside.replace("127.0.0.1", "hooks.slack.com@127.0.0.1"))))),
        Attack.of(
            "addresses",
            "a calendar's feed on a server inside",
            200,
            () -> {
              Site.eventually(
                  "the feed was tried and failed",
                  () ->
                      http.management("/metrics")
                          .body()
                          .lines()
                          .anyMatch(
                              line -> line.matches("evenkeel_calendars_failed_total.* [1-9].*")));
              return untouched(http.command(Site.OPERATOR, "alice", "oncall inside"));
            }),
        leaves("//evil.example/"),
        leaves("https://evil.example/"),
        leaves("/incidents/../../evil"),
        leaves("/%5cevil.example"));
  }

  private Attack quiet(String tried, String text) {
    return Attack.of(
        "addresses", tried, 200, () -> untouched(http.command(Site.OPERATOR, "alice", text)));
  }

  private Http.Answer untouched(Http.Answer answer) {
    return trap.calls() == 0 ? answer : new Http.Answer(599, "", "it was called");
  }

  /** Where to go after signing in must be here: looked for in the link that the page has. */
  private Attack leaves(String to) {
    return Attack.of(
        "addresses",
        "signing in that leads to " + to,
        200,
        () -> {
          Http.Answer page =
              http.get("/sign-in?to=" + to.replace("%", "%25"), "Accept", "text/html");
          return page.body().contains("href=\"/sign-in/slack?to=%2Fsigned-in\"")
              ? page
              : new Http.Answer(599, "", page.text());
        });
  }
}
