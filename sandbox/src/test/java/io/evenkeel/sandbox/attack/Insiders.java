package io.evenkeel.sandbox.attack;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * bob's private incident, asked for through every door by those who are no part of it: what is
 * answered is what would be answered of an incident that was never declared.
 */
final class Insiders {
  private static final String FAMILY = "private";

  private final Site site;
  private final Http http;

  private Insiders(Site site) {
    this.site = site;
    http = new Http(site);
  }

  static List<Attack> of(Site site) {
    var it = new Insiders(site);
    return Stream.of(it.slack(), it.commands(), it.api(), it.pages(), it.others())
        .flatMap(family -> family)
        .toList();
  }

  private Stream<Attack> slack() {
    return Stream.of(
            "status %s",
            "timeline %s",
            "join %s",
            "update %s let me see",
            "note %s x",
            "resolve %s done",
            "severity %s SEV-1",
            "assign me ic --incident-id %s",
            "merge %s into INC-1",
            "merge INC-1 into %s",
            "subscribe %s",
            "postmortem %s",
            "link https://example.org x --incident-id %s",
            "page @bob --incident-id %s",
            "retry %s",
            "task @bob x in 10m --incident-id %s")
        .map(text ->
            same(
                "/incident " + text.formatted("INC-2"),
                number -> http.slash(Map.of("text", text.formatted(number)))));
  }

  private Stream<Attack> commands() {
    return Stream.of("status %s", "timeline %s", "update %s x", "subscribe %s", "close %s")
        .flatMap(text ->
            Stream.of(
                same(
                    "API as charlie: " + text.formatted("INC-2"),
                    number -> http.command(Site.OPERATOR, "charlie", text.formatted(number))),
                same(
                    "API as bob without the scope private: " + text.formatted("INC-2"),
                    number -> http.command(site.token("as"), "bob", text.formatted(number)))));
  }

  private Stream<Attack> api() {
    return Stream.of("/postmortem", "/postmortem/lint", "/draft")
        .map(path ->
            same(
                "API INC-2" + path,
                number -> http.with(site.token("read"), "/api/v1/incidents/" + number + path)));
  }

  private Stream<Attack> pages() {
    return Stream.of("/postmortem", "/postmortem.md", "/postmortem?audience=named&gantt=true")
        .flatMap(path ->
            Stream.of(
                same(
                    "page INC-2" + path + " as charlie",
                    number -> http.charlie("/incidents/" + number + path)),
                same(
                    "page INC-2" + path + " with a token",
                    number -> http.with(site.token("read"), "/incidents/" + number + path))));
  }

  /** Where incidents show without being asked for. */
  private Stream<Attack> others() {
    return Stream.of(
        Attack.of(FAMILY, "list", 200, () -> http.slash(Map.of("text", "list all"))),
        Attack.of(FAMILY, "list by its service", 200, () -> http.slash(Map.of("text", "list all"))),
        Attack.of(
            FAMILY,
            "open action items of everybody",
            200,
            () -> http.slash(Map.of("text", "action list all"))),
        Attack.of(
            FAMILY,
            "the same through a token",
            200,
            () -> http.command(site.token("as"), "bob", "list all")),
        Attack.of(
            FAMILY,
            "a second declaration with the same title",
            200,
            () -> http.slash(Map.of("text", "declare keys leaked"))),
        Attack.of(
            FAMILY,
            "a subscription to its severity and service",
            200,
            () -> {
              http.slash(Map.of("text", "subscribe SEV-3"));
              site.say("bob", "update INC-2 zanzibar once more");
              return shown("", site.shownTo("U0CHARLIE"));
            }),
        Attack.of(FAMILY, "the announcements", 200, () -> shown("", site.seen("incidents"))),
        Attack.of(
            FAMILY,
            "everything that Slack shows to charlie",
            200,
            () -> shown("", site.shownTo("U0CHARLIE"))),
        Attack.of(
            FAMILY,
            "files that are kept, once a public one is",
            200,
            () -> {
              Site.eventually("a public one is kept", () -> files().contains("evil"));
              return shown("", files());
            }),
        Attack.of(
            FAMILY, "a calendar", 404, () -> http.with(site.token("read"), "/oncall/zanzi.ics")),
        Attack.of(FAMILY, "metrics, on the port of the pages", 404, () -> http.get("/metrics")),
        Attack.of(
            FAMILY,
            "metrics: no word or number of any incident, and no count of a SEV-3",
            200,
            this::metrics));
  }

  private Http.Answer metrics() {
    Http.Answer scraped = http.management("/metrics");
    return scraped
            .body()
            .lines()
            .anyMatch(
                line -> line.contains("INC-") || line.matches(".*SEV-3.* (?!0(\\.0)?$|NaN$).*"))
        ? new Http.Answer(599, "", "it is counted: " + scraped.body())
        : scraped;
  }

  private String files() {
    try (var all = java.nio.file.Files.walk(site.exports)) {
      return all.toList().toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Http.Answer shown(String where, String text) {
    return new Http.Answer(200, text, where + " " + text);
  }

  /** Answered as one that is not there: the same status, and the same words but for the number. */
  private static Attack same(String tried, Function<String, Http.Answer> asked) {
    return new Attack(
        FAMILY,
        tried,
        () -> {
          Http.Answer hidden = asked.apply("INC-2");
          Http.Answer missing = asked.apply("INC-99");
          boolean same =
              hidden.status() == missing.status()
                  && plain(hidden.body(), "INC-2").equals(plain(missing.body(), "INC-99"));
          return same
              ? hidden
              : new Http.Answer(
                  599, "", "answered otherwise: " + hidden.text() + "\n" + missing.text());
        },
        java.util.Set.of(200, 404));
  }

  private static String plain(String body, String number) {
    return body.replace(number, "INC-n");
  }
}
