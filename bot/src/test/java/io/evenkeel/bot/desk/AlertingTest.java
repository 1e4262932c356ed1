package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BEGAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Grade;
import io.evenkeel.alert.Match;
import io.evenkeel.alert.Route;
import io.evenkeel.alert.Routes;
import io.evenkeel.alert.Signal;
import io.evenkeel.drill.Experiments;
import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.alert.AlertGroups;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.runbook.Library;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Spending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Monitoring tells of alerts: at a real desk, with a Postgres of its own. */
final class AlertingTest {
  private static final Instant FIRED = BEGAN.minusSeconds(90);

  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void anAlertDeclaresOnceWithItsServiceItsSeverityItsTimeAndItsEvidence() {
    Alerting alerting = alerting(route(Route.What.DECLARE));
    Arrival arrival = arrival("1", firing("a", FIRED));

    assertThat(alerting.take(arrival, watch.now())).isEqualTo(new Heard(false, 1));
    assertThat(alerting.take(arrival, watch.now())).isEqualTo(new Heard(true, 0));
    alerting.take(arrival("again", firing("a", FIRED)), watch.now());

    Incident incident = only();
    assertThat(incident.declaredBy()).isEqualTo(Person.EVENKEEL);
    assertThat(incident.title()).isEqualTo("Errors on api");
    assertThat(incident.services()).containsExactly("api");
    assertThat(incident.severity().name()).isEqualTo("SEV-1");
    assertThat(incident.milestones().at(Milestone.DETECTED)).contains(FIRED);
    assertThat(evidence()).hasSize(1);
    TimelineEntry told = evidence().getFirst();
    assertThat(told.text()).isEqualTo("Alert fired: ErrorsHigh: Errors on api");
    assertThat(told.occurredAt()).isEqualTo(FIRED);
    assertThat(told.source()).isEqualTo("https://prometheus.example.org/graph");
  }

  @Test
  void anEarlierAlertThatIsHeardOfLaterPutsDetectedRightUnlessAPersonHasSaidOtherwise() {
    Alerting alerting = alerting(route(Route.What.DECLARE));
    alerting.take(arrival("1", firing("a", FIRED)), watch.now());
    alerting.take(arrival("2", firing("b", FIRED.minusSeconds(30))), watch.now());
    assertThat(only().milestones().at(Milestone.DETECTED)).contains(FIRED.minusSeconds(30));

    watch.says(ALICE, "milestone detected 14:00 --incident-id INC-1");
    alerting.take(arrival("3", firing("c", FIRED.minusSeconds(60))), watch.now());
    assertThat(only().milestones().at(Milestone.DETECTED))
        .contains(Instant.parse("2026-11-21T14:00:00Z"));
  }

  @Test
  void onceAllAreOverPeopleAreAskedAndNothingIsResolved() {
    Alerting alerting = alerting(route(Route.What.DECLARE));
    alerting.take(arrival("1", firing("a", FIRED), firing("b", FIRED)), watch.now());
    alerting.take(arrival("2", resolved("a", FIRED, BEGAN)), watch.now());
    assertThat(asked()).isZero();

    alerting.take(arrival("3", resolved("b", FIRED, BEGAN)), watch.now());
    alerting.take(arrival("4", resolved("b", FIRED, BEGAN)), watch.now());
    assertThat(asked()).isEqualTo(1);
    assertThat(only().open()).isTrue();

    alerting.take(arrival("5", firing("b", BEGAN)), watch.now());
    alerting.take(arrival("6", resolved("b", BEGAN, BEGAN.plusSeconds(5))), watch.now());
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void whatIsProposedWaitsForAWordAndThenBelongs() {
    Alerting alerting = alerting(route(Route.What.PROPOSE));
    alerting.take(arrival("1", firing("a", FIRED)), watch.now());
    assertThat(watch.incidents()).isEmpty();
    assertThat(group(1).state()).isEqualTo(AlertGroup.State.PROPOSED);

    var answer = watch.says(ALICE, "alert declare A-1");
    assertThat(Watch.words(answer)).contains("INC-1", "Errors on api");
    assertThat(only().declaredBy()).isEqualTo(ALICE);
    assertThat(evidence()).hasSize(1);
    alerting.take(arrival("2", firing("b", FIRED)), watch.now());
    assertThat(evidence()).hasSize(2);
    assertThat(Watch.words(watch.says(ALICE, "alert dismiss A-1"))).contains("Nothing changed");
  }

  @Test
  void aDismissedGroupIsSilentUntilAllOfItIsOver() {
    Alerting alerting = alerting(route(Route.What.PROPOSE));
    alerting.take(arrival("1", firing("a", FIRED)), watch.now());
    watch.says(ALICE, "alert dismiss A-1 the probe is broken");
    alerting.take(arrival("2", firing("b", FIRED)), watch.now());
    assertThat(group(1).reason()).isEqualTo("the probe is broken");
    assertThat(proposed()).isZero();

    alerting.take(
        arrival("3", resolved("a", FIRED, BEGAN), resolved("b", FIRED, BEGAN)), watch.now());
    alerting.take(arrival("4", firing("a", BEGAN)), watch.now());
    assertThat(group(2).state()).isEqualTo(AlertGroup.State.PROPOSED);
  }

  @Test
  void alertsAttachToWhatIsOpenOnTheirServiceAndAskWhereNothingIs() {
    Alerting alerting = alerting(route(Route.What.ATTACH));
    alerting.take(arrival("1", firing("a", FIRED)), watch.now());
    assertThat(group(1).state()).isEqualTo(AlertGroup.State.PROPOSED);
    watch.says(ALICE, "declare sev2 Slow api --service api");
    watch.says(ALICE, "alert attach A-1 to INC-1");
    assertThat(evidence()).hasSize(1);

    alerting.take(other("2", firing("z", FIRED)), watch.now());
    assertThat(group(2).incident()).isEqualTo(new IncidentNumber(1));
    assertThat(evidence()).hasSize(2);
  }

  @Test
  void aPrivateIncidentGetsAlertsFromItsPeopleAloneAndIsNotNamedToOthers() {
    Alerting alerting = alerting(route(Route.What.ATTACH));
    watch.says(ALICE, "declare sev2 Leak --service api --private");
    alerting.take(arrival("1", firing("a", FIRED)), watch.now());
    assertThat(group(1).state()).isEqualTo(AlertGroup.State.PROPOSED);

    assertThat(Watch.words(watch.says(Watch.BOB, "alert attach A-1 to INC-1")))
        .contains("no INC-1 that you can see");
    watch.says(ALICE, "alert attach A-1 to INC-1");
    assertThat(group(1).incident()).isEqualTo(new IncidentNumber(1));
    assertThat(Watch.words(watch.says(Watch.BOB, "alert declare A-1")))
        .contains("an incident")
        .doesNotContain("INC-1", "Leak");
  }

  @Test
  void aStormFromSixteenSidesMakesOneIncidentKeepsEachOnceAndBoundsTheTimeline() throws Exception {
    Alerting alerting = alerting(route(Route.What.DECLARE));
    var signals = new ArrayList<Signal>();
    for (int i = 0; i < 400; i++) {
      signals.add(firing("f" + i, FIRED.plusMillis(i)));
      signals.add(i % 4 == 0 ? firing("f" + i, FIRED.plusMillis(i)) : over("f" + i, i));
    }
    Collections.shuffle(signals, new Random(8));
    List<Callable<Heard>> deliveries =
        IntStream.range(0, 32)
            .<Callable<Heard>>mapToObj(n ->
                () ->
                    untilTaken(
                        alerting,
                        arrival(
                            "s" + n / 2,
                            signals.subList(n / 2 * 50, n / 2 * 50 + 50).toArray(Signal[]::new))))
            .toList();
    try (var sides = Executors.newFixedThreadPool(16)) {
      for (var done : sides.invokeAll(deliveries)) {
        done.get();
      }
    }

    assertThat(watch.incidents()).hasSize(1);
    assertThat(evidence().size()).isLessThanOrEqualTo(Testimony.MOST);
    AlertGroup.Tally tally = watch.query(tx -> new AlertGroups(tx).tally(new IncidentNumber(1)));
    assertThat(tally).isEqualTo(new AlertGroup.Tally(100, 300, FIRED));
  }

  /** Whoever sends alerts sends them again while they are not known to be taken. */
  private Heard untilTaken(Alerting alerting, Arrival arrival) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(50);
    while (true) {
      try {
        return alerting.take(arrival, watch.now());
      } catch (NotRecorded | InDoubt e) {
        assertThat(System.nanoTime()).as("in time: %s", e).isLessThan(deadline);
      }
    }
  }

  private static Signal over(String fingerprint, int i) {
    return resolved(fingerprint, FIRED.plusMillis(i), BEGAN);
  }

  private Alerting alerting(Route route) {
    return new Alerting(watch.database, watch.house.with(routed(route)), () -> {});
  }

  private static Watched routed(Route route) {
    return new Watched(
        Catalogue.NONE,
        Spending.NONE,
        Experiments.NONE,
        () -> Library.NONE,
        new Routes(List.of(route)));
  }

  private static Route route(Route.What what) {
    return new Route(
        "api",
        null,
        Map.of("service", new Match.Exactly("api")),
        what,
        null,
        new Grade(null, "severity", Map.of("critical", "SEV-1")),
        null,
        List.of());
  }

  private static Arrival arrival(String key, Signal... signals) {
    return new Arrival("alertmanager", key, "00", "{}:{}", List.of(signals), 0);
  }

  private static Arrival other(String key, Signal... signals) {
    return new Arrival("alertmanager", key, "00", "{}:{other}", List.of(signals), 0);
  }

  private static Signal firing(String fingerprint, Instant at) {
    return signal(fingerprint, Signal.State.FIRING, at, null);
  }

  private static Signal resolved(String fingerprint, Instant at, Instant ended) {
    return signal(fingerprint, Signal.State.RESOLVED, at, ended);
  }

  private static Signal signal(
      String fingerprint, Signal.State state, Instant at, @Nullable Instant ended) {
    return new Signal(
        fingerprint,
        state,
        "ErrorsHigh",
        "Errors on api",
        new TreeMap<>(Map.of("service", "api", "severity", "critical")),
        new TreeMap<>(),
        at,
        ended,
        "https://prometheus.example.org/graph");
  }

  private Incident only() {
    assertThat(watch.incidents()).hasSize(1);
    return watch.incident(1);
  }

  private AlertGroup group(int number) {
    return watch.query(tx -> new AlertGroups(tx).find(number)).orElseThrow();
  }

  private int proposed() {
    return watch.query(tx -> new AlertGroups(tx).proposed(9)).size();
  }

  private List<TimelineEntry> entries() {
    return watch.query(tx -> new Timeline(tx).of(new IncidentNumber(1)));
  }

  private List<TimelineEntry> evidence() {
    return entries().stream().filter(entry -> entry.kind() == EntryKind.ALERT).toList();
  }

  private long asked() {
    return entries().stream().filter(entry -> entry.kind() == EntryKind.REMINDER).count();
  }
}
