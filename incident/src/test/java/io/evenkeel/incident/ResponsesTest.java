package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import io.evenkeel.response.Deed;
import io.evenkeel.response.Rules;
import io.evenkeel.response.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ResponsesTest {
  private static final Deed PAYMENTS = new Deed.Page("payments", true);

  private final Scene scene = Scene.declared();

  @Test
  void aPageBeginsOnceForEachWhomItIsFor() {
    var done = accepted(to(PAYMENTS, PAYMENTS));

    assertThat(done.kept()).hasSize(1).first().isInstanceOf(Page.class);
    assertThat(texts(done)).containsExactly("payments is paged");
  }

  @Test
  void nobodyIsPagedAgainWhoIsBeingPaged() {
    Board paging = scene.board().with(accepted(to(PAYMENTS)).kept());

    assertThat(Responses.to(scene.incident(), paging, List.of(PAYMENTS), new Duty(), scene.now()))
        .isEqualTo(new Responses.Response(null, List.of()));
  }

  @Test
  void theCommanderIsElseWhomTheSeveritysPolicySays() {
    assertThat(texts(accepted(to(new Deed.Page("commander", false)))))
        .containsExactly("payments is paged");
  }

  @Test
  void whatNobodyHasSettledIsLeftOutOfTheStandardRules() {
    List<Deed> standard =
        List.of(new Deed.Page("commander", false), new Deed.Page("comms", false), PAYMENTS);

    assertThat(Responses.settled(standard, Scene.SEV_1, new Duty()))
        .containsExactly(new Deed.Page("commander", false), PAYMENTS);
    assertThat(Responses.settled(standard, Scene.SEV_1, Pager.NONE)).containsExactly(PAYMENTS);
  }

  @Test
  void whoIsNotFoundIsToldInTheTimelineUnlessNobodyHasSettledIt() {
    assertThat(texts(accepted(to(new Deed.Page("gone", true)))).getFirst())
        .startsWith("Rule: nobody is paged")
        .endsWith("gone");
    assertThat(to(new Deed.Page("comms", false)).decision()).isNull();
    assertThat(texts(accepted(to(new Deed.Invite("@gone")))).getFirst())
        .startsWith("Rule: nobody is brought in");
  }

  @Test
  void peopleAndWhoeverIsOnCallAreBroughtIn() {
    assertThat(accepted(to(new Deed.Invite("@bob"))).effects())
        .contains(new Effect.Invite(BOB.id()));
    assertThat(accepted(to(new Deed.Invite("payments"))).effects())
        .contains(new Effect.Invite(BOB.id()));
  }

  @Test
  void aChecklistBecomesTasksOfWhoeverCommandsOnce() {
    var list = new Deed.Checklist(List.of("look at the dashboards", "tell support"));
    var done = accepted(to(list));

    assertThat(done.kept())
        .extracting(row -> ((Task) row).assignee() + " " + ((Task) row).text())
        .containsExactly(ALICE + " look at the dashboards", ALICE + " tell support");
    Board there = scene.board().with(done.kept());
    assertThat(
            Responses.to(scene.incident(), there, List.of(list), new Duty(), scene.now())
                .decision())
        .isNull();
  }

  @Test
  void nothingOfAPrivateIncidentIsSaidElsewhere() {
    assertThat(to(new Deed.Announce("status")).said()).hasSize(1);
    var secret =
        new Command.Declare(
            "API service down",
            Scene.SEV_1,
            List.of(),
            null,
            null,
            Visibility.PRIVATE,
            Mode.LIVE,
            false,
            null);
    var declared = (Decision.Accepted) Scene.declare(secret);
    assertThat(
            Responses.to(
                    declared.next(),
                    Board.EMPTY,
                    List.of(new Deed.Announce("status")),
                    new Duty(),
                    scene.now())
                .said())
        .isEmpty();
  }

  @Test
  void aWebhookIsToldWhatHappenedAndOfADrillNothing() {
    var hook = new Deed.Webhook("ops-hook");
    var happened = Happenings.between(null, scene.incident(), SeverityScale.STANDARD);
    var told = List.of(new Rules.Told(hook, happened.getFirst()));

    assertThat(Responses.hooks(scene.incident(), told, scene.now()))
        .containsExactly(new Effect.Hook("ops-hook", happened.getFirst(), scene.now()));
    var drill =
        new Command.Declare(
            "Practice",
            Scene.SEV_1,
            List.of(),
            null,
            null,
            Visibility.PUBLIC,
            Mode.DRILL,
            false,
            null);
    Incident practised = ((Decision.Accepted) Scene.declare(drill)).next();
    assertThat(Responses.hooks(practised, told, scene.now())).isEmpty();
  }

  @Test
  void whatHappenedIsSeenFromBeforeAndAfter() {
    Incident declared = scene.incident();
    assertThat(triggers(null, declared)).containsExactly(Trigger.DECLARED);
    assertThat(triggers(declared, declared)).isEmpty();

    Incident less = scene.with(new Command.ChangeSeverity(new Severity("SEV-3"), null)).incident();
    assertThat(triggers(declared, less)).isEmpty();
    assertThat(triggers(less, declared)).containsExactly(Trigger.SEVERITY);
  }

  private static List<Trigger> triggers(@Nullable Incident before, Incident after) {
    return Happenings.between(before, after, SeverityScale.STANDARD).stream()
        .map(happening -> happening.trigger())
        .toList();
  }

  private Responses.Response to(Deed... deeds) {
    return Responses.to(scene.incident(), scene.board(), List.of(deeds), new Duty(), scene.now());
  }

  private static Decision.Accepted accepted(Responses.Response response) {
    return Objects.requireNonNull(response.decision());
  }

  private static List<String> texts(Decision.Accepted accepted) {
    return accepted.entries().stream().map(TimelineEntry::text).toList();
  }

  /** Bob is on call for payments; nobody else is known. */
  private static final class Duty implements Pager {
    private static final Escalation PAYMENTS =
        new Escalation(
            "payments", List.of(Step.of(new Whom.OnCall("payments", null))), 0, List.of());

    @Override
    public Optional<Escalation> plan(Page.Asked asked) {
      return Optional.of(PAYMENTS).filter(one -> asked.words().equals(one.name()));
    }

    @Override
    public Optional<Escalation> usual(Severity severity) {
      return Optional.of(PAYMENTS);
    }

    @Override
    public List<Called> called(Whom whom, Instant now) {
      return whom.equals(new Whom.User("bob")) || whom.equals(new Whom.OnCall("payments", null))
          ? List.of(new Called(BOB, "on call", 0))
          : List.of();
    }

    @Override
    public List<String> names() {
      return List.of("payments");
    }
  }
}
