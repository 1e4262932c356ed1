package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Alertmanager's webhook, version 4 (prometheus.io, "webhook_config"), and Grafana's, which is that
 * and more (grafana.com, "Configure webhook notifications"). Alertmanager tries again after a 5xx
 * alone.
 */
final class GroupedAlerts implements Door {
  private final String source;
  private final String variables;
  private final Pass pass;
  private final List<String> links;

  private GroupedAlerts(String source, String variables, Pass pass, List<String> links) {
    this.source = source;
    this.variables = variables;
    this.pass = pass;
    this.links = links;
  }

  static Door alertmanager(Pass pass) {
    return new GroupedAlerts(
        "alertmanager",
        "ALERTMANAGER_TOKEN, or ALERTMANAGER_BASIC as name:password",
        pass,
        List.of("generatorURL"));
  }

  static Door grafana(Pass pass) {
    return new GroupedAlerts(
        "grafana", "GRAFANA_TOKEN", pass, List.of("panelURL", "dashboardURL", "generatorURL"));
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public boolean open() {
    return pass.open();
  }

  @Override
  public String variables() {
    return variables;
  }

  @Override
  public boolean admits(@Nullable String authorization) {
    return pass.admits(authorization);
  }

  @Override
  public Brought read(byte[] body, @Nullable String signature, Instant now) {
    return Json.GROUP.reading(body, whole -> read(whole, Hash.of(body), now));
  }

  private Brought read(Field whole, String bodyHash, Instant now) {
    if (!whole.at("alerts").present()) {
      whole.at("alerts").fault("is missing. Send a list of alerts, as the webhook does");
    }
    String group =
        whole.at("groupKey").required("the group's key, such as {}:{alertname=\"Down\"}");
    List<Field> alerts = whole.at("alerts").items();
    if (alerts.isEmpty()) {
      return new Brought.Nothing("No alert was in it.");
    }
    String status = whole.at("status").text().orElse("");
    var bounds = new Bounds();
    bounds.missing(whole.at("truncatedAlerts").count().orElse(0));
    var signals = new ArrayList<Signal>();
    for (Field alert : bounds.alerts(alerts)) {
      signals.add(signal(alert, status, bounds, now));
    }
    return Arrivals.of(
        new Arrival(
            source,
            source + ":" + key(group, status, alerts),
            bodyHash,
            Hash.name(group),
            signals,
            bounds.dropped()),
        bounds);
  }

  /** RELIABILITY.md: the group, its status, and of each alert what it is and since when. */
  private static String key(String group, String status, List<Field> alerts) {
    var parts = new ArrayList<String>();
    alerts.stream()
        .map(alert ->
            Hash.of(
                List.of(
                    fingerprint(alert),
                    alert.at("startsAt").written().orElse(""),
                    alert.at("endsAt").written().orElse(""))))
        .sorted()
        .forEach(parts::add);
    parts.addFirst(status);
    parts.addFirst(group);
    return Hash.of(parts);
  }

  private Signal signal(Field alert, String status, Bounds bounds, Instant now) {
    SortedMap<String, String> labels = bounds.labels(alert.at("labels"));
    if (!alert.at("labels").present()) {
      alert.at("labels").fault("is missing. Send an object of texts, with alertname in it");
    }
    Signal.State state = state(alert.at("status"), status);
    var annotations = new TreeMap<>(bounds.annotations(alert.at("annotations")));
    alert
        .at("valueString")
        .text()
        .ifPresent(value -> annotations.putIfAbsent("value", Clean.text(value, Bounds.SUMMARY)));
    if (!alert.at("startsAt").present()) {
      alert.at("startsAt").fault("is missing. Send when it began, such as 2026-11-21T14:32:00Z");
    }
    Instant starts = Times.read(alert.at("startsAt"), now).orElse(now);
    Instant ends = Times.read(alert.at("endsAt"), now).orElse(now);
    return new Signal(
        fingerprint(alert),
        state,
        name(labels),
        summary(annotations),
        labels,
        annotations,
        starts,
        state == Signal.State.RESOLVED ? ends : null,
        Links.first(links.stream().map(alert::at).toArray(Field[]::new)));
  }

  private static Signal.State state(Field own, String group) {
    String status = own.text().orElse(group);
    return switch (status) {
      case "firing" -> Signal.State.FIRING;
      case "resolved" -> Signal.State.RESOLVED;
      default -> {
        own.fault(
            (status.isEmpty() ? "is missing" : "is \"" + Clean.line(status, 40) + "\"")
                + ". Send firing or resolved");
        yield Signal.State.FIRING;
      }
    };
  }

  /** Alertmanager before 0.19 sends none: the labels are what tells alerts apart. */
  private static String fingerprint(Field alert) {
    return alert
        .at("fingerprint")
        .text()
        .map(Hash::name)
        .orElseGet(() -> {
          var parts = new ArrayList<String>();
          Field labels = alert.at("labels");
          labels.keys().stream()
              .sorted()
              .forEach(key -> parts.add(key + "=" + labels.at(key).written().orElse("")));
          return Hash.of(parts).substring(0, 32);
        });
  }

  private static String name(Map<String, String> labels) {
    return Clean.line(labels.getOrDefault("alertname", "Alert without a name"), Bounds.NAME);
  }

  private static @Nullable String summary(Map<String, String> annotations) {
    String said = annotations.getOrDefault("summary", annotations.get("description"));
    return said == null ? null : Clean.line(said, Bounds.SUMMARY);
  }
}
