package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PagerDuty's webhooks, version 3 (developer.pagerduty.com, "Webhooks"): an incident there is one
 * alert here. Events come in any order and more than once; each has its id, and when it occurred
 * goes along as the annotation {@code occurred_at}.
 */
final class PagerDutyEvents implements Door {
  /**
   * When the event happened, in the annotations: what is older than the last one changes nothing.
   */
  static final String OCCURRED = "occurred_at";

  private static final String SOURCE = "pagerduty";
  private static final int LONGEST_ID = 100;

  private final List<String> secrets;
  private final PagerDutySignature signature;

  /**
   * @param secrets of the webhook subscription, the former one too while it is being changed; none
   *     closes the door
   */
  PagerDutyEvents(List<String> secrets) {
    this.secrets = List.copyOf(secrets);
    signature = new PagerDutySignature(secrets);
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public boolean open() {
    return !secrets.isEmpty();
  }

  @Override
  public String variables() {
    return "PAGERDUTY_WEBHOOK_SECRET";
  }

  @Override
  public boolean admits(@Nullable String authorization) {
    return true;
  }

  @Override
  public Brought read(byte[] body, @Nullable String given, Instant now) {
    if (!signature.vouches(body, given)) {
      return new Brought.Stranger(
          given == null
              ? "The header X-PagerDuty-Signature is missing."
              : "X-PagerDuty-Signature is not of PAGERDUTY_WEBHOOK_SECRET. Copy the secret of this"
                  + " webhook subscription.");
    }
    return Json.EVENT.reading(body, whole -> read(whole.at("event"), Hash.of(body), now));
  }

  private static Brought read(Field event, String bodyHash, Instant now) {
    String type = event.at("event_type").required("one such as incident.triggered");
    String id = event.at("id").required("the event's id");
    Optional<Signal.State> state = state(type);
    if (state.isEmpty()) {
      return new Brought.Nothing(
          type.equals("pagey.ping")
              ? "Pong: PagerDuty reaches Evenkeel, and the signature is right."
              : "Nothing to keep: " + Clean.line(type, 60) + " changes no alert.");
    }
    if (!event.at("occurred_at").present()) {
      event.at("occurred_at").fault("is missing. Send when it happened");
    }
    Instant occurred = Times.read(event.at("occurred_at"), now).orElse(now);
    var bounds = new Bounds();
    Signal signal = signal(event.at("data"), state.get(), type, occurred, bounds, now);
    return Arrivals.of(
        new Arrival(
            SOURCE,
            SOURCE + ":" + Hash.name(id),
            bodyHash,
            signal.fingerprint(),
            List.of(signal),
            bounds.dropped()),
        bounds);
  }

  private static Signal signal(
      Field incident,
      Signal.State state,
      String type,
      Instant occurred,
      Bounds bounds,
      Instant now) {
    String id = incident.at("id").required("the incident's id, such as PGR0VU2");
    String title = incident.at("title").text().orElse("PagerDuty incident");
    var annotations = new TreeMap<String, String>();
    annotations.put(OCCURRED, occurred.toString());
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
        bounds.labels(labels(incident)),
        annotations,
        began,
        state == Signal.State.RESOLVED ? occurred : null,
        Links.first(incident.at("html_url")));
  }

  private static SortedMap<String, String> labels(Field incident) {
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

  /** Of PagerDuty's events those that change how an incident stands. */
  private static Optional<Signal.State> state(String type) {
    return switch (type) {
      case "incident.triggered", "incident.unacknowledged", "incident.reopened" ->
          Optional.of(Signal.State.FIRING);
      case "incident.acknowledged" -> Optional.of(Signal.State.ACKNOWLEDGED);
      case "incident.resolved" -> Optional.of(Signal.State.RESOLVED);
      default -> Optional.empty();
    };
  }
}
