package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event as PagerDuty's Events API v2 takes it. What is missing or wrong in it is noted where it
 * stands.
 *
 * @param whole the body
 */
record AlertEvent(Field whole) {
  private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");

  /** What it does to the alert. */
  Signal.State state() {
    Field action = whole.at("event_action");
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

  /** When it happened, where it says so. */
  Optional<Instant> told(Instant now) {
    return Times.read(payload().at("timestamp"), now);
  }

  /** The group that the sender puts it in, or "". */
  String group() {
    return payload().at("group").written().map(Hash::name).orElse("");
  }

  /**
   * @param key by which the alert is known
   * @param at when the event happened
   */
  Signal signal(Signal.State state, String key, Instant at, Bounds bounds) {
    Field payload = payload();
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
        bounds.labels(labels()),
        bounds.annotations(payload.at("custom_details")),
        at,
        state == Signal.State.RESOLVED ? at : null,
        link());
  }

  private SortedMap<String, String> labels() {
    var labels = new TreeMap<String, String>();
    for (String name : List.of("severity", "source", "component", "group", "class")) {
      payload().at(name).written().ifPresent(value -> labels.put(name, value));
    }
    labels.computeIfPresent("severity", (_, word) -> word.toLowerCase(Locale.ROOT));
    return labels;
  }

  private @Nullable String link() {
    var fields = whole.at("links").items().stream().map(one -> one.at("href")).toList();
    String first = Links.first(fields.toArray(Field[]::new));
    return first != null ? first : Links.first(whole.at("client_url"));
  }

  private Field payload() {
    return whole.at("payload");
  }
}
