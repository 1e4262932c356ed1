package io.evenkeel.bot.view;

import static io.evenkeel.bot.view.Incidents.ALICE;
import static io.evenkeel.bot.view.Incidents.BOB;
import static io.evenkeel.bot.view.Incidents.DECLARED;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.paging.Interruption;
import io.evenkeel.paging.Load;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.Rung;
import io.evenkeel.paging.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is seen of pages, word for word in {@code golden/}. */
final class PageViewsTest {
  private static final Person DANA = new Person(new PersonId("U0DANA"), "dana");
  private static final ChannelId ROOM = new ChannelId("C1");
  private static final Instant LATER = DECLARED.plus(Duration.ofMinutes(7));

  private final Incident incident = Incidents.underWay().incident();

  @Test
  void whoIsAskedReadsWhyAndPresses() {
    Page page = page(State.SENT, call(1, BOB, null));
    GoldenJson.matches("page-call", CallView.of(incident, page, page.calls().getFirst(), ROOM));
  }

  @Test
  void theLineShowsEverybodyWhoWasAsked() {
    Page page =
        page(
            State.ESCALATED,
            call(1, BOB, Reply.SILENT),
            call(2, DANA, Reply.AWAY),
            call(3, ALICE, null),
            call(4, null, null));
    GoldenJson.matches("page-line", PageView.line(incident, page));
    GoldenJson.matches("page-mention", MentionView.of(incident, page, false));
    GoldenJson.matches("page-mention-everybody", MentionView.of(incident, page, true));
  }

  @Test
  void onceItIsInHandNothingIsLeftToPress() {
    Page page = page(State.ACKNOWLEDGED, call(1, BOB, Reply.SILENT), call(2, DANA, Reply.OVER));
    GoldenJson.matches("page-line-acknowledged", PageView.line(incident, page));
    GoldenJson.matches("page-mention-acknowledged", MentionView.settled(incident, page));
    assertThat(GoldenJson.text(MentionView.settled(incident, page)))
        .contains("dana", "has it in hand, after 7 min")
        .doesNotContain("button", "<@");
  }

  @Test
  void whereNobodyAnsweredItIsSaidAndCanBeTaken() {
    Page page = page(State.EXHAUSTED, call(1, BOB, Reply.SILENT));
    GoldenJson.matches("page-unanswered", PageView.unanswered(incident, page, ROOM));
    assertThat(GoldenJson.text(MentionView.settled(incident, page))).contains("I have it");
  }

  @Test
  void theLoadOfEachIsALine() {
    var rows =
        List.of(new LoadView.Row(BOB, load(5), load(9)), new LoadView.Row(DANA, load(1), load(1)));
    GoldenJson.matches("load", LoadView.of(rows));
    GoldenJson.matches("load-nobody", LoadView.of(List.of()));
  }

  private static Load load(int pages) {
    List<Interruption> nights =
        IntStream.range(0, pages)
            .mapToObj(
                night -> new Interruption("page " + night, DECLARED.minus(Duration.ofDays(night))))
            .toList();
    return Load.of(nights, ZoneOffset.UTC);
  }

  private static Page.Call call(int number, @Nullable Person who, @Nullable Reply reply) {
    return new Page.Call(
        number,
        new Rung(0, number - 1, false),
        who,
        who == null ? "everybody in the channel" : "primary of payments",
        DECLARED.plus(Duration.ofMinutes(number)),
        reply,
        reply == null ? null : LATER,
        null);
  }

  private static Page page(State state, Page.Call... calls) {
    boolean open = state == State.SENT || state == State.ESCALATED;
    return new Page(
        3,
        new Page.Asked.Named("payments"),
        "the pool is *empty*",
        ALICE,
        DECLARED,
        state,
        Rung.FIRST,
        open ? LATER : null,
        List.of("pager"),
        List.of(calls),
        open ? null : new Page.Ended(state == State.ACKNOWLEDGED ? DANA : null, LATER));
  }
}
