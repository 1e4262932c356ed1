package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
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
    return Json.EVENT.reading(body, whole -> read(whole, Hash.of(body), now));
  }

  private Brought read(Field whole, String bodyHash, Instant now) {
    String given = whole.at("routing_key").required("the integration's key");
    if (routingKey == null || !routingKey.test(given)) {
      return new Brought.Stranger("'routing_key' is not the one of EVENTS_ROUTING_KEY.");
    }
    Signal.State state = state(whole.at("event_action"));
    Field payload = whole.at("payload");
    Optional<Instant> told = Times.read(payload.at("timestamp"), now);
    String key = key(whole.at("dedup_key"), state, told.isPresent(), bodyHash);
    var bounds = new Bounds();
    Signal signal = signal(whole, payload, state, key, told.orElse(now), bounds);
    String id =
        told.map(at -> Hash.of(List.of(key, state.word(), at.toString())))
            .orElseGet(() -> UUID.randomUUID().toString());
    var arrival =
        new Arrival(
            SOURCE,
            SOURCE + ":" + id,
            bodyHash,
            payload.at("group").written().map(Hash::name).orElse(""),
            List.of(signal),
            bounds.dropped());
    return new Brought.Alerts(arrival, key, bounds.leftOut());
  }

  private static Signal.State state(Field action) {
    String word = action.required("trigger, acknowledge or resolve");
    return switch (word) {
      case "trigger" -> Signal.State.FIRING;
      case "acknowledge" -> Signal.State.ACKNOWLEDGED;
      case "resolve" -> Signal.State.RESOLVED;
      default -> {
        if (!word.isEmpty()) {
          action.fault("is none. Send trigger, acknowledge or resolve");
        }
        yield Signal.State.FIRING;
      }
    };
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

  private static Signal signal(
      Field whole, Field payload, Signal.State state, String key, Instant at, Bounds bounds) {
    String summary = payload.at("summary").text().orElse("");
    if (state == Signal.State.FIRING) {
      payload.at("summary").required("a sentence that says what is wrong");
      payload.at("source").required("what it happens to, such as a host's name");
      String severity = payload.at("severity").required("critical, error, warning or info");
      if (!severity.isEmpty() && !SEVERITIES.contains(severity.toLowerCase(Locale.ROOT))) {
        payload.at("severity").fault("is none. Send critical, error, warning or info");
      }
    }
    return new Signal(
        key,
        state,
        Clean.line(summary.isEmpty() ? key : summary, Bounds.NAME),
        summary.length() > Bounds.NAME ? Clean.line(summary, Bounds.SUMMARY) : null,
        bounds.labels(labels(payload)),
        bounds.annotations(payload.at("custom_details")),
        at,
        state == Signal.State.RESOLVED ? at : null,
        link(whole));
  }

  private static SortedMap<String, String> labels(Field payload) {
    var labels = new TreeMap<String, String>();
    for (String name : List.of("severity", "source", "component", "group", "class")) {
      payload.at(name).written().ifPresent(value -> labels.put(name, value));
    }
    labels.computeIfPresent("severity", (_, word) -> word.toLowerCase(Locale.ROOT));
    return labels;
  }

  private static @Nullable String link(Field whole) {
    var fields = whole.at("links").items().stream().map(one -> one.at("href")).toList();
    String first = Links.first(fields.toArray(Field[]::new));
    return first != null ? first : Links.first(whole.at("client_url"));
  }
}
