package io.evenkeel.bot.config;

import io.evenkeel.bot.hooks.Mapping;
import io.evenkeel.bot.hooks.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * The part {@code alerts: sources:} of the file: how the JSON of other systems is read. A text that
 * begins with {@code /} is a JSON pointer (RFC 6901) from the alert, any other stands for itself.
 *
 * <pre>
 * alerts:
 *   sources:
 *     uptime:
 *       list: /checks
 *       name: /check/name
 *       fingerprint: /check/id
 *       status: /state
 *       resolved: [up]
 *       labels: {service: /check/service, team: payments}
 *       starts: /since
 * </pre>
 */
final class AlertSourceKeys {
  private static final String NAME = "[a-z0-9][a-z0-9_-]{0,39}";
  private static final Set<String> TAKEN = Set.of("alertmanager", "pagerduty", "events", "grafana");

  private AlertSourceKeys() {}

  static List<Mapping> read(YamlKey sources) {
    var all = new ArrayList<Mapping>();
    for (YamlKey key : sources.entries()) {
      if (!key.name().matches(NAME) || TAKEN.contains(key.name())) {
        key.fault(
            "is no name for a source",
            "Write lower-case letters, digits, - and _, and none of "
                + String.join(", ", TAKEN.stream().sorted().toList()));
      }
      all.add(one(key));
    }
    return all;
  }

  private static Mapping one(YamlKey key) {
    key.only(
        "list",
        "name",
        "fingerprint",
        "status",
        "resolved",
        "acknowledged",
        "tags",
        "labels",
        "summary",
        "starts",
        "ends",
        "link",
        "group");
    Place name = place(key.at("name"));
    if (name == null) {
      key.at("name").required("where an alert's name is, such as /check/name");
    }
    Set<String> resolved = words(key.at("resolved"));
    Set<String> acknowledged = words(key.at("acknowledged"));
    if (key.at("status").present() == (resolved.isEmpty() && acknowledged.isEmpty())) {
      key.fault(
          "has one of status and resolved",
          "Write both, such as status: /state and resolved: [up]; or neither, and each alert"
              + " fires");
    }
    return new Mapping(
        key.name(),
        pointer(key.at("list")),
        name == null ? Place.of("") : name,
        place(key.at("fingerprint")),
        place(key.at("status")),
        resolved,
        acknowledged,
        pointer(key.at("tags")),
        labels(key.at("labels")),
        place(key.at("summary")),
        place(key.at("starts")),
        place(key.at("ends")),
        place(key.at("link")),
        place(key.at("group")));
  }

  private static Map<String, Place> labels(YamlKey key) {
    var labels = new HashMap<String, Place>();
    for (YamlKey label : key.entries()) {
      Place place = place(label);
      if (place != null) {
        labels.put(label.name(), place);
      }
    }
    return labels;
  }

  private static Set<String> words(YamlKey key) {
    return key.present()
        ? new HashSet<>(key.listed().stream().flatMap(one -> one.text().stream()).toList())
        : Set.of();
  }

  private static @Nullable Place place(YamlKey key) {
    try {
      return key.text().map(Place::of).orElse(null);
    } catch (IllegalArgumentException notOne) {
      key.fault("is no JSON pointer", "Write one such as /check/name");
      return null;
    }
  }

  private static @Nullable JsonPointer pointer(YamlKey key) {
    Place place = place(key);
    if (place != null && place.pointer() == null) {
      key.fault("is no JSON pointer", "Write one such as /alerts, beginning with /");
    }
    return place == null ? null : place.pointer();
  }
}
