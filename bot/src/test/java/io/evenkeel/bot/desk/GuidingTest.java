package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Routes;
import io.evenkeel.alert.Signal;
import io.evenkeel.bot.read.Budgets;
import io.evenkeel.bot.read.Guides;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Rotas;
import io.evenkeel.bot.read.Services;
import io.evenkeel.drill.Experiments;
import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.Utterance.Asked.Services.Aspect;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Escalations;
import io.evenkeel.paging.Step;
import io.evenkeel.paging.Whom;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.postmortem.Papers;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Guidance;
import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Reading;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Use;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import io.evenkeel.slo.Spending;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services and runbooks at a real desk, and what is answered about them. */
final class GuidingTest {
  private static final IncidentNumber ONE = new IncidentNumber(1);
  private static final Service API =
      new Service(
          "api",
          1,
          "payments",
          "payments-team",
          "payments",
          List.of("db"),
          List.of("api-down"),
          List.of("availability"),
          Duration.ofHours(4),
          Duration.ZERO,
          LocalDate.parse("2026-10-05"),
          Set.of("checkout"));
  private static final Service DB =
      new Service(
          "db",
          Service.UNSAID,
          null,
          null,
          null,
          List.of(),
          List.of(),
          List.of(),
          null,
          null,
          null,
          Set.of());
  private static final Catalogue CATALOGUE = new Catalogue(List.of(API, DB));
  private static final Escalations POLICIES =
      new Escalations(
          List.of(
              new Escalation(
                  "payments", List.of(Step.of(new Whom.User(BOB.name()))), 0, List.of())));

  private final AtomicReference<Library> library =
      new AtomicReference<>(library("Look at the pool"));
  private final Watch watch = new Watch();
  private final House house =
      new House(
          SeverityScale.STANDARD,
          watch.house.policy(),
          watch.house.finishing(),
          watch.house.document(),
          Schedules.NONE,
          POLICIES,
          watch.house.rules(),
          watch.house.cadences(),
          new Watched(CATALOGUE, Spending.NONE, Experiments.NONE, library::get, Routes.NONE));
  private final Desk desk = new Desk(watch.database, house, () -> {});
  private final Questions questions =
      new Questions(
          watch.database,
          SeverityScale.STANDARD,
          draft -> "# " + draft.incident().title(),
          new Rotas(watch.database, Schedules.NONE, _ -> Optional.empty()),
          Budgets.none(watch.database),
          new Services(
              watch.database,
              new Services.Known(
                  CATALOGUE, library::get, Schedules.NONE, POLICIES, _ -> List.of())));

  @BeforeEach
  void people() {
    watch.knows(ALICE, BOB);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void aServiceIsRecordedAsTheCatalogueNamesItAndItsRunbookIsOffered() {
    Answer answer = says(ALICE, "declare API down --service Checkout");

    assertThat(watch.incident(1).services()).containsExactly("api");
    assertThat(Watch.words(answer)).contains("There is a runbook: API is down.");
    assertThat(answer.offers())
        .contains(Offer.plain("📖 API is down", "runbook \"api-down\" --incident-id INC-1"));
  }

  @Test
  void aMisspeltServiceIsRecordedAsTypedAndMetWithTheNearest() {
    Answer answer = says(ALICE, "declare Slow --service chekout --service payroll");

    assertThat(watch.incident(1).services()).containsExactly("chekout", "payroll");
    assertThat(Watch.words(answer))
        .contains(
            "The catalogue has no service “chekout”",
            "Did you mean api?",
            "/incident page api",
            "The catalogue has no service “payroll”: it was recorded as typed. What there is:");
  }

  @Test
  void whoIsCalledForAServiceIsPagedByItsName() {
    says(ALICE, "declare API down");

    assertThat(Watch.words(says(ALICE, "page checkout --incident-id INC-1"))).contains("@bob");
  }

  @Test
  void aTickedStepStandsInTheTimelineWithWhoAndWhenAndOnlyOnce() {
    says(ALICE, "declare API down --service api");
    watch.later(Duration.ofMinutes(4));

    Answer ticked = says(BOB, "runbook tick 1 --incident-id INC-1");
    Answer again = says(ALICE, "runbook tick 1 --incident-id INC-1");

    assertThat(ticked.recorded()).isTrue();
    assertThat(Watch.words(ticked)).isEqualTo("✅ Step 1 of API is down is done on INC-1 API down.");
    assertThat(again.recorded()).isFalse();
    assertThat(Watch.words(again)).contains("was done by @bob at");
    assertThat(watch.latest(1).text())
        .isEqualTo("Did step 1 of the runbook api-down: Look at the pool");
    assertThat(watch.latest(1).actor().name()).isEqualTo("bob");
    assertThat(steps()).hasSize(1);
  }

  @Test
  void aStepThatIsTakenBackIsRecordedAndCanBeDoneAgain() {
    says(ALICE, "declare API down --service api");
    says(BOB, "runbook tick 1 --incident-id INC-1");

    assertThat(says(ALICE, "runbook untick 1 --incident-id INC-1").recorded()).isTrue();
    assertThat(says(ALICE, "runbook untick 1 --incident-id INC-1").recorded()).isFalse();
    assertThat(says(ALICE, "runbook tick 1 --incident-id INC-1").recorded()).isTrue();

    assertThat(watch.timeline(1))
        .contains("Took back step 1 of the runbook api-down: Look at the pool");
    assertThat(steps()).extracting(RunbookStep::stands).containsExactly(false, true);
    assertThat(draft().guidance().steps())
        .extracting(step -> step.by().name())
        .containsExactly("alice");
  }

  @Test
  void aButtonOfARunbookThatWasChangedSinceTicksNothing() {
    says(ALICE, "declare API down --service api");
    String mark = library.get().all().getFirst().steps().getFirst().mark();
    library.set(library("Restart everything"));

    Answer answer =
        says(BOB, "runbook tick 1 \"api-down\" --read " + mark + " --incident-id INC-1");

    assertThat(answer.recorded()).isFalse();
    assertThat(Watch.words(answer))
        .contains("was changed since it was shown", "Restart everything");
    assertThat(says(BOB, answer.offers().getLast().command()).recorded()).isTrue();
  }

  @Test
  void whatIsNoStepOrNoRunbookIsSaid() {
    says(ALICE, "declare API down --service api");
    says(ALICE, "declare Login slow --new");

    assertThat(Watch.words(says(BOB, "runbook tick 9 --incident-id INC-1")))
        .contains("has steps 1 to 2");
    assertThat(Watch.words(says(BOB, "runbook tick 1 api-dwn --incident-id INC-1")))
        .contains("there is no runbook “api-dwn”. Did you mean one of these?");
    assertThat(Watch.words(says(BOB, "runbook tick 1 --incident-id INC-2")))
        .contains("no runbook belongs to this");
    library.set(Library.NONE);
    assertThat(Watch.words(says(BOB, "runbook tick 1 --incident-id INC-1")))
        .contains("there is no runbook here");
  }

  @Test
  void aServiceWithoutARunbookIsRememberedForThePostmortem() {
    says(ALICE, "declare DB and API down --service db --service api");
    says(BOB, "runbook tick 2 --incident-id INC-1");

    assertThat(draft().guidance())
        .satisfies(guidance -> assertThat(guidance.missing()).containsExactly("db"))
        .extracting(Guidance::steps)
        .satisfies(steps -> assertThat(steps).hasSize(1));
  }

  @Test
  void aServiceIsShownWithWhoIsCalledAndWhatIsOpenOnItAndItsNeeds() {
    says(ALICE, "declare API down --service api --severity SEV-2");
    says(ALICE, "declare Disk full --service db --new --severity SEV-3");

    Answer shown = service(Aspect.ONE, "checkout");

    assertThat(Watch.words(shown))
        .isEqualTo(
            """
            api · tier 1
            Owner: payments, in #payments-team
            Called by policy payments: @bob
            🔥 INC-1 API down, SEV-2, investigating
            Needs: db (🔥 INC-2 SEV-3)
            Runbooks: API is down
            Objectives: availability
            Recovery: within 4 h (RTO), nothing lost (RPO), last tested 2026-10-05\
            """);
    assertThat(shown.offers())
        .containsExactly(
            Offer.plain("INC-1", "status INC-1"),
            Offer.plain("📖 API is down", "runbook \"api-down\""));
    assertThat(Watch.words(service(Aspect.ONE, "db")))
        .contains(
            "Owner: nobody",
            "Called: nobody is set",
            "Needed by: api",
            "Runbooks: none",
            "never tested");
  }

  @Test
  void servicesAreListedWithWhatIsOpenAndWhatTheyLack() {
    says(ALICE, "declare API down --service api --private");

    assertThat(Watch.words(service(Aspect.LIST, ""))).contains("• api, tier 1, payments 🔥 INC-1");
    assertThat(
            Watch.words(
                questions.services(new Asked.Services(Aspect.LIST, ""), BOB.id(), watch.now())))
        .as("who may not see the private incident")
        .contains("• api, tier 1, payments\n• db, nobody owns it");
    assertThat(Watch.words(service(Aspect.READINESS, "")))
        .startsWith(
            "1 of 2 services lack something:\n• db: nobody owns it; nobody is called for it;");
    assertThat(service(Aspect.ONE, "chekout").offers())
        .containsExactly(Offer.plain("api", "service --service \"api\""));
  }

  @Test
  void aRunbookIsShownForTheIncidentWithWhatIsDone() {
    says(ALICE, "declare API down --service api");
    says(BOB, "runbook tick 1 --incident-id INC-1");

    assertThat(guide(ONE, null))
        .isInstanceOfSatisfying(
            Guides.Guide.Open.class,
            open -> {
              assertThat(open.runbook().name()).isEqualTo("api-down");
              assertThat(open.done()).hasSize(1);
            });
    assertThat(guide(new IncidentNumber(9), "api-down"))
        .isEqualTo(new Guides.Guide.NoSuch(new IncidentNumber(9)));
    assertThat(questions.guides().list(ONE, null, ALICE.id()))
        .isInstanceOfSatisfying(
            Guides.Guide.Unclear.class,
            listed ->
                assertThat(Watch.words(listed.answer()))
                    .contains("API is down (api-down): 1 of 2 steps done"));
  }

  @Test
  void anAlertOfTheIncidentTellsWhichRunbookHelps() {
    says(ALICE, "declare Something is slow");
    assertThat(Watch.words(says(BOB, "runbook tick 1 --incident-id INC-1")))
        .contains("no runbook belongs to this");
    var fired =
        new Signal(
            "f1",
            Signal.State.FIRING,
            "apidown",
            null,
            new TreeMap<>(Map.of("team", "payments")),
            new TreeMap<>(),
            watch.now(),
            null,
            null);
    new Alerting(watch.database, house, () -> {})
        .take(new Arrival("alertmanager", "1", "00", "{}", List.of(fired), 0), watch.now());
    says(ALICE, "alert attach A-1 to INC-1");

    assertThat(says(BOB, "runbook tick 1 --incident-id INC-1").recorded()).isTrue();
    assertThat(questions.guides().helping(watch.incident(1)))
        .extracting(Runbook::name)
        .containsExactly("api-down");
  }

  private Guides.Guide guide(IncidentNumber number, @Nullable String name) {
    return questions.guides().of(number, null, ALICE.id(), new Asked.Guide(name, null));
  }

  private Answer service(Aspect aspect, String name) {
    return questions.services(new Asked.Services(aspect, name), ALICE.id(), watch.now());
  }

  private Draft draft() {
    return watch.query(
        tx -> new Papers(tx, SeverityScale.STANDARD).draft(watch.incident(1)).orElseThrow());
  }

  private List<RunbookStep> steps() {
    return watch.query(tx -> new Boards(tx).steps(ONE));
  }

  private static Library library(String first) {
    Runbook runbook =
        Objects.requireNonNull(
            Reading.of(
                    "api-down",
                    new Use(Set.of("api"), Set.of("ApiDown"), Map.of()),
                    "# API is down\n## Diagnosis\n- " + first + "\n- Look at the deploys\n",
                    1)
                .runbook());
    return new Library(List.of(runbook), List.of());
  }

  private Answer says(Person who, String text) {
    return desk.handle(Watch.key(), watch.act(who, text), new Actor.Human(who), null, watch.now());
  }
}
