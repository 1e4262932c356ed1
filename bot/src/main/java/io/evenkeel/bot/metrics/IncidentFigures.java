package io.evenkeel.bot.metrics;

import io.evenkeel.incident.Milestone;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.audit.ChainChecks;
import io.evenkeel.persistence.board.PageCounts;
import io.evenkeel.persistence.incident.Standings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Incidents, how long they took, how pages were answered and the last check of the chains, read in
 * one transaction. While the database is away the last ones stand, and when they were read is told.
 */
final class IncidentFigures implements MultiCollector {
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final Duration LATELY = Duration.ofDays(30);

  private static final String OF_ALL =
      "; private ones and drills are left out; the same from every replica: take max()";

  private static final List<Milestone> SPANS =
      List.of(Milestone.ACKNOWLEDGED, Milestone.MITIGATED, Milestone.RESOLVED);

  private final Cached<Read> cached;

  private record Read(
      PageCounts pages, Standings standings, Optional<ChainChecks.Last> lastCheck) {}

  private IncidentFigures(Database database, InstantSource clock) {
    cached = new Cached<>(database, clock, FRESH, tx -> read(tx, clock));
  }

  static void register(PrometheusMeterRegistry meters, Database database, InstantSource clock) {
    var figures = new IncidentFigures(database, clock);
    meters.getPrometheusRegistry().register(figures);
    figures.pages(meters, "open", PageCounts::open);
    figures.pages(meters, "in_time", PageCounts::inTime);
    figures.pages(meters, "late", PageCounts::late);
    figures.pages(meters, "never", PageCounts::never);
    figures.check(meters);
    QueueFigures.readAt(meters, "incidents", figures.cached);
  }

  private static Read read(Transaction tx, InstantSource clock) {
    return new Read(
        PageCounts.read(tx),
        Standings.read(tx, clock.instant().minus(LATELY)),
        new ChainChecks(tx).last());
  }

  @Override
  public MetricSnapshots collect() {
    Optional<Standings> known = cached.known().map(Read::standings);
    if (known.isEmpty()) {
      return MetricSnapshots.of();
    }
    var all = MetricSnapshots.builder().metricSnapshot(counts(known.get()));
    SPANS.forEach(reached -> all.metricSnapshot(spans(known.get(), reached)));
    return all.build();
  }

  private static MetricSnapshot counts(Standings standings) {
    var gauge =
        GaugeSnapshot.builder()
            .name("evenkeel_incidents")
            .help("Incidents of the whole database by severity and status" + OF_ALL);
    for (Standings.Count one : standings.counts()) {
      gauge.dataPoint(
          GaugeDataPointSnapshot.builder()
              .labels(Labels.of("severity", one.severity(), "status", one.status()))
              .value((double) one.incidents())
              .build());
    }
    return gauge.build();
  }

  private static MetricSnapshot spans(Standings standings, Milestone reached) {
    String verb =
        switch (reached) {
          case ACKNOWLEDGED -> "acknowledge";
          case MITIGATED -> "mitigate";
          case RESOLVED -> "resolve";
          case STARTED, DETECTED, DECLARED, CLOSED ->
              throw new IllegalArgumentException(reached.word());
        };
    var summary =
        SummarySnapshot.builder()
            .name("evenkeel_incident_time_to_" + verb + "_seconds")
            .help("From detected, of incidents declared in the last 30 days" + OF_ALL);
    for (Standings.Span span : standings.spans()) {
      if (span.reached() == reached) {
        summary.dataPoint(
            SummaryDataPointSnapshot.builder()
                .labels(Labels.of("severity", span.severity()))
                .count(span.incidents())
                .sum(span.seconds())
                .quantiles(
                    Quantiles.of(new Quantile(0.5, span.half()), new Quantile(0.9, span.most())))
                .build());
      }
    }
    return summary.build();
  }

  private void pages(
      PrometheusMeterRegistry meters, String answered, ToDoubleFunction<PageCounts> count) {
    Gauge.builder("evenkeel.pages", () -> pages(count))
        .description("Pages of the whole database by how they were answered" + OF_ALL)
        .tag("answered", answered)
        .register(meters);
  }

  private double pages(ToDoubleFunction<PageCounts> count) {
    return cached.known().map(Read::pages).map(count::applyAsDouble).orElse(Double.NaN);
  }

  private void check(PrometheusMeterRegistry meters) {
    Gauge.builder(
            "evenkeel.verify.timestamp", () -> check(last -> (double) last.at().getEpochSecond()))
        .description("When all hash chains were last verified, as Unix time; NaN when never")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("evenkeel.verify.sound", () -> check(last -> last.sound() ? 1 : 0))
        .description("1 when every hash chain fitted at the last verify, else 0; NaN when never")
        .register(meters);
  }

  private double check(ToDoubleFunction<ChainChecks.Last> figure) {
    return cached.known().flatMap(Read::lastCheck).map(figure::applyAsDouble).orElse(Double.NaN);
  }
}
