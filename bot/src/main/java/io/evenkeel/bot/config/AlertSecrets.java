package io.evenkeel.bot.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may send alerts. What is null closes its door.
 *
 * @param alertmanager {@code ALERTMANAGER_TOKEN}
 * @param alertmanagerBasic {@code ALERTMANAGER_BASIC}, as name:password
 * @param pagerDuty {@code PAGERDUTY_WEBHOOK_SECRET}, of a webhook subscription
 * @param previousPagerDuty {@code PAGERDUTY_WEBHOOK_SECRET_PREVIOUS}, while it is being changed
 * @param routingKey {@code EVENTS_ROUTING_KEY}, for what speaks PagerDuty's Events API v2
 * @param grafana {@code GRAFANA_TOKEN}
 * @param generic {@code ALERTS_TOKEN}, for the sources under {@code alerts: sources:}
 */
public record AlertSecrets(
    @Nullable Secret alertmanager,
    @Nullable Secret alertmanagerBasic,
    @Nullable Secret pagerDuty,
    @Nullable Secret previousPagerDuty,
    @Nullable Secret routingKey,
    @Nullable Secret grafana,
    @Nullable Secret generic) {

  /** Every door closed. */
  public static final AlertSecrets NONE =
      new AlertSecrets(null, null, null, null, null, null, null);

  /** From their variables alone. */
  public static Parsed<AlertSecrets> parse(Map<String, String> environment) {
    var variables = new Variables(environment);
    AlertSecrets secrets = AlertVariables.read(variables);
    return variables.parsed(() -> secrets);
  }

  /** Both of PagerDuty's, as far as they are set. */
  public List<String> pagerDutySecrets() {
    var all = new ArrayList<String>();
    if (pagerDuty != null) {
      all.add(pagerDuty.value());
    }
    if (previousPagerDuty != null) {
      all.add(previousPagerDuty.value());
    }
    return all;
  }

  /**
   * What is open and what is not, for whoever sets it up; nothing where nobody sends alerts.
   *
   * @param sources of the file
   */
  public List<String> lines(List<String> sources) {
    var lines = new ArrayList<String>();
    List<String> open = open(sources);
    if (!open.isEmpty()) {
      lines.add("Alerts come in at " + String.join(", ", open) + ".");
    }
    if (generic == null) {
      sources.forEach(source ->
          lines.add("/hooks/generic/" + source + " is closed: set ALERTS_TOKEN to open it."));
    }
    return lines;
  }

  private List<String> open(List<String> sources) {
    var open = new ArrayList<String>();
    if (alertmanager != null || alertmanagerBasic != null) {
      open.add("/hooks/alertmanager");
    }
    if (grafana != null) {
      open.add("/hooks/grafana");
    }
    if (pagerDuty != null) {
      open.add("/hooks/pagerduty");
    }
    if (routingKey != null) {
      open.add("/v2/enqueue");
    }
    if (generic != null) {
      sources.forEach(source -> open.add("/hooks/generic/" + source));
    }
    return open;
  }
}
