package io.evenkeel.runbook;

import io.evenkeel.service.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a runbook is meant, as its front matter says.
 *
 * @param services names or aliases of services
 * @param alerts names of alerts
 * @param labels all of which an alert must have
 */
public record Use(Set<String> services, Set<String> alerts, Map<String, String> labels) {
  /** It says nothing. */
  public static final Use UNSAID = new Use(Set.of(), Set.of(), Map.of());

  public Use {
    services = Set.copyOf(services);
    alerts = Set.copyOf(alerts);
    labels = Map.copyOf(labels);
  }

  boolean saysNothing() {
    return services.isEmpty() && alerts.isEmpty() && labels.isEmpty();
  }

  boolean of(String service, Catalogue catalogue) {
    String wanted = catalogue.named(service);
    return services.stream().map(catalogue::named).anyMatch(wanted::equalsIgnoreCase);
  }

  boolean fits(Sign sign) {
    return alerts.stream().anyMatch(sign.alert()::equalsIgnoreCase)
        || (!labels.isEmpty() && sign.labels().entrySet().containsAll(labels.entrySet()));
  }

  /**
   * An alert, as far as it tells which runbook helps.
   *
   * @param alert its name
   */
  public record Sign(String alert, Map<String, String> labels) {
    public Sign {
      labels = Map.copyOf(labels);
    }

    /** No alert at all. */
    public static final List<Sign> NONE = List.of();
  }
}
