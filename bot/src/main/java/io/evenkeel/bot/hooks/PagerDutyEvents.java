package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Signal;
import io.evenkeel.hash.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    return Json.EVENT.reading(body, whole -> read(whole.at("event"), Sha256.hex(body), now));
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
    Signal signal =
        new PagerDutyIncident(event.at("data")).signal(state.get(), type, occurred, bounds, now);
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
