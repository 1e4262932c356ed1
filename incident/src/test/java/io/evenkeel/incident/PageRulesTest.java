package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.CHARLIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.State;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PageRulesTest {
  private static final Actor EVENKEEL = new Actor.Evenkeel();
  private static final Whom PRIMARY = new Whom.OnCall("payments", "primary");
  private static final Whom SECONDARY = new Whom.OnCall("payments", "secondary");

  private final Rota rota = new Rota();
  private final Scene scene = Scene.declared().pager(rota);

  @Test
  void aPageReachesWhoeverIsOnCallAtOnce() {
    var sent = paged();

    assertThat(page().state()).isEqualTo(State.SENT);
    assertThat(page().waiting()).extracting(Page.Call::person).containsExactly(BOB);
    assertThat(sent.effects())
        .contains(
            new PageEffect.Call(1, 1),
            new PageEffect.PostPage(1),
            new PageEffect.Ring(1, "pager", PageEffect.Ring.What.TRIGGER));
    assertThat(Scene.words(sent)).contains("primary of payments", "Rung outside Slack: pager");
    assertThat(page().due()).isEqualTo(scene.now().plus(Duration.ofMinutes(2)));
  }

  @Test
  void withoutAnAnswerTheyAreMentionedAndThenTheNextIsAsked() {
    paged();
    assertThat(comes(2).effects()).contains(new PageEffect.MentionPaged(1, false));
    assertThat(page().state()).isEqualTo(State.SENT);

    assertThat(comes(2).effects())
        .contains(new PageEffect.Call(1, 2), new PageEffect.EditCall(1, 1));
    assertThat(page().state()).isEqualTo(State.ESCALATED);
    assertThat(page().calls()).extracting(Page.Call::reply).containsExactly(Reply.SILENT, null);
  }

  @Test
  void acknowledgedStopsItAndSaysAfterHowLong() {
    paged();
    var said = scene.minutes(1).does(BOB, order(new PageOrder.Acknowledge(null)));

    assertThat(page().state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(page().due()).isNull();
    assertThat(page().answeredAfter()).contains(Duration.ofMinutes(1));
    assertThat(scene.lastText()).isEqualTo("bob acknowledged page 1 after 1 min");
    assertThat(said.effects())
        .contains(new PageEffect.Ring(1, "pager", PageEffect.Ring.What.ACKNOWLEDGE));
    assertThat(said.answer().offers()).extracting(Offer::label).containsExactly("Take command");
  }

  @Test
  void aTimeThatPassedAfterAnAnswerChangesNothing() {
    paged();
    Instant due = Objects.requireNonNull(page().due());
    scene.does(BOB, order(new PageOrder.Acknowledge(1)));

    assertThat(scene.minutes(3).refuses(EVENKEEL, proceed(due))).contains("Nobody waits");
    assertThat(scene.refuses(CHARLIE, order(new PageOrder.Acknowledge(1))))
        .contains("in hand already");
  }

  @Test
  void declinedGoesUpAtOnce() {
    paged();
    var said = scene.does(BOB, order(new PageOrder.Decline(1)));

    assertThat(said.effects()).contains(new PageEffect.Call(1, 2));
    assertThat(page().waiting()).extracting(Page.Call::person).containsExactly(CHARLIE);
    assertThat(Scene.words(said)).contains("You declined page 1", "secondary of payments");
  }

  @Test
  void whoeverWasNotAskedDeclinesNothing() {
    paged();

    assertThat(scene.refuses(CHARLIE, order(new PageOrder.Decline(1)))).contains("page stop 1");
  }

  @Test
  void nobodyWaitsForSomebodyInDoNotDisturb() {
    paged();
    Instant back = scene.now().plus(Duration.ofHours(7));
    var said = scene.does(EVENKEEL, order(new PageOrder.Missed(1, 1, Reply.AWAY, back)));

    assertThat(scene.timeline())
        .extracting(TimelineEntry::text)
        .contains("bob is in Do Not Disturb, so page 1 does not wait for them");
    assertThat(said.effects()).contains(new PageEffect.Call(1, 2));
    assertThat(page().calls().getFirst().until()).isEqualTo(back);
    assertThat(scene.refuses(EVENKEEL, order(new PageOrder.Missed(1, 1, Reply.AWAY, back))))
        .contains("Nobody waits");
  }

  @Test
  void aStepThatFindsNobodyIsSaidAndPassed() {
    rota.primary = null;
    rota.rings = List.of();
    paged();

    assertThat(scene.timeline())
        .extracting(TimelineEntry::text)
        .contains("Nobody found for page 1: primary of payments");
    assertThat(page().waiting()).extracting(Page.Call::person).containsExactly(CHARLIE);
  }

  @Test
  void atTheEndItIsSaidThatNobodyAnswered() {
    paged();
    comes(2);
    comes(2);
    comes(2);
    var last = comes(2);

    assertThat(page().state()).isEqualTo(State.EXHAUSTED);
    assertThat(last.effects())
        .contains(new Effect.Tell(new Addressee.Commander(), new News.OfUnanswered(1)));
    scene.does(BOB, order(new PageOrder.Acknowledge(1)));
    assertThat(page().state()).isEqualTo(State.ACKNOWLEDGED);
  }

  @Test
  void aStepThatComesLateSaysSoAndWaitsItsOwnTime() {
    paged();
    Instant due = Objects.requireNonNull(page().due());
    scene.minutes(37).does(EVENKEEL, proceed(due));

    assertThat(scene.lastText()).contains("(35 min late)");
    assertThat(page().due()).isEqualTo(scene.now().plus(Duration.ofMinutes(2)));
  }

  @Test
  void theSameIsNotPagedTwiceAtOnce() {
    paged();

    assertThat(scene.refuses(ALICE, send())).contains("asks for payments already");
  }

  @Test
  void escalateBeginsThePolicyOfTheSeverityAndThenSendsItOn() {
    scene.does(ALICE, order(new PageOrder.Escalate(null)));
    next();
    scene.does(ALICE, order(new PageOrder.Escalate(null)));

    assertThat(page().waiting()).extracting(Page.Call::person).containsExactly(CHARLIE);
  }

  @Test
  void whatIsNotKnownIsRefusedWithWhatIs() {
    assertThat(
            scene.refuses(ALICE, order(new PageOrder.Send(new Page.Asked.Named("paymants"), null))))
        .contains("paymants", "payments");
  }

  @Test
  void theEndOfTheIncidentEndsItsPages() {
    paged();

    assertThat(scene.board().over(ALICE, scene.now()))
        .singleElement()
        .satisfies(row -> assertThat(((Page) row).state()).isEqualTo(State.ENDED));
  }

  @Test
  void aDrillRingsNothingOutside() {
    var drill =
        Incident.declare(
            Scene.NUMBER,
            new Command.Declare(
                "Practice",
                null,
                List.of(),
                null,
                null,
                Visibility.PUBLIC,
                Mode.DRILL,
                false,
                null),
            new Actor.Human(ALICE),
            Scene.START,
            SeverityScale.STANDARD);
    var declared = ((Decision.Accepted) drill).next();
    var begun = new Change(declared, new Actor.Human(ALICE), Scene.START);
    PageRules.page(begun, new Page.Asked.Named("payments"), null);
    var board = Board.EMPTY.with(begun.accepted(Prose.of("")).kept());
    var sent =
        declared.decide(
            new Command.Paging(new PageOrder.Proceed(1, Scene.START)),
            board,
            rota,
            EVENKEEL,
            Scene.START);

    assertThat(((Decision.Accepted) sent).effects())
        .contains(new PageEffect.Call(1, 1))
        .noneMatch(PageEffect.Ring.class::isInstance);
  }

  private Decision.Accepted paged() {
    scene.does(ALICE, send());
    return next();
  }

  /** What is due now comes. */
  private Decision.Accepted next() {
    Instant due = Objects.requireNonNull(page().due());
    return scene.does(EVENKEEL, proceed(due));
  }

  private Decision.Accepted comes(int minutes) {
    scene.minutes(minutes);
    return next();
  }

  private Page page() {
    return scene.board().page(1).orElseThrow();
  }

  private static Command.Paging send() {
    return order(new PageOrder.Send(new Page.Asked.Named("payments"), "db is down"));
  }

  private static Command.Paging proceed(Instant due) {
    return order(new PageOrder.Proceed(1, due));
  }

  private static Command.Paging order(PageOrder order) {
    return new Command.Paging(order);
  }

  /** Bob is primary and charlie secondary of payments. */
  private static final class Rota implements Pager {
    private @Nullable Person primary = BOB;
    private List<String> rings = List.of("pager");

    @Override
    public Optional<Escalation> plan(Page.Asked asked) {
      return asked.words().equals("payments") ? Optional.of(payments()) : Optional.empty();
    }

    private Escalation payments() {
      return new Escalation(
          "payments",
          List.of(
              new Step(List.of(PRIMARY), rings, Duration.ofMinutes(4)),
              new Step(List.of(SECONDARY), List.of(), Duration.ofMinutes(4))),
          0,
          List.of("SEV-1"));
    }

    @Override
    public Optional<Escalation> usual(Severity severity) {
      return Optional.of(payments());
    }

    @Override
    public List<Called> called(Whom whom, Instant now) {
      Person person = whom.equals(PRIMARY) ? primary : CHARLIE;
      return person == null ? List.of() : List.of(new Called(person, whom.words(), 0));
    }

    @Override
    public List<String> names() {
      return List.of("payments");
    }
  }
}
