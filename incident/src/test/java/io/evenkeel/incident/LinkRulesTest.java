package io.evenkeel.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinkRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Actor ALICE = new Actor.Human(new Person(new PersonId("U1"), "alice"));
  private static final String GRAPH = "https://grafana.example.org/d/api?x=1&y=2";

  private final Incident incident = declared(Visibility.PUBLIC);

  private static Incident declared(Visibility visibility) {
    return accepted(
            Incident.declare(
                new IncidentNumber(7),
                new Command.Declare(
                    "API down", null, List.of(), null, null, visibility, Mode.LIVE, false, null),
                ALICE,
                NOW,
                SeverityScale.STANDARD))
        .next();
  }

  private static Decision.Accepted accepted(Decision decision) {
    return (Decision.Accepted) decision;
  }

  private Decision decide(Board board, Command.OnBoard command) {
    return incident.decide(command, board, ALICE, NOW);
  }

  private static String words(Decision decision) {
    return ((Decision.Refused) decision).reason().words().toString();
  }

  @Test
  void aPrivateIncidentsCallIsNotWhereAnybodyCanGuess() {
    Incident hidden = declared(Visibility.PRIVATE);
    String template = "https://meet.example.org/{incident}";
    assertThat(words(hidden.decide(new Command.OpenCall(null, template), Board.EMPTY, ALICE, NOW)))
        .contains("is private", "can be guessed", "/incident call https://");
    String own = "https://meet.example.org/x7Qd93";
    assertThat(
            accepted(hidden.decide(new Command.OpenCall(own, template), Board.EMPTY, ALICE, NOW))
                .entries())
        .extracting(TimelineEntry::text)
        .containsExactly("Call: " + own);
  }

  @Test
  void aLinkIsKeptOnTheCardInTheTimelineAndAsABookmark() {
    var kept = accepted(decide(Board.EMPTY, new Command.KeepLink(GRAPH, "API dashboard")));

    assertThat(kept.entries())
        .extracting(TimelineEntry::text)
        .containsExactly("API dashboard: " + GRAPH);
    assertThat(kept.effects())
        .contains(new Effect.RefreshCard(), new Effect.AddBookmark("API dashboard", GRAPH));
    assertThat(Board.EMPTY.with(kept.kept()).links())
        .extracting(Link::url, Link::title)
        .containsExactly(tuple(GRAPH, "API dashboard"));
  }

  @Test
  void theSameLinkIsKeptOnce() {
    var board =
        Board.EMPTY.with(accepted(decide(Board.EMPTY, new Command.KeepLink(GRAPH, "one"))).kept());

    assertThat(words(decide(board, new Command.KeepLink(GRAPH, "two")))).contains("already", "one");
  }

  @Test
  void aCallIsWhereTheInstallationHoldsItsCalls() {
    var opened =
        accepted(
            decide(Board.EMPTY, new Command.OpenCall(null, "https://meet.example.org/{incident}")));

    assertThat(Board.EMPTY.with(opened.kept()).call().orElseThrow().url())
        .isEqualTo("https://meet.example.org/inc-7");
    assertThat(opened.effects())
        .contains(new Effect.AddBookmark("Call", "https://meet.example.org/inc-7"));
  }

  @Test
  void whereNoCallsAreKnownItIsAskedFor() {
    assertThat(words(decide(Board.EMPTY, new Command.OpenCall(null, null))))
        .contains("/incident call https://meet.example.org/inc");
  }

  @Test
  void aCallThatIsThereIsShownAndAnotherOneTakesItsPlace() {
    var first =
        accepted(decide(Board.EMPTY, new Command.OpenCall("https://a.example.org/1", null)));
    var board = Board.EMPTY.with(first.kept());
    assertThat(words(decide(board, new Command.OpenCall(null, "https://b.example.org/{incident}"))))
        .contains("https://a.example.org/1");

    var second = accepted(decide(board, new Command.OpenCall("https://c.example.org/2", null)));
    assertThat(board.with(second.kept()).call().orElseThrow().url())
        .isEqualTo("https://c.example.org/2");
  }
}
