package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One alert of a group, as Alertmanager sends it and Grafana, too. What is missing or wrong in it
 * is noted where it stands.
 */
record GroupedAlert(Field alert) {
  /**
   * @param status of the whole group, which stands for one that has none of its own
   * @param links where an address is looked for, the best first
   */
  Signal signal(String status, List<String> links, Bounds bounds, Instant now) {
    SortedMap<String, String> labels = bounds.labels(alert.at("labels"));
    if (!alert.at("labels").present()) {
      alert.at("labels").fault("is missing. Send an object of texts, with alertname in it");
    }
    Signal.State state = state(alert.at("status"), status);
    var annotations = new TreeMap<>(bounds.annotations(alert.at("annotations")));
    alert
        .at("valueString")
        .text()
        .ifPresent(value -> annotations.putIfAbsent("value", Clean.text(value, Bounds.SUMMARY)));
    if (!alert.at("startsAt").present()) {
      alert.at("startsAt").fault("is missing. Send when it began, such as 2026-11-21T14:32:00Z");
    }
    Instant starts = Times.read(alert.at("startsAt"), now).orElse(now);
    Instant ends = Times.read(alert.at("endsAt"), now).orElse(now);
    return new Signal(
        fingerprint(),
        state,
        name(labels),
        summary(annotations),
        labels,
        annotations,
        starts,
        state == Signal.State.RESOLVED ? ends : null,
        Links.first(links.stream().map(alert::at).toArray(Field[]::new)));
  }

  /** What it is and since when: the same however often it is sent. */
  String key() {
    return Hash.of(
        List.of(
            fingerprint(),
            alert.at("startsAt").written().orElse(""),
            alert.at("endsAt").written().orElse("")));
  }

  /** Alertmanager before 0.19 sends none: the labels are what tells alerts apart. */
  private String fingerprint() {
    return alert
        .at("fingerprint")
        .text()
        .map(Hash::name)
        .orElseGet(() -> {
          var labels = new TreeMap<String, String>();
          Field sent = alert.at("labels");
          sent.keys().forEach(key -> labels.put(key, sent.at(key).written().orElse("")));
          return Hash.labels(List.of(), labels);
        });
  }

  private static Signal.State state(Field own, String group) {
    String status = own.text().orElse(group);
    return switch (status) {
      case "firing" -> Signal.State.FIRING;
      case "resolved" -> Signal.State.RESOLVED;
      default -> {
        own.fault(
            (status.isEmpty() ? "is missing" : "is \"" + Clean.line(status, 40) + "\"")
                + ". Send firing or resolved");
        yield Signal.State.FIRING;
      }
    };
  }

  private static String name(Map<String, String> labels) {
    return Clean.line(labels.getOrDefault("alertname", "Alert without a name"), Bounds.NAME);
  }

  private static @Nullable String summary(Map<String, String> annotations) {
    String said = annotations.getOrDefault("summary", annotations.get("description"));
    return said == null ? null : Clean.line(said, Bounds.SUMMARY);
  }
}
