package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Signal;
import io.evenkeel.hash.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    return Json.GROUP.reading(body, whole -> read(whole, Sha256.hex(body), now));
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
      signals.add(new GroupedAlert(alert).signal(status, links, bounds, now));
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
    alerts.stream().map(alert -> new GroupedAlert(alert).key()).sorted().forEach(parts::add);
    parts.addFirst(status);
    parts.addFirst(group);
    return Hash.of(parts);
  }
}
