package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alert.Grade;
import io.evenkeel.alert.Match;
import io.evenkeel.alert.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UnreachedTest {

  @Test
  void whatAnEarlierRouteTakesForCertainIsNotReached() {
    assertTaken(route(null), route("grafana", "team", "web"));
    assertTaken(route("grafana"), route("grafana", "team", "web"));
    assertTaken(route(null, "team", "web"), route(null, "team", "web", "env", "live"));
    assertTaken(route(null, "team", "/web.*/"), route(null, "team", "website"));
    assertTaken(route(null, "team", "/w.*/"), route(null, "team", "/w.*/", "env", "live"));
    assertTaken(route(null, "team", "/w.*/"), route(null, "team", "/(web|worker two)/"));
    assertTaken(route(null, "team", "web"), route(null, "team", "/web/"));
    assertTaken(route(null, "team", "/.*/"), route(null, "env", "live"));
  }

  @Test
  void whatMayStillTakeSomethingIsNotAccused() {
    assertReached(route("grafana"), route(null));
    assertReached(route("grafana"), route("events", "team", "web"));
    assertReached(route(null, "team", "web"), route(null));
    assertReached(route(null, "team", "web"), route(null, "team", "db"));
    assertReached(route(null, "team", "web", "env", "live"), route(null, "team", "web"));
    assertReached(route(null, "team", "/w.+/"), route(null, "team", "/w.*/"));
    assertReached(route(null, "team", "/w.*/"), route(null, "team", "/web|db/"));
    assertReached(route(null, "team", "web"), route(null, "team", "/web|db/"));
    assertReached(route(null, "team", "a.b"), route(null, "team", "/a.b/"));
  }

  @Test
  void theFirstOfThoseBeforeItIsNamed() {
    Route narrow = route(null, "team", "db");
    Route wide = route(null, "team", "/w.*/");
    Route later = route(null, "team", "web");

    assertThat(Unreached.by(List.of(narrow, wide, route(null)), later)).containsSame(wide);
    assertThat(Unreached.by(List.of(), later)).isEmpty();
  }

  @Test
  void onlyARouteWithoutConditionsTakesEverything() {
    assertThat(Unreached.takesAll(route(null))).isTrue();
    assertThat(Unreached.takesAll(route(null, "team", "/.*/"))).isTrue();
    assertThat(Unreached.takesAll(route("grafana"))).isFalse();
    assertThat(Unreached.takesAll(route(null, "team", "/.+/"))).isFalse();
  }

  private static void assertTaken(Route earlier, Route later) {
    assertThat(Unreached.by(List.of(earlier), later)).as(later.toString()).containsSame(earlier);
  }

  private static void assertReached(Route earlier, Route later) {
    assertThat(Unreached.by(List.of(earlier), later)).as(later.toString()).isEmpty();
  }

  private static Route route(@Nullable String source, String... match) {
    Map<String, Match> all = new HashMap<>();
    for (int i = 0; i < match.length; i += 2) {
      String text = match[i + 1];
      all.put(
          match[i],
          text.startsWith("/")
              ? new Match.Like(Pattern.compile(text.substring(1, text.length() - 1)))
              : new Match.Exactly(text));
    }
    return new Route("r", source, all, Route.What.DECLARE, null, Grade.USUAL, null, List.of());
  }
}
