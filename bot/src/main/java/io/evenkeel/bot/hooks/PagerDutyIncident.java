package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Signal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An incident of PagerDuty's as its webhooks tell it (developer.pagerduty.com, "Webhooks"), which
 * is an alert here.
 */
record PagerDutyIncident(Field incident) {
  private static final int LONGEST_ID = 100;

  /**
   * @param type of the event that tells of it
   * @param occurred when that happened
   */
  Signal signal(Signal.State state, String type, Instant occurred, Bounds bounds, Instant now) {
    String id = incident.at("id").required("the incident's id, such as PGR0VU2");
    String title = incident.at("title").text().orElse("PagerDuty incident");
    var annotations = new TreeMap<String, String>();
    annotations.put(PagerDutyEvents.OCCURRED, occurred.toString());
    annotations.put("event", type);
    Instant began =
        type.equals("incident.reopened")
            ? occurred
            : Times.read(incident.at("created_at"), now).orElse(occurred);
    return new Signal(
        Clean.line(id, LONGEST_ID),
        state,
        Clean.line(title, Bounds.NAME),
        title.length() > Bounds.NAME ? Clean.line(title, Bounds.SUMMARY) : null,
        bounds.labels(labels()),
        annotations,
        began,
        state == Signal.State.RESOLVED ? occurred : null,
        Links.first(incident.at("html_url")));
  }

  private SortedMap<String, String> labels() {
    var labels = new TreeMap<String, String>();
    put(labels, "service", incident.at("service").at("summary"));
    put(labels, "urgency", incident.at("urgency"));
    put(labels, "priority", incident.at("priority").at("summary"));
    put(labels, "escalation_policy", incident.at("escalation_policy").at("summary"));
    put(labels, "incident_key", incident.at("incident_key"));
    put(labels, "number", incident.at("number"));
    incident.at("teams").items().stream()
        .findFirst()
        .ifPresent(team -> put(labels, "team", team.at("summary")));
    return labels;
  }

  private static void put(SortedMap<String, String> labels, String name, Field field) {
    field.written().ifPresent(value -> labels.put(name, value));
  }
}
