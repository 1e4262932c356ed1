package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alert.Routes;
import io.evenkeel.bot.metrics.MaintenanceFigures;
import io.evenkeel.bot.read.Budgets;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Rotas;
import io.evenkeel.bot.read.Services;
import io.evenkeel.drill.Experiments;
import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.maintenance.Maintained;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.paging.Escalations;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditVerdict;
import io.evenkeel.persistence.maintenance.Maintenances;
import io.evenkeel.policy.Policy;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.response.Rules;
import io.evenkeel.runbook.Library;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.Spending;
import io.evenkeel.slo.Target;
import io.evenkeel.slo.Window;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** It is Saturday, 14:32 in UTC. */
final class MaintainingTest {
  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void whatIsPlannedIsShownCountsThenAndIsAudited() {
    Answer planned = watch.says(ALICE, "maintenance api 2026-11-22 22:00 for 2h upgrade postgres");

    assertThat(planned.recorded()).isTrue();
    assertThat(words(planned))
        .isEqualTo(
            "Maintenance #1 of api from 2026-11-22T22:00:00Z until 2026-11-23T00:00:00Z: upgrade"
                + " postgres. Its alerts are quiet then, and its budgets leave that time out.");
    assertThat(listed())
        .isEqualTo(
            "• #1 api from 2026-11-22T22:00:00Z until 2026-11-23T00:00:00Z: upgrade postgres,"
                + " planned by @alice");
    assertThat(quiet(Instant.parse("2026-11-22T23:00:00Z"))).containsExactly("api");
    assertThat(quiet(watch.now())).isEmpty();
    assertThat(words(watch.says(BOB, "maintenance api 2026-11-22 23:00 for 2h")))
        .endsWith("It overlaps #1; that counts once.");
    AuditVerdict verdict = watch.query(tx -> new Audit(tx).verify());
    assertThat(verdict).isInstanceOf(AuditVerdict.Sound.class);
  }

  @Test
  void whatWasOverWhenItWasPlannedIsKeptAndExcusesNothing() {
    Answer after = watch.says(ALICE, "maintenance api yesterday 20:00 for 1h it was us");

    assertThat(words(after)).contains("over before it was planned", "it quietens no alert");
    assertThat(listed()).contains("Over:", "planned by @alice after the fact");
    Instant then = Instant.parse("2026-11-20T20:30:00Z");
    assertThat(quiet(then)).isEmpty();
    assertThat(words(watch.says(ALICE, "maintenance api 14:00 UTC today for 1h")))
        .contains("A part of it is over already");
    assertThat(quiet(watch.now())).containsExactly("api");
    assertThat(quiet(Instant.parse("2026-11-21T14:10:00Z"))).isEmpty();
    assertThat(watch.says(ALICE, "maintenance cancel 1").recorded()).isTrue();
  }

  @Test
  void oneThatGoesOnIsEndedAndOneAheadIsCancelled() {
    Answer now = watch.says(ALICE, "maintenance api for 2h");
    watch.says(ALICE, "maintenance db tomorrow 22:00 for 2h");
    watch.later(Duration.ofMinutes(30));

    Prose worked = new Questions(watch.database).upkeeps().worked(watch.now());
    assertThat(words(Answer.unchanged(worked == null ? Prose.of("") : worked)))
        .isEqualTo("🔧 Worked on as planned: api until 2026-11-21T16:32:00Z (#1).");
    assertThat(words(watch.says(BOB, "maintenance cancel 1"))).contains("goes on", "End it");
    assertThat(words(watch.says(BOB, "maintenance end 2"))).contains("has not begun");
    assertThat(watch.presses(BOB, now, "End #1").recorded()).isTrue();
    assertThat(quiet(watch.now())).isEmpty();
    assertThat(words(watch.says(BOB, "maintenance end 1"))).contains("is over already");
    assertThat(words(watch.says(BOB, "maintenance cancel 1"))).contains("stays as it was");
    assertThat(new Questions(watch.database).upkeeps().worked(watch.now())).isNull();
    Answer cancelled = watch.says(BOB, "maintenance cancel 2");
    assertThat(words(cancelled)).endsWith("is cancelled.");
    assertThat(words(watch.says(BOB, "maintenance cancel 2"))).contains("there is no maintenance");
    assertThat(watch.presses(BOB, cancelled, "Plan it again").recorded()).isTrue();
  }

  @Test
  void whatCannotBeIsRefusedWithTheReason() {
    assertThat(words(watch.says(ALICE, "maintenance api --from 22:00 --until 2026-11-21T20:00Z")))
        .contains("ends before it begins");
    assertThat(words(watch.says(ALICE, "maintenance api for 8 days"))).contains("more than a week");
    assertThat(words(watch.says(ALICE, "maintenance api 2028-01-01 10:00 for 1h")))
        .contains("more than a year away");
    assertThat(listed()).startsWith("No maintenance is planned, and none was.");
  }

  @Test
  void aServiceIsMeantByAnyOfItsNamesAndShowsWhenItIsWorkedOn() {
    var api =
        new Service(
            "api",
            1,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            Set.of("public-api"));
    var catalogue = new Catalogue(List.of(api));
    var house =
        new House(
            SeverityScale.STANDARD,
            Policy.STANDARD,
            Finishing.STANDARD,
            draft -> "",
            Schedules.NONE,
            Escalations.NONE,
            Rules.NONE,
            Cadences.STANDARD,
            new Watched(
                catalogue, Spending.NONE, Experiments.NONE, () -> Library.NONE, Routes.NONE));
    try (var known = new Watch(house)) {
      Answer unknown = known.says(ALICE, "maintenance apis for 2h");
      assertThat(words(unknown))
          .isEqualTo("Nothing was recorded: no service is called “apis”. There is api.");
      assertThat(words(known.presses(ALICE, unknown, "api"))).startsWith("Maintenance #1 of api");
      assertThat(words(known.says(ALICE, "maintenance public-api tomorrow 22:00 for 1h")))
          .startsWith("Maintenance #2 of api");
      var services =
          new Services(
              known.database,
              new Services.Known(
                  catalogue, () -> Library.NONE, Schedules.NONE, Escalations.NONE, _ -> List.of()));
      var questions =
          new Questions(
              known.database,
              SeverityScale.STANDARD,
              draft -> "",
              new Rotas(known.database, Schedules.NONE, _ -> Optional.empty()),
              Budgets.none(known.database),
              services);
      assertThat(
              words(
                  questions.services(
                      new Asked.Services(Asked.Services.Aspect.ONE, "api"),
                      ALICE.id(),
                      known.now())))
          .contains(
              "🔧 Worked on as planned until 2026-11-21T16:32:00Z (#1)",
              "🔧 To be worked on from 2026-11-22T22:00:00Z until 2026-11-22T23:00:00Z (#2)");

      Instant end = known.now().plus(Duration.ofHours(2));
      known.database.command(
          tx -> new Maintenances(tx).plan("gone", known.now(), end, "", ALICE, known.now()));
      PrometheusMeterRegistry meters = figures(known, catalogue);
      assertThat(scraped(meters))
          .as("by each name that an alert may have, and of no service that nobody knows")
          .containsExactly(
              "evenkeel_maintenance{service=\"api\"} 1.0",
              "evenkeel_maintenance{service=\"public-api\"} 1.0",
              "evenkeel_maintenance{service=\"search\"} 0.0");
      known.later(Duration.ofSeconds(119));
      assertThat(scraped(meters)).as("what was read holds for a while").hasSize(3);
      known.later(Duration.ofSeconds(1));
      assertThat(scraped(meters)).as("and is then not known").isEmpty();
      known.later(Duration.ofHours(2));
      assertThat(scraped(figures(known, catalogue)))
          .as("it is over")
          .contains("evenkeel_maintenance{service=\"api\"} 0.0");
      known.database.close();
      assertThat(scraped(figures(known, catalogue))).as("nobody can be asked").isEmpty();
    }
  }

  private static PrometheusMeterRegistry figures(Watch known, Catalogue catalogue) {
    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var promised =
        Stream.of("public-api", "search")
            .map(service ->
                new Objective(
                    service,
                    "availability",
                    null,
                    Target.percent("99.9"),
                    new Window.Rolling(30),
                    new Indicator(Indicator.Kind.AVAILABILITY, "bad", "valid")))
            .toList();
    MaintenanceFigures.register(
        meters, known.database, catalogue, new Objectives(promised), known::now);
    return meters;
  }

  private static List<String> scraped(PrometheusMeterRegistry meters) {
    return meters.scrape().lines().filter(line -> !line.startsWith("#")).toList();
  }

  private String listed() {
    return words(new Questions(watch.database).upkeeps().all(watch.now()));
  }

  private List<String> quiet(Instant at) {
    return watch.query(
        tx -> new Maintenances(tx).current(at).stream().map(Maintained::service).toList());
  }
}
