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
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.alert.AlertGroups;
import io.evenkeel.persistence.erasure.Expiry;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.incident.Verdict;
import io.evenkeel.runbook.Library;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of alerts in the long run, as they come in at a real desk. */
final class OldAlertsTest {
  private static final IncidentNumber INCIDENT = new IncidentNumber(1);
  private static final Duration KEPT = Duration.ofDays(90);

  private final Watch watch = new Watch();
  private final Alerting alerting =
      new Alerting(watch.database, watch.house.with(routed()), () -> {});
  private int arrivals;

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void evidenceStaysWithItsIncidentAndWhatWasNothingGoesWithItsGroup() {
    tells("declare", Signal.State.FIRING, BEGAN);
    tells("propose", Signal.State.FIRING, BEGAN);
    tells("ignore", Signal.State.FIRING, BEGAN);
    tells("declare", Signal.State.RESOLVED, BEGAN);
    tells("propose", Signal.State.RESOLVED, BEGAN);
    tells("ignore", Signal.State.RESOLVED, BEGAN);
    watch.later(KEPT.minusSeconds(1));
    assertThat(forget()).as("not old yet").isZero();

    watch.later(Duration.ofSeconds(2));
    assertThat(forget()).as("two alerts and a group").isEqualTo(3);
    assertThat(forget()).isZero();
    assertThat(group(2)).isEmpty();
    assertThat(Watch.words(watch.says(ALICE, "alert attach A-2 to INC-1")))
        .contains("There is no A-2");
    assertThat(group(1)).singleElement().extracting(AlertGroup::incident).isEqualTo(INCIDENT);
    assertThat(evidence()).isEqualTo(new AlertGroup.Tally(0, 1, BEGAN));
    assertThat(chain()).isInstanceOf(Verdict.Sound.class);

    tells("propose", Signal.State.FIRING, watch.now());
    assertThat(group(3))
        .singleElement()
        .extracting(AlertGroup::state)
        .isEqualTo(AlertGroup.State.PROPOSED);
  }

  @Test
  void whatStillFiresIsNoOldAlertHoweverLongAndBeginsNothingAnew() {
    Arrival same = tells("propose", Signal.State.FIRING, BEGAN);
    tells("ignore", Signal.State.FIRING, BEGAN);
    watch.says(ALICE, "alert dismiss A-1 the probe is broken");
    for (int month = 0; month < 6; month++) {
      watch.later(Duration.ofDays(30));
      assertThat(alerting.take(same, watch.now()).repeated()).isTrue();
      tells("ignore", Signal.State.FIRING, BEGAN);
      assertThat(forget()).isZero();
    }
    tells("propose", Signal.State.FIRING, BEGAN);
    assertThat(group(1))
        .singleElement()
        .extracting(AlertGroup::state)
        .isEqualTo(AlertGroup.State.DISMISSED);
    assertThat(group(2)).isEmpty();

    watch.later(KEPT.plusSeconds(1));
    assertThat(forget()).as("nobody says any more that it fires").isEqualTo(3);
  }

  private Arrival tells(String what, Signal.State state, Instant began) {
    var signal =
        new Signal(
            what,
            state,
            "ErrorsHigh",
            "Errors",
            new TreeMap<>(Map.of("what", what)),
            new TreeMap<>(),
            began,
            state == Signal.State.RESOLVED ? began.plusSeconds(60) : null,
            null);
    var arrival =
        new Arrival(
            "alertmanager", what + " " + arrivals++, "00", "{}:" + what, List.of(signal), 0);
    alerting.take(arrival, watch.now());
    return arrival;
  }

  private int forget() {
    return watch.query(tx -> new Expiry(tx).alerts(watch.now().minus(KEPT), 100));
  }

  private List<AlertGroup> group(int number) {
    return watch.query(tx -> new AlertGroups(tx).find(number)).stream().toList();
  }

  private AlertGroup.Tally evidence() {
    return watch.query(tx -> new AlertGroups(tx).tally(INCIDENT));
  }

  private Verdict chain() {
    return watch.query(tx -> new Timeline(tx).verify(INCIDENT));
  }

  private static Watched routed() {
    return new Watched(
        Catalogue.NONE,
        Spending.NONE,
        Experiments.NONE,
        () -> Library.NONE,
        new Routes(
            Stream.of(Route.What.DECLARE, Route.What.PROPOSE, Route.What.IGNORE)
                .map(OldAlertsTest::route)
                .toList()));
  }

  private static Route route(Route.What what) {
    String word = what.name().toLowerCase(Locale.ROOT);
    return new Route(
        word,
        null,
        Map.of("what", new Match.Exactly(word)),
        what,
        null,
        new Grade("SEV-2", null, Map.of()),
        null,
        List.of());
  }
}
