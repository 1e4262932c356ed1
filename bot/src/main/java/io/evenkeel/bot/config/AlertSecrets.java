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
    List<Sender> senders = senders(sources);
    List<String> open = senders.stream().filter(Sender::open).map(Sender::door).toList();
    if (!open.isEmpty()) {
      lines.add("Alerts come in at " + String.join(", ", open) + ".");
    }
    if (generic == null) {
      sources.forEach(
          source -> lines.add(door(source) + " is closed: set ALERTS_TOKEN to open it."));
    }
    return lines;
  }

  /**
   * Everybody who may send alerts.
   *
   * @param sources of the file
   */
  public List<Sender> senders(List<String> sources) {
    boolean basic = alertmanagerBasic != null;
    var all = new ArrayList<Sender>();
    all.add(new Sender("alertmanager", "/hooks/alertmanager", alertmanager != null || basic));
    all.add(new Sender("grafana", "/hooks/grafana", grafana != null));
    all.add(new Sender("pagerduty", "/hooks/pagerduty", pagerDuty != null));
    all.add(new Sender("events", "/v2/enqueue", routingKey != null));
    sources.forEach(source -> all.add(new Sender(source, door(source), generic != null)));
    return all;
  }

  private static String door(String source) {
    return "/hooks/generic/" + source;
  }
}
