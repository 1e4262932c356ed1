package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Signal;
import io.evenkeel.hash.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The shape of PagerDuty's Events API v2 (developer.pagerduty.com, "Send an alert event"), so that
 * whatever can page PagerDuty can page here: the same address, the same answers.
 *
 * <p>An event has no id. One with a timestamp is known again by its {@code dedup_key}, action and
 * timestamp; one without may be meant anew, and whoever keeps alerts sees by the alert's state that
 * nothing changed.
 */
final class EventsApi implements Door {
  private static final String SOURCE = "events";

  private static final int LONGEST_KEY = 255;

  private final @Nullable Predicate<String> routingKey;

  /**
   * @param routingKey whether a text is the key, in constant time; null closes the door
   */
  EventsApi(@Nullable Predicate<String> routingKey) {
    this.routingKey = routingKey;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public boolean open() {
    return routingKey != null;
  }

  @Override
  public String variables() {
    return "EVENTS_ROUTING_KEY";
  }

  @Override
  public boolean admits(@Nullable String authorization) {
    return true;
  }

  @Override
  public Brought read(byte[] body, @Nullable String signature, Instant now) {
    return Json.EVENT.reading(body, whole -> read(whole, Sha256.hex(body), now));
  }

  private Brought read(Field whole, String bodyHash, Instant now) {
    String given = whole.at("routing_key").required("the integration's key");
    if (routingKey == null || !routingKey.test(given)) {
      return new Brought.Stranger("'routing_key' is not the one of EVENTS_ROUTING_KEY.");
    }
    var event = new AlertEvent(whole);
    Signal.State state = event.state();
    Optional<Instant> told = event.told(now);
    String key = key(whole.at("dedup_key"), state, told.isPresent(), bodyHash);
    var bounds = new Bounds();
    Signal signal = event.signal(state, key, told.orElse(now), bounds);
    String id =
        told.map(at -> Hash.of(List.of(key, state.word(), at.toString())))
            .orElseGet(() -> UUID.randomUUID().toString());
    var arrival =
        new Arrival(
            SOURCE, SOURCE + ":" + id, bodyHash, event.group(), List.of(signal), bounds.dropped());
    return new Brought.Alerts(arrival, key, bounds.leftOut());
  }

  private static String key(Field dedupKey, Signal.State state, boolean timed, String bodyHash) {
    Optional<String> given = dedupKey.text();
    if (given.isEmpty() && state != Signal.State.FIRING) {
      dedupKey.fault("is missing. Send the one that the trigger had");
    }
    if (given.filter(key -> key.length() > LONGEST_KEY).isPresent()) {
      dedupKey.fault("is longer than " + LONGEST_KEY + " characters. Send a shorter one");
    }
    return given
        .map(Hash::name)
        // Sent again word for word, with its time, it is the same event.
        .orElseGet(() ->
            timed ? bodyHash.substring(0, 32) : UUID.randomUUID().toString().replace("-", ""));
  }
}
