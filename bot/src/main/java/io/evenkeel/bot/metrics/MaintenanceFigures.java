package io.evenkeel.bot.metrics;

import io.evenkeel.maintenance.Maintained;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.maintenance.Maintenances;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which services are worked on as planned, for rules that are to be quiet meanwhile. Only of
 * services that the settings name: what somebody types makes no series. Where nobody could be asked
 * for two minutes there is no value at all, so that alerts come as if nothing were planned.
 */
public final class MaintenanceFigures implements MultiCollector {
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** As long as it takes Postgres to fail over; nobody is to be paged for that meanwhile. */
  private static final Duration HOLDS = Duration.ofMinutes(2);

  private final Cached<Read> cached;
  private final Catalogue services;
  private final Set<String> names = new TreeSet<>();
  private final InstantSource clock;

  private record Read(Instant at, List<Maintained> ahead) {}

  private MaintenanceFigures(
      Database database, Catalogue services, Objectives objectives, InstantSource clock) {
    this.services = services;
    this.clock = clock;
    services.all().stream().map(Service::name).forEach(names::add);
    // Its service may be in no catalogue.
    objectives.all().stream().map(Objective::service).forEach(names::add);
    cached = new Cached<>(database, clock, FRESH, tx -> read(new Maintenances(tx), clock));
  }

  /**
   * One series for each service.
   *
   * @param services those that are known
   * @param objectives whose alerts ask; their services may be in no catalogue
   */
  public static void register(
      PrometheusMeterRegistry meters,
      Database database,
      Catalogue services,
      Objectives objectives,
      InstantSource clock) {
    var figures = new MaintenanceFigures(database, services, objectives, clock);
    if (!figures.names.isEmpty()) {
      meters.getPrometheusRegistry().register(figures);
    }
  }

  private static Read read(Maintenances maintenances, InstantSource clock) {
    Instant now = clock.instant();
    return new Read(now, maintenances.ahead(now));
  }

  @Override
  public MetricSnapshots collect() {
    Instant now = clock.instant();
    return cached
        .known()
        .filter(read -> now.isBefore(read.at().plus(HOLDS)))
        .map(read -> MetricSnapshots.of(gauge(read.ahead(), now)))
        .orElseGet(MetricSnapshots::of);
  }

  private GaugeSnapshot gauge(List<Maintained> ahead, Instant now) {
    var gauge =
        GaugeSnapshot.builder()
            .name("evenkeel_maintenance")
            .help(
                "1 while the service is worked on as planned, else 0; missing while nobody can be"
                    + " asked; the same from every replica: take max()");
    List<String> worked =
        ahead.stream()
            .filter(one -> one.quiets(now))
            .map(one -> services.named(one.service()))
            .toList();
    for (String name : names) {
      boolean quiet = worked.stream().anyMatch(services.named(name)::equalsIgnoreCase);
      gauge.dataPoint(
          GaugeDataPointSnapshot.builder()
              .labels(Labels.of("service", name))
              .value(quiet ? 1 : 0)
              .build());
    }
    return gauge.build();
  }
}
