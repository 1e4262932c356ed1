package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Grade;
import io.evenkeel.alert.Match;
import io.evenkeel.alert.Route;
import io.evenkeel.alert.Routes;
import io.evenkeel.alert.Signal;
import io.evenkeel.drill.Experiments;
import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.alert.AlertDues;
import io.evenkeel.persistence.alert.AlertGroups;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.policy.Policy;
import io.evenkeel.runbook.Library;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts that begin while their service is worked on as planned, and still fire afterwards. */
final class OutlastingTest {
  /** More than are attended to at once. */
  private static final int STORM = 600;

  private final Watch watch =
      new Watch(new House(SeverityScale.STANDARD, Policy.STANDARD).with(routed()));

  private final Alerting alerting = new Alerting(watch.database, watch.house, () -> {});

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void whatStillFiresWhenItEndsBeginsThenOnceAndTellsWhenItReallyDid() throws Exception {
    watch.says(ALICE, "maintenance api for 2h");
    watch.says(ALICE, "maintenance db for 2h");
    watch.says(ALICE, "maintenance db 2026-11-21 16:00 for 1h");
    watch.later(Duration.ofMinutes(10));
    Instant fired = watch.now();
    takes("1", firing("api", "a", fired), firing("api", "gone", fired));
    takes("2", storm("db", fired));
    takes("3", resolved("api", "gone", fired, watch.now()));
    assertThat(watch.incidents()).isEmpty();
    assertThat(due()).isEmpty();

    watch.later(Duration.ofHours(1));
    Instant ended = watch.now();
    watch.says(ALICE, "maintenance end 1");
    watch.later(Duration.ofSeconds(30));
    assertThat(due()).as("the other service is worked on").hasSize(1);
    killedAtTheEnd();
    looksFromFourSides();
    takes("4", firing("api", "a", fired));

    assertThat(watch.incidents()).hasSize(1);
    assertThat(watch.incident(1).services()).containsExactly("api");
    assertThat(watch.incident(1).milestones().at(Milestone.DETECTED)).contains(ended);
    List<TimelineEntry> told = evidence();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().occurredAt()).isEqualTo(fired);
    assertThat(told.getFirst().text())
        .isEqualTo(
            "Alert fired: Down: api is down"
                + " (kept quiet by a planned maintenance until 2026-11-21 15:42 UTC)");
    takes("5", resolved("api", "a", fired, watch.now()));
    assertThat(evidence()).hasSize(2);
    assertThat(due()).isEmpty();

    watch.later(Duration.ofMinutes(60));
    assertThat(due()).as("the second one of db goes on").isEmpty();
    watch.later(Duration.ofMinutes(20));
    watch.desk.due(due().getFirst(), watch.now());
    watch.later(Duration.ofSeconds(5));
    looksFromFourSides();
    assertThat(due()).isEmpty();
    List<AlertGroup> proposed = watch.query(tx -> new AlertGroups(tx).proposed(9));
    assertThat(proposed).hasSize(1);
    int number = proposed.getFirst().number();
    AlertGroup.Tally tally = watch.query(tx -> new AlertGroups(tx).tally(number));
    Instant over = Instant.parse("2026-11-21T17:00:00Z");
    assertThat(tally).isEqualTo(new AlertGroup.Tally(STORM, 0, fired, over));
    watch.says(ALICE, "alert declare A-" + number);
    assertThat(watch.incident(2).milestones().at(Milestone.DETECTED)).contains(over);
  }

  private List<Due> due() {
    return watch.query(tx -> new AlertDues(tx).due(watch.now(), 100));
  }

  /** Four replicas that find the same, each at its own time, as if their locks had failed. */
  private void looksFromFourSides() throws Exception {
    List<Due> due = due();
    assertThat(due).hasSize(1);
    List<Callable<Boolean>> looks =
        IntStream.range(0, 4)
            .<Callable<Boolean>>mapToObj(n ->
                () ->
                    watch.desk.due(
                        new Due.OfHouse(
                            due.getFirst().thing(),
                            due.getFirst().at().plusMillis(n),
                            ((Due.OfHouse) due.getFirst()).errand()),
                        watch.now()))
            .toList();
    try (var sides = Executors.newFixedThreadPool(4)) {
      for (var look : sides.invokeAll(looks)) {
        look.get();
      }
    }
  }

  /** Right before the commit: nothing of it is left. */
  private void killedAtTheEnd() {
    Due due = due().getFirst();
    assertThatThrownBy(() ->
            watch.query(tx -> {
              Deadlines.act(tx, watch.house, due, watch.now());
              throw new IllegalStateException("killed");
            }))
        .hasMessageContaining("killed");
    assertThat(watch.incidents()).isEmpty();
  }

  private void takes(String key, Signal... signals) {
    alerting.take(
        new Arrival("alertmanager", key, "00", "{}:{}", List.of(signals), 0), watch.now());
  }

  private static Signal[] storm(String service, Instant at) {
    return IntStream.range(0, STORM)
        .mapToObj(n -> firing(service, "s" + n, at.plusMillis(n)))
        .toArray(Signal[]::new);
  }

  private static Signal firing(String service, String fingerprint, Instant at) {
    return signal(service, fingerprint, Signal.State.FIRING, at, null);
  }

  private static Signal resolved(String service, String fingerprint, Instant at, Instant ended) {
    return signal(service, fingerprint, Signal.State.RESOLVED, at, ended);
  }

  private static Signal signal(
      String service, String fingerprint, Signal.State state, Instant at, @Nullable Instant ended) {
    return new Signal(
        fingerprint,
        state,
        "Down",
        service + " is down",
        new TreeMap<>(Map.of("service", service)),
        Collections.emptySortedMap(),
        at,
        ended,
        null);
  }

  private List<TimelineEntry> evidence() {
    return watch.query(tx -> new Timeline(tx).of(new IncidentNumber(1))).stream()
        .filter(entry -> entry.kind() == EntryKind.ALERT)
        .toList();
  }

  /** Of api an incident begins, of all others people are asked. */
  private static Watched routed() {
    var api =
        new Route(
            "api",
            null,
            Map.of("service", new Match.Exactly("api")),
            Route.What.DECLARE,
            null,
            Grade.USUAL,
            null,
            List.of());
    return new Watched(
        Catalogue.NONE,
        Spending.NONE,
        Experiments.NONE,
        () -> Library.NONE,
        new Routes(List.of(api)));
  }
}
